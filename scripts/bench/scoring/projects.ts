import { type ProjectBinding, projectBindingSchema } from '~/app/domain/form/project-form';
import type { Formula, Table } from './formula';
import { atLeast, atMost, judgedByTier, type Make, none, onTime, rateAtLeast, satisfactionBands, withinRange } from './measured-indicators';
import type { Random } from './random';
import { decimalOf, typedMoney } from './spelling';

/** The fifteen indicators of every project: 产出 50, 效益 30, 满意度 10. */
const INDICATORS: readonly (readonly [primary: string, secondary: string, name: string, weight: string, make: Make])[] = [
  ['产出指标', '数量指标', '抽检批次', '6', atLeast('批次', 50, 9000, 0)],
  ['产出指标', '数量指标', '服务企业户数', '6', atLeast('万户', 10, 3000, 2)],
  ['产出指标', '数量指标', '改造面积', '5', atLeast('万亩', 5, 400, 1)],
  ['产出指标', '数量指标', '培训人次', '5', atLeast('人次', 20, 5000, 0)],
  ['产出指标', '质量指标', '验收合格率', '6', rateAtLeast('100', 'eq')],
  ['产出指标', '质量指标', '报告准确率', '5', rateAtLeast('95')],
  ['产出指标', '质量指标', '抽样覆盖率', '4', withinRange],
  ['产出指标', '时效指标', '项目完成时间', '5', onTime],
  ['产出指标', '成本指标', '单位成本', '4', atMost('元', 80, 6000, 1, 'linear')],
  ['产出指标', '成本指标', '运行经费', '4', atMost('万元', 500, 90000, 2, 'simple')],
  ['效益指标', '经济效益指标', '带动投资额', '7.5', atLeast('亿元', 2, 90, 1)],
  ['效益指标', '社会效益指标', '安全事故数', '7.5', none('起')],
  ['效益指标', '社会效益指标', '公众知晓程度', '7.5', judgedByTier],
  ['效益指标', '可持续影响指标', '长效机制', '7.5', judgedByTier],
  ['满意度指标', '服务对象满意度指标', '服务对象满意度', '10', satisfactionBands],
];

/** Binds projects and types their funds and results into `cells`; each table begins with the execution line. */
export function projectsOf(random: Random, cells: Record<string, string>, count: number): { readonly bindings: ProjectBinding[]; readonly tables: Table[] } {
  const tables: Table[] = [];
  const bindings = Array.from({ length: count }, (_, index): ProjectBinding => {
    const code = `P${String(index + 1).padStart(2, '0')}`;
    const formulas: Formula[] = [execution(random, cells, code)];
    const indicators = INDICATORS.map(([primary, secondary, name, weight, make], place) => {
      const { bound, typed, formula } = make(random, weight);
      const indicator = `I${String(place + 1).padStart(2, '0')}`;
      for (const [field, text] of Object.entries(typed)) cells[`projects.${code}.indicators.${indicator}.${field}`] = text;
      formulas.push(formula);
      return { code: indicator, primary, secondary, name, weight, ...bound };
    });
    tables.push(formulas);
    cells[`projects.${code}.goal_actual`] = '年度任务按计划推进，资金支付与进度相符。';
    return projectBindingSchema.parse({ code, name: `专项工作${index + 1}`, fundSource: 'general_public_budget', expectedGoal: '完成年度各项任务', indicators });
  });
  return { bindings, tables };
}

/** One project in fifty has no budget of this year: its execution line does not apply. */
function execution(random: Random, cells: Record<string, string>, code: string): Formula {
  const budget = random.chance(98) ? random.about(500, 900_000) : 0;
  const executed = random.chance(35) ? budget : Math.floor((budget * random.whole(600, 1000)) / 1000);
  const texts = { numerator: decimalOf(executed, 2), denominator: decimalOf(budget, 2) };
  cells[`projects.${code}.funding.initial_budget`] = typedMoney(random, texts.denominator);
  cells[`projects.${code}.funding.annual_budget`] = typedMoney(random, texts.denominator);
  cells[`projects.${code}.funding.executed`] = typedMoney(random, texts.numerator);
  cells[`projects.${code}.funding.fiscal_appropriation.annual_budget`] = typedMoney(random, texts.denominator);
  cells[`projects.${code}.funding.fiscal_appropriation.executed`] = typedMoney(random, texts.numerator);
  return { kind: 'execution', ...texts, weight: '10' };
}
