import { defineCheck, type Remark, type TextFile } from './check.ts';
import { nearest } from './nearest.ts';
import type { Finding } from './stages.ts';
import { mark, type Suppression, suppressionsIn } from './suppression.ts';

/** Known like a check to `explain`, `--skip` and the config; it reads what the others have found. */
export const suppressionsAreUsed = defineCheck({
  name: 'suppressions-are-used',
  level: 'warning',
  why: 'A suppression that suppresses nothing hides the next real finding, and one without a reason tells nobody whether it still holds.',
  reads: () => true,
  good: {
    path: '.claude/agents/a.md',
    text: '# Rules\n\n<!-- create-persona-ignore references-resolve: the build writes it -->\nSee [the list](list.md).\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '# Rules\n\n<!-- create-persona-ignore references-resolve -->\nSee [the list](list.md).\n<!-- create-persona-ignore text-is-clean: it was broken once -->\nAll is well.\n',
  },
  remarks: () => [],
});

/**
 * The findings that are left, and what is to be said of the suppressions themselves.
 *
 * @param ran - the checks that have read the file: what another would have found is not known
 * @param known - the names of all checks
 */
export function suppress(
  file: TextFile,
  findings: readonly Finding[],
  ran: ReadonlySet<string>,
  known: readonly string[],
): readonly Finding[] {
  const all = suppressionsIn(file);
  if (all.length === 0) return findings;
  const used = new Set<string>();
  const left = findings.filter(({ check, line }) => {
    const by = all.filter(
      ({ checks, reason, from, to }) =>
        reason !== '' && checks.includes(check) && line >= from && line <= to,
    );
    for (const each of by) used.add(`${each.line} ${check}`);
    return by.length === 0;
  });
  if (!ran.has(suppressionsAreUsed.name)) return left;
  const told = all.flatMap((each) =>
    [...remarks(each, known, (check) => !ran.has(check) || used.has(`${each.line} ${check}`))].map(
      (remark) => ({
        check: suppressionsAreUsed.name,
        path: file.path,
        level: suppressionsAreUsed.level,
        line: each.line,
        column: each.column,
        ...remark,
      }),
    ),
  );
  return [...left, ...told].sort((a, b) => a.line - b.line || a.column - b.column);
}

function* remarks(
  { checks, reason }: Suppression,
  known: readonly string[],
  isUsed: (check: string) => boolean,
): Iterable<Remark> {
  const unknown = checks.filter((check) => !known.includes(check));
  for (const check of unknown) {
    const meant = nearest(check, known);
    yield {
      says: `There is no check \`${check}\`, so this suppresses nothing.`,
      mend:
        meant === undefined
          ? 'Name a check that is there; `create-persona list` names them all.'
          : `Did you mean \`${meant}\`?`,
    };
  }
  if (checks.length === 0) {
    yield {
      says: 'This suppression names no check, so it suppresses nothing.',
      mend: `Write \`${mark} <check>: <reason>\`.`,
    };
  } else if (reason === '') {
    yield {
      says: 'This suppression gives no reason, so it suppresses nothing.',
      mend: `Say after a colon why it may stand: \`${mark} ${checks.join(', ')}: <reason>\`.`,
    };
  } else {
    for (const check of checks.filter((each) => !unknown.includes(each) && !isUsed(each))) {
      yield {
        says: `\`${check}\` has nothing to say here, so this suppresses nothing.`,
        mend: 'Take it out.',
      };
    }
  }
}
