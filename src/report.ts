import { type Paint, paint, paintLevel } from './color.ts';
import type { Problem } from './problems.ts';
import type { Change, Finding, Loss, Outcome } from './stages.ts';
import { count } from './words.ts';

interface Manner {
  readonly hasColor?: boolean;
  readonly quiet?: boolean;
  /** Tokens of each file, where somebody counted them. */
  readonly tokens?: ReadonlyMap<string, number>;
}

/** What a person reads once it is over. Pure, so that the tests can read it too. */
export function report(
  { plan, receipt, would }: Outcome,
  { hasColor = false, quiet = false, tokens }: Manner = {},
): string {
  const colors = paint(hasColor);
  const shown = quiet ? plan.findings.filter(({ level }) => level !== 'info') : plan.findings;
  const parts = [...findingTexts(shown, colors)];
  const told = receipt ?? would;
  if (told === undefined) {
    const errors = plan.findings.filter(({ level }) => level === 'error').length;
    return [...parts, `${count(errors, 'error')}. Nothing was written.`].join('\n\n');
  }
  if (quiet) return parts.join('\n\n');

  const { written, replaced, unchanged, removed } = told;
  const [wrote, put, was, took] =
    receipt === undefined
      ? ['Would write:', 'Would replace:', 'would be', 'Would remove:']
      : ['Wrote:', 'Replaced:', 'was', 'Removed:'];
  if (written.length > 0) parts.push(section(wrote!, fileTree(written, tokens)));
  if (replaced.length > 0) parts.push(section(put!, fileTree(replaced, tokens)));
  if (removed.length > 0) parts.push(section(took!, fileTree(removed)));
  const isAll = written.length + replaced.length + removed.length === 0;
  if (unchanged.length > 0) {
    parts.push(
      isAll
        ? `${unchanged.length === 1 ? 'The file is as it' : `All ${count(unchanged.length, 'file')} are as they`} should be. Nothing ${was} written.`
        : `${count(unchanged.length, 'file')} ${unchanged.length === 1 ? 'is' : 'are'} as before.`,
    );
  }
  const isNothing = isAll && unchanged.length === 0;
  if (isNothing)
    parts.push(
      plan.changes?.length ? 'Nothing was written.' : 'Nothing to do: all is as it should be.',
    );
  if (plan.changes && plan.changes.length > 0 && (!isAll || isNothing))
    parts.push(changeTable(plan.changes));
  if (isAll) return parts.join('\n\n');
  parts.push(...lossSections(plan.losses ?? []));
  if (receipt !== undefined && plan.next && plan.next.length > 0 && written.length > 0)
    parts.push(section('Next:', plan.next.map((each) => `  ${each}`).join('\n')));
  return parts.join('\n\n');
}

export const problemText = ({ name, message, mend }: Problem): string =>
  `${message}\n${mend}\n(${name})`;

export const findingText = (
  { path, line, column, level, says, mend, check }: Finding,
  colors: Paint = paint(false),
): string =>
  `${colors.bold(`${path}:${line}:${column}`)}  ${paintLevel(colors, level)}  ${colors.dim(check)}\n  ${says}\n  ${mend}`;

