import { useEffect, useRef, useState } from 'react';

export interface ReportHeading {
  readonly level: 2 | 3;
  readonly text: string;
}

/** A sheet of A4 upright and across with a margin of grey around it, in CSS pixels. */
const UPRIGHT = 850;
const ACROSS = 1180;
/** Grey left of a sheet and above a heading, in CSS pixels. */
const MARGIN = 24;

/**
 * The printed document in a frame, scaled so that a sheet fits the width there is, beside its outline. The frame runs no script; its
 * headings are found from outside, in the order of `headings`.
 */
export function ReportFrame({ src, title, headings }: { src: string; title: string; headings: readonly ReportHeading[] }) {
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [width, setWidth] = useState(UPRIGHT);
  const [shown, setShown] = useState({ index: -1, paper: UPRIGHT });
  const scale = Math.min(1, width / shown.paper);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // After the frame has its new size.
  useEffect(() => {
    const inside = frame.current?.contentWindow;
    const heading = inside?.document.querySelectorAll('h2, h3')[shown.index];
    if (!inside || !heading) return;
    // Not scrollIntoView: it would move the page around the frame as well.
    const sheet = heading.closest('.sheet') ?? heading;
    const mark = heading.previousElementSibling?.matches('.attachment-mark') ? heading.previousElementSibling : heading;
    inside.scrollTo({ top: inside.scrollY + mark.getBoundingClientRect().top - MARGIN, left: inside.scrollX + sheet.getBoundingClientRect().left - MARGIN });
  }, [shown]);
  const show = (index: number): void => {
    const heading = frame.current?.contentDocument?.querySelectorAll('h2, h3')[index];
    setShown({ index, paper: heading?.closest('.land') ? ACROSS : UPRIGHT });
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
