import type { Kept } from './kept.ts';

/**
 * A rendered test module without what belongs to conventions that the persona has dropped: their
 * shape runs through every test, so it is taken out here, and templates show the whole.
 *
 * @returns nothing, where no test is left
 */
export function without(
  path: string,
  text: string,
  { keepsSteps, keepsMarks, keepsTables }: Kept,
): string | undefined {
  if (!path.startsWith('tests/') || !path.endsWith('.py')) return text;
  const isTest = /\/test_[^/]+$/.test(path);
  const plain = keepsTables || !isTest ? text : withoutTables(text);
  if (isTest && /^\s*(async )?def test_|^class Test/m.test(text) && !hasTests(plain))
    return undefined;
  const unmarked = keepsMarks ? plain : plain.replace(/^ *@pytest\.mark\.asyncio\n/gm, '');
  return keepsSteps ? unmarked : unmarked.replace(/^ *# (Arrange|Act|Assert)\n/gm, '');
}

const hasTests = (text: string) => /^\s*(async )?def test_|^class Test/m.test(text);

/** Definitions at the margin stand two empty lines apart. What only the tables used goes with them. */
function withoutTables(text: string): string {
  const parts = text.split(/\n{3,}/);
  const left = parts.filter((part) => !/^@pytest\.mark\.parametrize\(/m.test(part));
  if (left.length === parts.length) return text;
  const isUsed = (name: string) => left.join('\n').split(new RegExp(`\\b${name}\\b`)).length > 2;
  return left
    .map((part) => {
      const tables = part.matchAll(/^([A-Z][A-Z_]*) = \[(?:.*\]$|\n[\s\S]*?^\]$)\n?/gm);
      return [...tables].reduce(
        (shorter, [table, name]) => (isUsed(name!) ? shorter : shorter.replace(table, '')),
        part,
      );
    })
    .filter((part) => part.trim() !== '')
    .join('\n\n\n');
}
