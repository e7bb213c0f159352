import { expect, test } from 'vitest';
import { shipped } from '../../src/shipped.ts';
import { targets } from '../../src/targets/index.ts';
import { persona } from '../support/built.ts';
import { folder } from '../support/disk.ts';

test('all that ships, for every tool and in one project, has no error and no warning', async () => {
  const root = folder();
  const everyTool = targets.map(({ id }) => id).join(',');
  for (const { id } of shipped.personas)
    await persona(root, [id, '--targets', everyTool, '--mcp', '--readme', '--guard', '--yes']);

  const { code, stdout } = await persona(root, ['check', '--json']);

  const { findings } = JSON.parse(stdout) as {
    findings: { check: string; level: string; path: string }[];
  };
  expect(findings.filter(({ level }) => level !== 'info')).toEqual([]);
  // The seed's dialect stands in a place that no editor looks into, knowingly.
  expect([...new Set(findings.map(({ check }) => check))]).toEqual(['place-is-read']);
  expect(findings.every(({ path }) => path.startsWith('.augment/'))).toBe(true);
  expect(code).toBe(0);
}, 60_000);
