/** A heading of the second rank and all the text below it. */
export interface Section {
  readonly title: string;
  readonly text: string;
}

/**
 * Cut a body at its headings of the second rank. A `##` inside a fence is code, not a heading.
 * What stands before the first heading is dropped when it is blank, and has an empty title if not.
 */
export function sectionsOf(body: string): readonly Section[] {
  const sections: { title: string; lines: string[] }[] = [{ title: '', lines: [] }];
  let fence = '';
  for (const line of body.split(/\r?\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === '') fence = mark;
      else if (mark.startsWith(fence) && line.trim() === mark) fence = '';
    }
    const title = fence === '' ? /^##\s+(.*?)\s*#*$/.exec(line)?.[1] : undefined;
    if (title === undefined) sections.at(-1)!.lines.push(line);
    else sections.push({ title, lines: [] });
  }
  return sections
    .map(({ title, lines }) => ({ title, text: lines.join('\n').trim() }))
    .filter(({ title, text }) => title !== '' || text !== '');
}
