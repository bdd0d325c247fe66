import fang from '~/app/reports/fonts/FandolFang-Regular.ttf?url';
import hei from '~/app/reports/fonts/FandolHei-Regular.ttf?url';
import kai from '~/app/reports/fonts/FandolKai-Regular.ttf?url';
import song from '~/app/reports/fonts/FandolSong-Bold.ttf?url';

const face = (family: string, weight: 400 | 700, url: string): string =>
  `@font-face { font-family: ${family}; font-weight: ${weight}; font-display: swap; src: url("${url}") format("truetype"); }`;

/** The faces the printer has in its own folder, for a browser that reads them from us. */
const FACES = [face('FandolFang', 400, fang), face('FandolHei', 400, hei), face('FandolKai', 400, kai), face('FandolSong', 700, song)].join('\n');

/** The printer's document with the faces named in its head. */
export function withPreviewFaces(html: string): string {
  return html.replace('<head>', () => `<head><style>${FACES}</style>`);
}
