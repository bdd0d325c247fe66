import { useEffect, useRef, useState } from 'react';

export interface ReportHeading {
  readonly level: 2 | 3;
  readonly text: string;
}

/** A sheet of A4 with a margin of grey around it, in CSS pixels. */
const SHEET_WIDTH = 850;
/** Grey left of a sheet and above a heading, in CSS pixels. */
const MARGIN = 24;

/**
 * The printed document in a frame, scaled to the width there is, beside its outline. The frame runs no script; its headings are found from
 * outside, in the order of `headings`.
 */
export function ReportFrame({ src, title, headings }: { src: string; title: string; headings: readonly ReportHeading[] }) {
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setScale(Math.min(1, element.clientWidth / SHEET_WIDTH)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const show = (index: number): void => {
    const inside = frame.current?.contentWindow;
    const heading = inside?.document.querySelectorAll('h2, h3')[index];
    if (!inside || !heading) return;
    // Not scrollIntoView: it would move the page around the frame as well.
    const sheet = heading.closest('.sheet') ?? heading;
    inside.scrollTo({ top: inside.scrollY + heading.getBoundingClientRect().top - MARGIN, left: inside.scrollX + sheet.getBoundingClientRect().left - MARGIN });
  };
  return (
    <>
      <div className="report-frame" ref={box}>
        <iframe ref={frame} src={src} title={title} style={{ width: `${100 / scale}%`, height: `${100 / scale}%`, transform: `scale(${scale})` }} />
      </div>
      <nav className="report-outline" aria-label="报告目录">
        <h3>目录</h3>
        <ol>
          {headings.map((heading, index) => (
            <li key={`${index} ${heading.text}`} className={`outline-${heading.level}`}>
              <button type="button" className="row-opener" onClick={() => show(index)}>
                {heading.text}
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </>
  );
}
