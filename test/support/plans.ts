import { check } from '../../src/check.ts';
import type { CheckedPlan } from '../../src/stages.ts';
import { memoryTree } from '../../src/tree.ts';

/** A plan of these files that has been read by no check at all. */
export const planOf = (files: Readonly<Record<string, string>>): CheckedPlan =>
  check(
    { generator: 'test', files: Object.entries(files).map(([path, text]) => ({ path, text })) },
    [],
    { project: memoryTree({}), targets: [], personas: new Map() },
  );
