import { type Paint, paint, paintLevel } from '../color.ts';
import { byFile, defineReporter, type Review, tallyOf, visible, wellFormed } from '../reporter.ts';
import type { Finding } from '../stages.ts';
import { count } from '../words.ts';

/** For a person: by file, each finding with its line and a caret, and at the end why it matters. */
export default defineReporter({
  name: 'text',
  describes: 'for people: the lines, and what to do about them',

  report: (review, { hasColor, quiet }) => {
    const colors = paint(hasColor);
    const { findings, lineAt } = review;
    const files = [...byFile(findings)].map(
      ([path, found]) =>
        `${colors.underline(visible(path))}\n${found.map((each) => entry(each, lineAt(path, each.line), colors)).join('\n')}`,
    );
    const parts = quiet ? files : [...files, ...reasons(review, colors), summary(review, colors)];
    return parts.join('\n\n');
  },
});

function entry(
  { line, column, level, check, says, mend, fix }: Finding,
  text: string,
  colors: Paint,
): string {
  const { shown, before } = excerpt(text, column);
  const number = String(line);
  const gap = ' '.repeat(number.length);
  const howLine = fix === undefined ? '' : colors.dim(' (--fix does)');
  return [
    `  ${colors.bold(`${line}:${column}`)}  ${paintLevel(colors, level)}  ${colors.dim(check)}`,
    ...(text.trim() === ''
      ? []
      : [
          `    ${colors.dim(`${number} │`)} ${shown}`,
          `    ${colors.dim(`${gap} │`)} ${before}${colors.red('^')}`,
        ]),
    `    ${visible(says)}`,
    `    ${visible(mend)}${howLine}`,
  ].join('\n');
}

/** As much of a line as fits around its column, and what must stand before the caret. */
function excerpt(text: string, column: number): { shown: string; before: string } {
  const width = 88;
  const at = Math.min(column - 1, text.length);
  const from = text.length <= width || at < width - 16 ? 0 : at - 40;
  const cut = (part: string) => visible(part).replaceAll('\t', '  ');
  const head = cut(`${from > 0 ? '…' : ''}${wellFormed(text.slice(from, at))}`);
  const rest = text.slice(at, from + width);
  const tail = `${cut(wellFormed(rest))}${from + width < text.length ? '…' : ''}`;
  return { shown: head + tail, before: ' '.repeat(columnsOf(head)) };
}

/** How many columns of a terminal a text takes: wide signs two, marks on others none. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) {
    if (/[\p{M}\u200c\u200d]/u.test(sign)) continue;
    columns +=
      /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        sign,
      )
        ? 2
        : 1;
  }
  return columns;
}

/** Why each check exists that has found anything, once, and how often it has. */
function reasons({ findings, checks }: Review, colors: Paint): readonly string[] {
  const times = new Map<string, number>();
  for (const { check } of findings) times.set(check, (times.get(check) ?? 0) + 1);
  const found = checks.filter(({ name }) => times.has(name));
  if (found.length === 0) return [];
  return [
    `${colors.bold('Why')}\n${found.map(({ name, why }) => `  ${colors.dim(name)}${often(times.get(name)!)}  ${why}`).join('\n')}`,
  ];
}

const often = (times: number) => (times === 1 ? '' : ` ×${times}`);

function summary({ files, findings, known, gone, mended }: Review, colors: Paint): string {
  const { errors, warnings, infos, mendable } = tallyOf(findings);
  const tint = errors > 0 ? colors.red : warnings > 0 ? colors.yellow : colors.green;
  const many = gone.reduce((sum, { times = 1 }) => sum + times, 0);
  return [
    ...(mended.length === 0 ? [] : [`Mended: ${mended.map(visible).join(', ')}.`]),
    ...(known === 0 ? [] : [`${count(known, 'known finding')} of the baseline not shown.`]),
    ...(many === 0
      ? []
      : [
          `${count(many, 'known finding')} of the baseline ${many === 1 ? 'is' : 'are'} there no more: \`create-persona check --update-baseline\` takes ${many === 1 ? 'it' : 'them'} out.`,
        ]),
    ...(mendable === 0 ? [] : [`\`create-persona check --fix\` mends ${mendable} of these.`]),
    tint(
      `${count(files, 'file')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(infos, 'info')}`,
    ),
  ].join('\n');
}
