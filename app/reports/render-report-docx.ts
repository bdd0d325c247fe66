import { AlignmentType, Document, Footer, Header, HeadingLevel, type ISectionOptions, PageNumber, Packer, Paragraph, SectionType, TabStopType, TextRun } from 'docx';
import { bodyParagraph, characters, LANDSCAPE, LINE, PORTRAIT, run, SIZES, TEXT_WIDTH } from './docx/official-styles';
import { reportTable } from './docx/report-table';
import type { ReportAttachment, ReportModel, ReportSection } from './report-model';

/** The report as an editable Word document, from the same model as the PDF. */
export async function renderReportDocx(model: ReportModel): Promise<Uint8Array> {
  const document = new Document({
    title: model.title,
    creator: model.departmentName,
    evenAndOddHeaderAndFooters: true,
    sections: [bodySection(model), ...model.attachments.map((attachment) => attachmentSection(model, attachment))],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function bodySection(model: ReportModel): ISectionOptions {
  const blank = new Paragraph({ spacing: LINE });
  return {
    properties: { page: PORTRAIT },
    ...runningParts(model, 'portrait'),
    children: [
      ...model.titleLines.map(
        (text) => new Paragraph({ alignment: AlignmentType.CENTER, spacing: { ...LINE, line: 725 }, children: [new TextRun({ ...run('title', SIZES.title), text })] }),
      ),
      blank,
      ...model.sections.flatMap((section) => sectionParagraphs(section, 1)),
      blank,
      ...model.attachments.map(
        ({ title }, index) =>
          new Paragraph({
            ...bodyParagraph,
            indent: index === 0 ? { left: characters(6), hanging: characters(4) } : { left: characters(6), hanging: characters(1) },
            children: [new TextRun({ ...run('fang', SIZES.body), text: `${index === 0 ? '附件：' : ''}${model.attachments.length === 1 ? '' : `${index + 1}.`}${title}` })],
          }),
      ),
      blank,
      ...[model.signature.name, model.signature.date]
        .filter((text) => text !== null)
        .map((text) => new Paragraph({ spacing: LINE, alignment: AlignmentType.RIGHT, indent: { right: characters(4) }, children: [new TextRun({ ...run('fang', SIZES.body), text })] })),
    ],
  };
}

function sectionParagraphs(section: ReportSection, level: 1 | 2): Paragraph[] {
  const heading = new Paragraph({
    ...bodyParagraph,
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    children: [new TextRun({ ...run(level === 1 ? 'hei' : 'kai', SIZES.body, { bold: false, color: '000000' }), text: section.heading })],
  });
  const blocks = section.blocks.flatMap((block) =>
    block.kind === 'section'
      ? sectionParagraphs(block, 2)
      : [
          new Paragraph({
            ...bodyParagraph,
            children: [
              ...(block.lead === '' ? [] : [new TextRun({ ...run('kai', SIZES.body), text: block.lead })]),
              new TextRun({ ...run('fang', SIZES.body), text: block.text }),
            ],
          }),
        ],
  );
  return [heading, ...blocks];
}

function attachmentSection(model: ReportModel, attachment: ReportAttachment): ISectionOptions {
  const { orientation, facts } = attachment;
  const small = run('fang', SIZES.table);
  return {
    properties: { type: SectionType.NEXT_PAGE, page: orientation === 'landscape' ? LANDSCAPE : PORTRAIT },
    ...runningParts(model, orientation),
    children: [
      new Paragraph({ spacing: LINE, children: [new TextRun({ ...run('hei', SIZES.body), text: attachment.mark })] }),
      ...(orientation === 'portrait' ? [new Paragraph({ spacing: LINE })] : []),
      new Paragraph({ spacing: LINE, alignment: AlignmentType.CENTER, children: [new TextRun({ ...run('title', SIZES.attachmentTitle), text: attachment.title })] }),
      new Paragraph({
        spacing: { ...LINE, line: 360 },
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH[orientation] }],
        children: [new TextRun({ ...small, text: facts[0] }), new TextRun({ ...small, text: `\t${facts[1]}` })],
      }),
      reportTable(attachment),
      ...attachment.notes.map((text) => new Paragraph({ spacing: { ...LINE, line: 320, before: 80 }, children: [new TextRun({ ...small, text })] })),
    ],
  };
}

/** Head and foot of a section: number on the outer side, one character in from the edge. */
function runningParts(model: ReportModel, orientation: ReportAttachment['orientation']): Pick<ISectionOptions, 'headers' | 'footers'> {
  const folio = (alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer =>
    new Footer({
      children: [
        new Paragraph({
          alignment,
          indent: alignment === AlignmentType.LEFT ? { left: SIZES.folio * 10 } : { right: SIZES.folio * 10 },
          children: [new TextRun({ ...run('song', SIZES.folio), children: ['— ', PageNumber.CURRENT, ' —'] })],
        }),
      ],
    });
  const small = run('fang', SIZES.table, { color: '333333' });
  const head = new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH[orientation] }],
        children: [new TextRun({ ...small, text: model.runningHead }), new TextRun({ ...small, text: model.demo ? '\t演示数据' : '' })],
      }),
    ],
  });
  return { headers: { default: head, even: head }, footers: { default: folio(AlignmentType.RIGHT), even: folio(AlignmentType.LEFT) } };
}
