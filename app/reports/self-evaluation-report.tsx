import type { JSX } from 'react';
import type { ReportAttachment, ReportModel, ReportParagraph, ReportSection } from './report-model';
import { ReportTable } from './report-table';

function Paragraph({ lead, text }: ReportParagraph): JSX.Element {
  return (
    <p>
      {lead !== '' && <span className="lead">{lead}</span>}
      {text}
    </p>
  );
}

function Section({ section, level }: { readonly section: ReportSection; readonly level: 2 | 3 }): JSX.Element {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <>
      <Heading>{section.heading}</Heading>
      {section.blocks.map((block, index) => (block.kind === 'section' ? <Section key={index} section={block} level={3} /> : <Paragraph key={index} {...block} />))}
    </>
  );
}

function AttachmentList({ attachments }: Pick<ReportModel, 'attachments'>): JSX.Element {
  return (
    <div className="attachment-list">
      {attachments.map(({ title }, index) => (
        <p key={title}>{`${index === 0 ? '附件：' : ''}${attachments.length === 1 ? '' : `${index + 1}.`}${title}`}</p>
      ))}
    </div>
  );
}

function Attachment({ attachment }: { readonly attachment: ReportAttachment }): JSX.Element {
  const [left, right] = attachment.facts;
  return (
    <section className={attachment.orientation === 'landscape' ? 'sheet attachment land' : 'sheet attachment'}>
      <p className="attachment-mark">{attachment.mark}</p>
      <h2>{attachment.title}</h2>
      <p className="facts">
        <span>{left}</span>
        <span>{right}</span>
      </p>
      <ReportTable attachment={attachment} />
      {attachment.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </section>
  );
}

/** The printed report. Every text is text: nothing people typed becomes markup. */
export function SelfEvaluationReport({ model, draft }: { readonly model: ReportModel; readonly draft: boolean }): JSX.Element {
  return (
    <>
      {draft && (
        <div className="watermark" aria-hidden="true">
          <span>草稿</span>
        </div>
      )}
      <p className="running" aria-hidden="true">
        {[model.runningHead, model.demo ? '演示数据' : ''].filter((text) => text !== '').join('　')}
      </p>
      <section className="sheet body">
        <h1>
          {model.titleLines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </h1>
        {model.sections.map((section) => (
          <Section key={section.heading} section={section} level={2} />
        ))}
        <AttachmentList attachments={model.attachments} />
        <div className="signature">
          <p>{model.signature.name}</p>
          {model.signature.date !== null && <p>{model.signature.date}</p>}
        </div>
      </section>
      {model.attachments.map((attachment) => (
        <Attachment key={attachment.mark} attachment={attachment} />
      ))}
    </>
  );
}
