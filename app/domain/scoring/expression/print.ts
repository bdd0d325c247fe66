import type { Comparison, Condition, Expression, Operation } from './expression';

/** How a name or a number appears in print. `isSigned` asks for brackets around it inside a sum. */
export type ShowName = (name: string) => { readonly text: string; readonly isNegative: boolean };

const SIGNS = { add: ' + ', subtract: ' − ', points: ' − ', multiply: ' × ', divide: ' ÷ ' } as const;
const LEVEL: Readonly<Record<Operation, number>> = { add: 1, subtract: 1, points: 1, multiply: 2, divide: 2, percent: 2, min: 3, max: 3, abs: 3, ceiling: 3 };
const COMPARED: Readonly<Record<Comparison, string>> = { lt: '＜', lte: '≤', eq: '=', gte: '≥', gt: '＞' };
const OPPOSITE: Readonly<Record<Comparison, string>> = { lt: '≥', lte: '＞', eq: '≠', gte: '＜', gt: '≤' };

/** An expression as a clerk writes it: "14.55 ÷ 14.6 × 5", "〔1 −（17 − 10）÷ 10〕× 5". Inner brackets are round, outer ones 〔〕. */
export function printExpression(expression: Expression, show: ShowName): string {
  return print(expression, show).text;
}

/** A condition that was tested, with the sign that is true: "14.55 ＜ 14.6". */
export function printCondition(condition: Condition, show: ShowName, isMet: boolean): string {
  if ('is' in condition) {
    const sign = isMet ? COMPARED[condition.is] : OPPOSITE[condition.is];
    return `${printExpression(condition.left, show)} ${sign} ${printExpression(condition.right, show)}`;
  }
  if ('not' in condition) return printCondition(condition.not, show, !isMet);
  const parts = ('all' in condition ? condition.all : condition.any).map((part) => printCondition(part, show, true));
  const text = parts.join('all' in condition ? ' 且 ' : ' 或 ');
  return isMet ? text : `不满足（${text}）`;
}

interface Printed {
  readonly text: string;
  readonly level: number;
  /** Brackets it holds already: 0 none, 1 round ones. */
  readonly depth: number;
}

const ATOM = 9;

function print(expression: Expression, show: ShowName): Printed {
  if (typeof expression === 'string') {
    const { text, isNegative } = show(expression);
    return { text, level: isNegative ? 0 : ATOM, depth: 0 };
  }
  if ('number' in expression) return { text: expression.number, level: expression.number.startsWith('-') ? 0 : ATOM, depth: 0 };
  if ('if' in expression) {
    const condition = printCondition(expression.if, show, true);
    const text = `若 ${condition} 则 ${printExpression(expression.then, show)} 否则 ${printExpression(expression.else, show)}`;
    return { text, level: 0, depth: 1 };
  }
  const { op, of } = expression;
  const level = LEVEL[op];
  const parts = of.map((part) => print(part, show));
  const depth = Math.max(...parts.map((part) => part.depth));
  switch (op) {
    case 'min':
    case 'max':
      return { text: `${op === 'min' ? '取小' : '取大'}（${parts.map((part) => part.text).join('，')}）`, level, depth: 1 };
    case 'abs':
      return { text: `|${parts[0]!.text}|`, level, depth };
    case 'ceiling':
      return { text: `进一取整（${parts[0]!.text}）`, level, depth: 1 };
    case 'percent':
      return { text: `${bracketed(parts[0]!, level, false)} × 100%`, level, depth };
    default: {
      const sign = SIGNS[op];
      const texts = parts.map((part, index) => bracketed(part, level, index > 0 && op !== 'add' && op !== 'multiply'));
      const opened = parts.some((part, index) => needsBrackets(part, level, index > 0 && op !== 'add' && op !== 'multiply'));
      return { text: tightened(texts.join(sign)), level, depth: opened ? depth + 1 : depth };
    }
  }
}

function needsBrackets(part: Printed, level: number, isRightOperand: boolean): boolean {
  return part.level < level || (isRightOperand && part.level === level);
}

function bracketed(part: Printed, level: number, isRightOperand: boolean): string {
  if (!needsBrackets(part, level, isRightOperand)) return part.text;
  return part.depth > 0 ? `〔${part.text}〕` : `（${part.text}）`;
}

/** Chinese brackets bring their own space. */
function tightened(text: string): string {
  return text.replace(/([−+×÷]) ([（〔])/g, '$1$2').replace(/([）〕]) ([−+×÷])/g, '$1$2');
}
