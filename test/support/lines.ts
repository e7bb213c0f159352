import { parseDocument } from '../../src/front-matter.ts';

/** Lines that say something, in their order. */
export const contentIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

/** The same of what stands below front matter. */
export const contentOf = (text: string): readonly string[] => contentIn(parseDocument(text).body);

/** Which of these lines do not stand in a text, in their order. A section has its headings one rank lower. */
export function lostIn(lines: readonly string[], text: string): readonly string[] {
  const written = contentIn(text);
  let at = 0;
  return lines.filter((line) => {
    const found = written.findIndex(
      (each, index) => index >= at && (each === line || (/^#/.test(line) && each === `#${line}`)),
    );
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}
