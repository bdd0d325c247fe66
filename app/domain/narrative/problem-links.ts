import type { ListItem } from './list-items';

/** A problem or measure and the topics it speaks of. */
interface Topics {
  readonly item: ListItem;
  readonly themes: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** Topics that problems and measures of self-evaluations share, with the words that name them. */
const THEMES: Readonly<Record<string, RegExp>> = {
  指标设置:
    /(?:绩效)?(?:指标|目标)(?:值|体系)?的?(?:设置|设定|编制|编报|申报|量化|细化|预期|不够?(?:精确|明确|科学|合理|细化|清晰))|指标(?:范围)?值|目标值|预期值|指标的计算方法|(?:指标|目标).{0,6}(?:偏低|偏高|过于谨慎|不够细|测算)/,
  绩效管理: /绩效管理|绩效意识|绩效理念|绩效培训/,
  预算编制: /预算(?:的)?编制|编制预算|立项评估|事前(?:绩效)?评估|市场调研|项目库|前期论证|预算精准|细化预算/,
  预算执行: /预算执行|执行(?:进度|计划|率)|支出进度|支付进度|序时进度|资金支付|年[尾底]突击|突击(?:完成|花钱|支出)|结转|结余|沉淀/,
  项目经费: /项目[^，。;]{0,6}(?:预算|经费|资金|支出)|(?:经费|财务)管理|资金(?:使用|监管|管理)/,
  采购合同: /采购|招标|投标|合同/,
  资产: /资产|盘点/,
  监控: /(?:绩效)?(?:运行)?监控|跟踪(?:问效|管理|督[办促])|动态监测/,
  佐证资料: /佐证|台账|档案|资料(?:收集|报送|归集)|材料报送/,
  信息化: /信息化|信息系统|数据共享|平台建设/,
  制度: /制度(?:不|建设|机制)?|内控|内部控制|办法不/,
  人员: /人员(?:不足|力量|配备)|队伍|业务(?:能力|素质|水平)|专业力量/,
  满意度: /满意度/,
  公开: /信息公开|预决算公开/,
  宣传: /宣传|知晓率/,
};
/** Said of every measure; they tie nothing to anything. */
const GENERAL =
  /绩效|预算|项目|工作|管理|进一步|加强|完善|提高|提升|强化|部分|个别|存在|不够|不足|情况|问题|单位|部门|要求|落实|建立|健全|开展|推进|机制|水平|质量|能力|年度|全年|目标|指标|任务|实施|合理|科学|有效/g;
/** A measure about evaluation as such: training, attention, use of results. */
const GENERAL_MEASURE = /绩效(?:管理)?(?:意识|理念)|评价结果|绩效评价(?:的)?作用|培训|组织领导|绩效管理水平|业务素质/;
const ENOUGH_WORDS = 2;

export interface ProblemLinks {
  /** For each problem, in order, the positions of the measures that answer it. */
  readonly measuresOf: readonly (readonly number[])[];
  /** Positions of problems whose measure is told by its place in a list of the same length alone. */
  readonly byPlace: readonly number[];
  /** Positions of measures that answer no problem and speak of evaluation in general. */
  readonly general: readonly number[];
}

/**
 * Ties problems to measures by the topics both name, else by two particular words they share. Where both lists are of one length, what is left
 * over is paired in order, unless both sides name topics and they differ, or the measure is a general one.
 */
export function linkProblems(problems: readonly ListItem[], measures: readonly ListItem[]): ProblemLinks {
  const left = problems.map(topicsOf);
  const right = measures.map(topicsOf);
  const measuresOf = left.map((problem) => right.filter((measure) => isAnswer(problem, measure)).map(({ item }) => item.position));
  const byPlace: number[] = [];
  if (left.length === right.length) {
    const free = right.filter(({ item }) => !measuresOf.some((positions) => positions.includes(item.position)));
    left.forEach((problem, index) => {
      const measure = measuresOf[index]!.length === 0 ? free.shift() : undefined;
      if (measure === undefined || isGeneral(measure) || (problem.themes.size > 0 && measure.themes.size > 0)) return;
      measuresOf[index] = [measure.item.position];
      byPlace.push(problem.item.position);
    });
  }
  const linked = new Set(measuresOf.flat());
  return { measuresOf, byPlace, general: right.filter((measure) => !linked.has(measure.item.position) && isGeneral(measure)).map(({ item }) => item.position) };
}

const isGeneral = ({ item }: Topics): boolean => GENERAL_MEASURE.test(item.body.text);

function topicsOf(item: ListItem): Topics {
  const { text } = item.body;
  const themes = Object.keys(THEMES).filter((name) => THEMES[name]!.test(text));
  return { item, themes: new Set(themes), words: particularWords(text) };
}

/** Pairs of characters that name something particular. */
function particularWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? []) {
    const particular = run.replace(GENERAL, ' ').split(' ');
    for (const part of particular) for (let index = 0; index + 2 <= part.length; index += 1) words.add(part.slice(index, index + 2));
  }
  return words;
}

function isAnswer(problem: Topics, measure: Topics): boolean {
  for (const theme of problem.themes) if (measure.themes.has(theme)) return true;
  let shared = 0;
  for (const word of problem.words) if (measure.words.has(word)) shared += 1;
  return shared >= ENOUGH_WORDS;
}
