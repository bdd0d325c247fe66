import ts from 'typescript';
import { COUNTED_MEMBERS, holdsOther, isFigureName } from './figure-words.mjs';

const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '**']);
const ORDER = new Set(['<', '>', '<=', '>=']);
const SAME = new Set(['==', '!=', '===', '!==']);
const CONVERTING = new Set(['Number', 'parseFloat']);
const WHOLE_NUMBER = new Set(['parseInt']);
const NUMBER_METHODS = new Set(['toFixed', 'toPrecision', 'toExponential']);
/** Types that hold what stands in them: an array of numbers is as wrong as a number. */
const CONTAINERS = new Set(['Array', 'ReadonlyArray', 'Set', 'ReadonlySet', 'Map', 'ReadonlyMap', 'Promise', 'Iterable', 'IterableIterator', 'Generator']);
const DEPTH = 4;

/**
 * Money and scores are decimal text or exact fractions, never a JavaScript number. Refused: a name that speaks of such a figure whose type has `number` in it; a conversion
 * of text to a number; arithmetic, `Math` or number formatting on such a figure; comparing figures as text; operators on exact fractions, which would turn them into
 * numbers. Counts, digits, ranks and places are numbers by nature: `figure-words.mjs` says which names are which.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const exactFigures = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      number: '“{{name}}” is a figure of money or points: keep it as decimal text or an exact fraction, not as a JavaScript number.',
      conversion: 'Money and scores are exact: {{what}} makes a JavaScript number of them.',
      arithmetic: '“{{operator}}” is no arithmetic for {{what}}: use add, sub, mul, div and compare of shared/fraction.',
      text: '“{{operator}}” compares “{{name}}” as text: "9" is more than "10". Compare fractions.',
      identity: '“{{operator}}” asks whether two fractions are the same object: use compare or isZero of shared/fraction.',
      rounding: '{{what}} rounds in binary: round once, with the rounding of the indicator system version.',
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    if (!services?.program) throw new Error('exact-figures needs type information: set parserOptions.projectService');
    const checker = services.program.getTypeChecker();
    const typeOf = (node) => checker.getTypeAtLocation(services.esTreeNodeToTSNodeMap.get(node));

    const refuseNumber = (name, node, type = typeOf(node)) => {
      if (isFigureName(name) && holdsNumber(checker, type)) context.report({ node, messageId: 'number', data: { name } });
    };
    const checkPattern = (pattern) => {
      switch (pattern?.type) {
        case 'Identifier':
          return refuseNumber(pattern.name, pattern);
        case 'AssignmentPattern':
          return checkPattern(pattern.left);
        case 'RestElement':
          return checkPattern(pattern.argument);
        case 'TSParameterProperty':
          return checkPattern(pattern.parameter);
        case 'ArrayPattern':
          return pattern.elements.forEach(checkPattern);
        case 'ObjectPattern':
          // A member taken out under its own name was judged where it is declared.
          return pattern.properties.forEach((property) => (property.shorthand ? undefined : checkPattern(property.type === 'Property' ? property.value : property)));
        default:
          return undefined;
      }
    };
    const checkMember = (node) => {
      const name = keyName(node);
      if (name !== null && !isWithinOther(node)) refuseNumber(name, node.key, typeOf(node));
    };
    const checkFunction = (node) => {
      node.params.forEach(checkPattern);
      if (node.id) refuseNumber(node.id.name, node.id, typeOf(node));
    };
    const exactIn = (...nodes) => nodes.some((node) => isExact(typeOf(node)));
    const figureIn = (node) => {
      const name = nameOf(node);
      return name !== null && isFigureName(name) ? name : null;
    };
    const convert = (node, what) => context.report({ node, messageId: 'conversion', data: { what } });

    return {
      VariableDeclarator: (node) => checkPattern(node.id),
      FunctionDeclaration: checkFunction,
      FunctionExpression: checkFunction,
      ArrowFunctionExpression: checkFunction,
      TSDeclareFunction: checkFunction,
      TSFunctionType: (node) => node.params.forEach(checkPattern),
      TSMethodSignature: checkMember,
      TSPropertySignature: checkMember,
      PropertyDefinition: checkMember,
      TSAbstractPropertyDefinition: checkMember,
      AccessorProperty: checkMember,
      MethodDefinition: checkMember,
      TSTypeAliasDeclaration: (node) => refuseNumber(node.id.name, node.id, typeOf(node)),
      Property(node) {
        const name = node.parent.type === 'ObjectExpression' ? keyName(node) : null;
        if (name === null || !isFigureName(name) || isWithinOther(node)) return;
        const object = services.esTreeNodeToTSNodeMap.get(node.parent);
        // Where a type says which members there are, they were judged there; keys of a record are no figures.
        if (checker.getContextualType(object) !== undefined && outputOf(checker, typeOf(node.value)) === null) return;
        const type = typeOf(node.value);
        const read = outputOf(checker, type);
        if (holdsNumber(checker, read ?? type)) context.report({ node: node.key, messageId: 'number', data: { name } });
      },
      CallExpression(node) {
        const { callee } = node;
        if (callee.type === 'Identifier' && CONVERTING.has(callee.name)) return convert(node, `${callee.name}()`);
        const [object, method] = memberOf(callee);
        if (object?.type === 'Identifier' && object.name === 'Number' && method === 'parseFloat') return convert(node, 'Number.parseFloat()');
        if (method !== null && NUMBER_METHODS.has(method)) return context.report({ node, messageId: 'rounding', data: { what: `${method}()` } });
        if (object && method === 'valueOf' && exactIn(object)) return convert(node, 'valueOf()');
        const touches = node.arguments.some((argument) => argument.type !== 'SpreadElement' && (figureIn(argument) !== null || exactIn(argument)));
        if (!touches) return undefined;
        const isWholeNumber = (callee.type === 'Identifier' && WHOLE_NUMBER.has(callee.name)) || (object?.type === 'Identifier' && object.name === 'Number' && method === 'parseInt');
        if (isWholeNumber) return convert(node, 'parseInt()');
        if (object?.type === 'Identifier' && object.name === 'Math') return convert(node, `Math.${method}()`);
        return undefined;
      },
      UnaryExpression(node) {
        if (node.operator === '+') return convert(node, 'unary plus');
        if (node.operator === '-' && exactIn(node.argument)) return context.report({ node, messageId: 'arithmetic', data: { operator: '-', what: 'an exact fraction' } });
        return undefined;
      },
      BinaryExpression(node) {
        const { operator, left, right } = node;
        if (left.type === 'PrivateIdentifier') return;
        if (SAME.has(operator)) {
          if (isExact(typeOf(left)) && isExact(typeOf(right)) && !typeOf(left).isUnion() && !typeOf(right).isUnion()) context.report({ node, messageId: 'identity', data: { operator } });
          return;
        }
        if (!ARITHMETIC.has(operator) && !ORDER.has(operator)) return;
        if (exactIn(left, right)) return context.report({ node, messageId: 'arithmetic', data: { operator, what: 'an exact fraction' } });
        // Text joined to text is a sentence, not a sum.
        const isJoining = operator === '+' && (isText(typeOf(left)) || isText(typeOf(right)));
        const name = figureIn(left) ?? figureIn(right);
        if (name === null || isJoining) return;
        const isAsText = isText(typeOf(left)) || isText(typeOf(right));
        if (isAsText && ORDER.has(operator)) context.report({ node, messageId: 'text', data: { operator, name } });
        else if (isAsText || [left, right].some((side) => figureIn(side) !== null && holdsNumber(checker, typeOf(side)))) {
          context.report({ node, messageId: 'arithmetic', data: { operator, what: `“${name}”` } });
        }
      },
      AssignmentExpression(node) {
        if (node.operator === '=' || !ARITHMETIC.has(node.operator.slice(0, -1))) return;
        if (exactIn(node.left, node.right)) context.report({ node, messageId: 'arithmetic', data: { operator: node.operator, what: 'an exact fraction' } });
        const name = figureIn(node.left);
        if (name !== null && !isText(typeOf(node.left)) && holdsNumber(checker, typeOf(node.left))) context.report({ node, messageId: 'arithmetic', data: { operator: node.operator, what: `“${name}”` } });
      },
    };
  },
};

/** Whether what surrounds a member says that it holds counts, widths or limits: `COLUMN_WIDTHS = { target: 12 }`, or that it is a count with a name of its own. */
function isWithinOther(node) {
  const member = keyName(node);
  for (let around = node.parent; around && !/Statement$|^Program$|Function|^Call/.test(around.type); around = around.parent) {
    const name = around.type === 'VariableDeclarator' || around.type === 'TSInterfaceDeclaration' || around.type === 'TSTypeAliasDeclaration' ? around.id.name : keyName(around);
    if (typeof name === 'string' && (holdsOther(name) || COUNTED_MEMBERS.has(`${name}.${member}`))) return true;
  }
  return false;
}

