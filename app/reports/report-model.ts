/** One paragraph. `lead` is the heading that begins it ("（一）……。"), set in the face of second-level headings. */
export interface ReportParagraph {
  readonly kind: 'paragraph';
  readonly lead: string;
  readonly text: string;
}

export interface ReportSection {
  readonly kind: 'section';
  /** With its number: "一、基本情况", "（一）部门职能". */
  readonly heading: string;
  readonly blocks: readonly (ReportParagraph | ReportSection)[];
}

export interface ReportColumn {
  readonly title: string;
  /** Share of the table's width in percent; the columns of a table add up to 100. */
  readonly width: number;
  readonly align: 'left' | 'centre' | 'number';
}

/** `rowSpan` 0 marks a place covered by the cell above it, `colSpan` counts columns. */
export interface ReportCell {
  readonly text: string;
  readonly rowSpan?: number;
  readonly colSpan?: number;
  /** Length of a bar drawn in the cell, in percent of its width. */
  readonly bar?: string;
}

export interface ReportRow {
  readonly kind: 'row' | 'total';
  readonly cells: readonly ReportCell[];
}

export interface ReportAttachment {
  /** "附件1". */
  readonly mark: string;
  readonly title: string;
  /** Wide tables lie across the paper. */
  readonly orientation: 'portrait' | 'landscape';
  /** Facts above the table, left and right. */
  readonly facts: readonly [string, string];
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  readonly notes: readonly string[];
}

/** The 部门整体支出绩效自评报告 of one snapshot: what is printed, without how. PDF, Word and preview are made from it. */
export interface ReportModel {
  /** The title in its lines, broken where the sense breaks. */
  readonly titleLines: readonly string[];
  readonly title: string;
  readonly bureauName: string;
  readonly departmentName: string;
  readonly fiscalYear: number;
  readonly demo: boolean;
  /** In the upper margin of every page: when and as which submission it was reported. */
  readonly runningHead: string;
  readonly sections: readonly ReportSection[];
  readonly attachments: readonly ReportAttachment[];
  /** 署名 and 成文日期; no date while nothing is submitted. */
  readonly signature: { readonly name: string; readonly date: string | null };
}

/** What a report needs to know that is not in the snapshot. Both are null for the preview of a form that is still being filled in. */
export interface ReportFacts {
  /** ISO instant of 报送. */
  readonly submittedAt: string | null;
  /** 1 for the first 报送. */
  readonly submissionNumber: number | null;
}
