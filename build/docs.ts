import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../src/check.ts';
import { allChecks } from '../src/review/checking.ts';
import { reporters } from '../src/reporters/index.ts';
import { saidOfBad } from '../src/review/own-example.ts';
import type { Finding } from '../src/stages.ts';
import { targets } from '../src/targets/index.ts';

/** docs/checks.md: what each check is there for, said by the check itself. `npm run docs` writes it. */
export async function checksPage(): Promise<string> {
  const checks = [...allChecks].sort((a, b) => (a.name < b.name ? -1 : 1));
  const said = new Map<Check, readonly Finding[]>();
  for (const check of checks) said.set(check, await saidOfBad(check));
  return (
    [
      readFileSync(join(import.meta.dirname, 'checks-intro.md'), 'utf8').trimEnd(),
      'This part is made from the checks by `npm run docs`; `create-persona explain <check>` shows the same. Where `--fix` says yes, it mends the bad example.',
      table([
        ['Check', 'Level', '`--fix`', 'Reads'],
        ...checks.map((check) => [
          `[${check.name}](#${check.name})`,
          check.level,
          said.get(check)!.some(({ fix }) => fix !== undefined) ? 'yes' : '',
          kindsOf(check).join(', '),
        ]),
      ]),
      'The level is that of most of its findings; where a check is surer, or less sure, it says so. A level in `.persona/config.yaml` holds for all findings of a check.',
      `\`--format\` is one of ${reporters.map(({ name, describes }) => `\`${name}\` (${describes})`).join(', ')}.`,
      ...checks.map((check) => section(check, said.get(check)!)),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

const section = ({ name, why, good, bad }: Check, said: readonly Finding[]) =>
  [
    `### ${name}`,
    why,
    'Passes:',
    example(good),
    'Does not:',
    example(bad),
    ...(said.length === 0 ? [] : ['Is told:', fenced(said.map(told).join('\n'))]),
  ].join('\n\n');

const told = ({ line, column, level, says, mend }: Finding) =>
  shown(`${line}:${column}  ${level}\n  ${says}\n  ${mend}`);

const example = ({ path, text }: { readonly path: string; readonly text: string }) =>
  fenced(`${path}\n\n${shown(text).trimEnd()}`);

/** In a fence that is longer than any inside. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** What the page is to show, and a reader of it would not see or would lose. */
const shown = (text: string) =>
  text.replace(
    /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u206f]/gu,
    (sign) => {
      const code = sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
      return `<U+${code}>`;
    },
  );

const kinds = ['agent', 'instruction', 'prompt', 'memory', 'spec', 'skill', 'persona'] as const;

const kindsOf = (check: Check): readonly string[] => {
  const read = kinds.filter((kind) =>
    [...targets, undefined].some((target) => check.reads({ kind, target })),
  );
  return read.length === kinds.length ? ['all'] : read;
};

const table = ([head, ...rows]: readonly (readonly string[])[]) =>
  [head!, head!.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(import.meta.dirname, '..', 'docs', 'checks.md'), await checksPage());
