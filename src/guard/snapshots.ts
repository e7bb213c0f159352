import { sortWords } from './arguments.ts';
import { deep, type Effect, type Told } from './effect.ts';
import { has } from './opaque.ts';
import { each } from './writers.ts';

/**
 * Flags with which a program that judges writes: what it is told of then is changed. Of vitest, jest,
 * Playwright and `go test`; of syrupy, snapshottest, inline-snapshot and pytest-regressions for pytest.
 */
export const mends =
  /^(-u|--fix|--?update|--update-?snapshots?|--createstub|--snapshot-update|--gen-snapshots?|--regen-all|--force-regen)(=|$)|^--inline-snapshot=(?!report|short-report|review|disable)/i;

/** `tox -- x`, `nox -e fmt`: what stands there may be given to any program. */
export const passesOn = (program: string, words: Told['words']): boolean => {
  if (program !== 'tox' && program !== 'nox') return false;
  const texts = words.map((word) => word?.[0] ?? '');
  const after = texts.indexOf('--');
  if (after >= 0 && texts.slice(after + 1).some((text) => !text.startsWith('-'))) return true;
  return texts.some(
    (text, nth) =>
      /^(-e|-s|--env|--session|--sessions)$/.test(text) &&
      !/^(py|pypy|\d|test|lint|type|cov|mypy|check|docs?-?test)/.test(texts[nth + 1] ?? ''),
  );
};

/** What is written anew lies beside the tests, or in them. */
const recorders: ReadonlyMap<string, string> = new Map([
  ...['vitest', 'jest', 'playwright', 'ava', 'bun'].map(
    (name) => [name, '*.{snap,{test,spec}.{js,jsx,ts,tsx,mjs,cjs,mts,cts}}'] as const,
  ),
  ...['pytest', 'py.test'].map((name) => [name, '{test_*.py,*_test.py,*.ambr,snap_*.py}'] as const),
]);

/** The snapshots that a run of the tests writes anew, where it is told to. */
export function recorded({ program, words }: Told): readonly Effect[] {
  const only = recorders.get(program);
  if (only === undefined || !has(words, mends)) return [];
  const { operands } = sortWords(words, '-k -m -t --testNamePattern -c --config --project');
  const first = operands[0]?.[0] ?? '';
  const named = /^(run|test|watch|dev)$/.test(first) ? operands.slice(1) : operands;
  return each(named.length === 0 ? [['.']] : named, program, (path) => deep(path, program, only));
}
