/** Families that stand for the generic names when a document asks for none of its own. */
const GENERIC: readonly (readonly [string, string])[] = [
  ['serif', 'FandolFang'],
  ['sans-serif', 'FandolHei'],
  ['monospace', 'FandolFang'],
];

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The configuration that shows a browser exactly the faces in `facesFolder` and nothing of the machine, so that a page looks the same
 * everywhere. Rescanning is off: the folder never changes.
 */
export function fontconfigXml(facesFolder: string, cacheFolder: string): string {
  const aliases = GENERIC.map(
    ([generic, family]) => `  <alias binding="same"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escapeXml(facesFolder)}</dir>
  <cachedir>${escapeXml(cacheFolder)}</cachedir>
${aliases.join('\n')}
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
`;
}