/** Each error and warning by itself; infos of one check as one, for they say the same of many files. */
function findingTexts(findings: readonly Finding[], colors: Paint): readonly string[] {
  const loud = findings.filter(({ level }) => level !== 'info');
  const infos = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.level === 'info')
      infos.set(finding.check, [...(infos.get(finding.check) ?? []), finding]);
  }
  return [
    ...loud.map((finding) => findingText(finding, colors)),
    ...[...infos.values()].map(
      ([first, ...more]) =>
        `${findingText(first!, colors)}${more.length === 0 ? '' : `\n  The same goes for ${count(more.length, 'other file')}; \`create-persona check\` names them.`}`,
    ),
  ];
}

const section = (title: string, text: string) => `${title}\n${text}`;

/**
 * Paths as a tree, each folder once. A folder that holds only one folder shares its line.
 *
 * @param tokens - shown beside the files that have a count
 */
export function fileTree(paths: readonly string[], tokens?: ReadonlyMap<string, number>): string {
  const root: Branch = new Map();
  for (const path of paths) {
    let branch = root;
    for (const part of path.split('/')) {
      const next = branch.get(part) ?? new Map();
      branch.set(part, next);
      branch = next;
    }
  }
  const rows = drawBranch(root, '  ', '');
  const width = Math.max(...rows.map(([line]) => line.length));
  return rows
    .map(([line, path]) => {
      const size = path === undefined ? undefined : tokens?.get(path);
      return size === undefined
        ? line
        : `${line.padEnd(width + 2)}${String(size).padStart(6)} tokens`;
    })
    .join('\n');
}

interface Branch extends Map<string, Branch> {}
type Row = readonly [line: string, path: string | undefined];

const drawBranch = (branch: Branch, indent: string, above: string): Row[] =>
  [...branch].flatMap(([part, below]) => {
    let name = part;
    let inner = below;
    while (inner.size === 1 && [...inner.values()][0]!.size > 0) {
      const [[next, deeper]] = [...inner] as [[string, Branch]];
      name += `/${next}`;
      inner = deeper;
    }
    const path = above === '' ? name : `${above}/${name}`;
    if (inner.size === 0) return [[`${indent}${name}`, path] as const];
    return [[`${indent}${name}/`, undefined] as const, ...drawBranch(inner, `${indent}  `, path)];
  });

const headings: Readonly<Record<Change['how'], string>> = {
  lost: 'Not taken over:',
  renamed: 'Put in the words of today:',
  mended: 'Given back as it was meant:',
  assumed: 'Not said, and taken so:',
};

/** What became of the files that were taken in: a section for each way, a row for each place. */
export const changeTable = (changes: readonly Change[]): string =>
  (Object.keys(headings) as Change['how'][])
    .map((how) => [how, changes.filter((each) => each.how === how)] as const)
    .filter(([, rows]) => rows.length > 0)
    .map(([how, rows]) => section(headings[how], [...alike(rows)].join('\n')))
    .join('\n\n');

/** Rows that differ in their lines only are one. */
function* alike(rows: readonly Change[]): Iterable<string> {
  const groups = new Map<string, Change[]>();
  for (const row of rows) {
    const key = [row.path, row.what, row.because].join('\0');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  for (const group of groups.values()) {
    const { path, what, because } = group[0]!;
    const lines = [...new Set(group.map(({ line }) => line))].join(', ');
    yield `  ${path}:${lines}  ${what}\n    ${because}`;
  }
}

/** What no tool holds, though the text says it; and the texts themselves that have no place in a file. */
export function lossSections(losses: readonly Loss[]): readonly string[] {
  const texts = losses.filter(isUnwritten);
  const held = losses.filter(({ heldBy }) => heldBy !== undefined);
  const others = losses.filter((loss) => !isUnwritten(loss) && loss.heldBy === undefined);
  return [
    ...(others.length === 0
      ? []
      : [section('Said in the text, and held by no tool:', lossTable(others))]),
    ...(held.length === 0
      ? []
      : [section('Held by a hook, where the file alone would not:', lossTable(held))]),
    ...(texts.length === 0 ? [] : [section('Not written there:', lossTable(texts))]),
  ];
}

const isUnwritten = ({ what }: Loss) => ['text', 'instruction', 'prompt', 'skill'].includes(what);

/** A row for each thing that a target loses, with the names that share a reason on one line. */
function lossTable(losses: readonly Loss[]): string {
  const rows = new Map<string, { readonly key: readonly string[]; readonly names: string[] }>();
  for (const { target, what, name, because } of losses) {
    const key = [target, what, because];
    const row = rows.get(key.join('\0')) ?? { key, names: [] };
    row.names.push(name);
    rows.set(key.join('\0'), row);
  }
  const all = [...rows.values()].map(({ key, names }) => [
    key[0]!,
    key[1]!,
    names.join(', '),
    key[2]!,
  ]);
  const wide = [0, 1].map((column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map(
      ([target, what, names, because]) =>
        `  ${target!.padEnd(wide[0]!)}  ${what!.padEnd(wide[1]!)}  ${names}\n  ${' '.repeat(wide[0]! + wide[1]! + 4)}${because}`,
    )
    .join('\n');
}
