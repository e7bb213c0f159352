import { byFile, defineReporter, type Review, tallyOf, visible } from '../reporter.ts';
import type { Finding } from '../stages.ts';
import { count } from '../words.ts';

/** GitHub takes comments of up to 65,536 characters; what does not fit is counted. */
const most = 60_000;

/** For a comment on a pull request: a table for each file, errors first. */
export default defineReporter({
  name: 'markdown',
  describes: 'tables for a comment on a pull request',

  report: (review) => {
    const { files, findings, known, mended } = review;
    const { errors, warnings, infos, mendable } = tallyOf(findings);
    const parts = [
      `### ${errors > 0 ? '❌' : warnings > 0 ? '⚠️' : '✅'} create-persona check`,
      `${count(files, 'file')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(infos, 'info')}.`,
      ...(mended.length > 0 ? [`Mended: ${mended.map(code).join(', ')}.`] : []),
      ...(mendable > 0 ? [`\`--fix\` mends ${mendable} of them.`] : []),
      ...(known > 0 ? [`${count(known, 'known finding')} of the baseline not shown.`] : []),
    ];
    const why = reasons(review);
    const room = most - [...parts, ...why].join('\n\n').length;
    return `${[...parts, ...tables(review, room), ...why].join('\n\n')}\n`;
  },
});

/** Once for each check that has found anything, folded: who knows it need not read it. */
function reasons({ findings, checks }: Review): readonly string[] {
  const found = new Set(findings.map(({ check }) => check));
  const all = checks.filter(({ name }) => found.has(name));
  if (all.length === 0) return [];
  const rows = all.map(({ name, why }) => `- **${name}**: ${cell(why)}`);
  return [`<details>\n<summary>Why</summary>\n\n${rows.join('\n')}\n\n</details>`];
}

function tables({ findings }: Review, room: number): readonly string[] {
  const all = [...byFile(findings)].sort(([, a], [, b]) => worst(a) - worst(b));
  const shown: string[] = [];
  let left = room;
  let told = 0;
  for (const [path, found] of all) {
    const rows: string[] = [];
    left -= path.length + 60;
    for (const finding of found) {
      const next = row(finding);
      left -= next.length + 1;
      if (left < 0) break;
      rows.push(next);
    }
    told += rows.length;
    if (rows.length > 0)
      shown.push(`**${code(path)}**\n\n| Line | | Finding |\n|--:|:--|:--|\n${rows.join('\n')}`);
    if (left < 0) break;
  }
  const more = findings.length - told;
  return more === 0 ? shown : [...shown, `… and ${more} more.`];
}

const ranks = { error: 0, warning: 1, info: 2 } as const;
const worst = (found: readonly Finding[]) => Math.min(...found.map(({ level }) => ranks[level]));

const row = ({ line, level, check, says, mend }: Finding) =>
  `| ${line} | ${level} | ${cell(says)}<br>${cell(mend)} <sub>${check}</sub> |`;

const code = (path: string) => `\`${visible(path).replaceAll('`', "'")}\``;

/**
 * What stands in a finding was written by anybody: it must not end the cell, call for a person by
 * name or bring in tags and pictures. Code in back-ticks stays code.
 */
const cell = (text: string) =>
  visible(text)
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replace(/[[\]!*_~]/g, '\\$&')
            .replaceAll('@', '@\u200b'),
    )
    .join('')
    .replaceAll('|', '\\|');