/** The name of a member that has one: `weight`, `'weight'`, never a computed one. */
function keyName({ key, computed }) {
  if (computed || !key) return null;
  if (key.type === 'Identifier' || key.type === 'PrivateIdentifier') return key.name;
  return typeof key.value === 'string' ? key.value : null;
}

/** What an expression is called: `score`, `item.score`, `item.score!`, `items[0].score`. */
function nameOf(node) {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
      return node.computed ? nameOf(node.object) : node.property.name;
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'ChainExpression':
      return nameOf(node.expression);
    case 'CallExpression':
      return nameOf(node.callee);
    default:
      return null;
  }
}

function memberOf(callee) {
  return callee.type === 'MemberExpression' && !callee.computed ? [callee.object, callee.property.name] : [null, null];
}

function isExact(type) {
  if (type.isUnionOrIntersection()) return type.types.some(isExact);
  return type.symbol?.name === 'Exact' || type.aliasSymbol?.name === 'Exact';
}

function isText(type) {
  if (type.isUnion()) return type.types.some(isText);
  return (type.flags & ts.TypeFlags.StringLike) !== 0;
}

/** Whether a value of the type is a number, holds numbers, or gives one when it is called. */
function holdsNumber(checker, type, depth = DEPTH) {
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return true;
  if (depth === 0) return false;
  const isOneOf = (types) => types.some((one) => holdsNumber(checker, one, depth - 1));
  if (type.isUnionOrIntersection()) return isOneOf(type.types);
  if ((type.flags & ts.TypeFlags.Object) === 0) return false;
  if (checker.isArrayType(type) || checker.isTupleType(type) || CONTAINERS.has(type.symbol?.name)) return isOneOf(checker.getTypeArguments(type));
  const called = type.getCallSignatures();
  if (called.length > 0) return isOneOf(called.map((signature) => signature.getReturnType()));
  return isOneOf(checker.getIndexInfosOfType(type).map((info) => info.type));
}

/** What a zod schema gives when it has read something; null for anything else. */
function outputOf(checker, type) {
  const output = type.getProperty?.('_output');
  return output && type.getProperty('safeParse') ? checker.getTypeOfSymbol(output) : null;
}
