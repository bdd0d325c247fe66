import type { DecimalText } from '../shared/decimal-text';
import type { FundSource } from '../shared/fund-source';
import type { Grade } from '../shared/grade';

/** What a stretch of prose is about; it decides what a figure in it may be compared with. */
export type PassageRole =
  | 'basics' // 部门职能 and the like
  | 'budget' // 收支情况
  | 'objectives' // 绩效目标: targets are stated
  | 'tasks'
  | 'conclusion' // 自评结论综述
  | 'completion' // 绩效目标完成情况: actuals are stated
  | 'achievements'
  | 'problems'
  | 'measures';

/** A stretch of Chinese prose with a name people know: one narrative cell of a form, or one section of a report. */
export interface Passage {
  /** Cell address (`narrative.problems`), or the section's numbering in a report ("二（三）"). */
  readonly key: string;
  /** "存在的主要问题", "主要工作成效". */
  readonly title: string;
  readonly role: PassageRole;
  readonly text: string;
  /** Where `text` begins in the whole document, in UTF-16 units; 0 for a cell. */
  readonly offset: number;
}

/** A sentence as it stands. `start` and `end` count from the beginning of the whole document. */
export interface Quote {
  readonly passage: string;
  readonly title: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An indicator prose may speak of: its name and other names for it, and the unit its figures are compared in. */
export interface NamedIndicator {
  /** Key of the leaf: "LZ-02", "P03.I02". */
  readonly key: string;
  readonly names: readonly string[];
  readonly unit: string;
}

/** A number with its unit found in prose. */
export interface ProseFigure {
  readonly text: string;
  readonly value: DecimalText;
  /** As written, "" when none is. */
  readonly unit: string;
  /** 超、近、约、余、多: not the exact figure but a bound or an approximation of it. */
  readonly exactness: 'exact' | 'above' | 'below' | 'about';
  /** In the whole document. */
  readonly start: number;
  readonly end: number;
}

/** A figure said of an indicator. `says` is the target when the sentence sets it (指标值, 计划目标值), the actual otherwise. */
export interface Mention {
  readonly indicator: string;
  readonly says: 'target' | 'actual';
  readonly figure: ProseFigure;
  /** The year its sentence names, as "2024"; null when it names none. */
  readonly year: string | null;
  readonly role: PassageRole;
  readonly quote: Quote;
}

/** A score band as a report prints it: "95-100分（不含）7个". */
export interface StatedBand {
  readonly label: string;
  readonly from: DecimalText;
  readonly to: DecimalText;
  /** Whether the label itself says that a bound is in or out; null when it does not. */
  readonly fromIncluded: boolean | null;
  readonly toIncluded: boolean | null;
  readonly count: string;
}

/** How many projects a report puts into one grade: "评价为优的16个". */
export interface StatedGradeCount {
  readonly grade: Grade;
  readonly count: string;
}

/** A fact that prose states about the form as a whole. */
export type Statement =
  | { readonly kind: 'execution_rate'; readonly percent: DecimalText; readonly quote: Quote }
  /** `isCited`: the year of a notice, which is the evaluated one or the one after it. */
  | { readonly kind: 'fiscal_year'; readonly year: string; readonly isCited: boolean; readonly quote: Quote }
  | { readonly kind: 'project_count'; readonly fund: FundSource | null; readonly count: string; readonly quote: Quote }
  | { readonly kind: 'score_bands'; readonly bands: readonly StatedBand[]; readonly quote: Quote }
  | { readonly kind: 'grade_counts'; readonly counts: readonly StatedGradeCount[]; readonly quote: Quote }
  | { readonly kind: 'indicator_count'; readonly count: string; readonly quote: Quote }
  | { readonly kind: 'total_score'; readonly score: DecimalText; readonly quote: Quote }
  | { readonly kind: 'grade'; readonly grade: Grade; readonly word: string; readonly quote: Quote };
