import { describe, expect, test } from 'vitest';
import type { Loss } from '../../src/stages.ts';
import { persona } from '../support/built.ts';
import { filesIn, folder } from '../support/disk.ts';

describe('--strict', () => {
  test('writes nothing where a restriction would be lost, says which, and ends with 1', async () => {
    const root = folder();

    const { code, stdout } = await persona(root, ['architect', '--targets', 'copilot', '--strict']);

    expect(code).toBe(1);
    expect(stdout).toContain('.github/agents/architect.agent.md:1:1  error  strict');
    expect(stdout).toContain('copilot does not hold a restriction of the persona (paths: **/*.py)');
    expect(stdout).toContain('8 errors. Nothing was written.');
    expect(filesIn(root)).toEqual({});
  });

  test('writes where each restriction is held', async () => {
    const root = folder();

    const { code } = await persona(root, ['architect', '--targets', 'opencode', '--strict']);

    expect(code).toBe(0);
    expect(Object.keys(filesIn(root))).toContain('.opencode/agents/architect.md');
  });

  test('without it the same losses are told, and marked as restrictions in JSON', async () => {
    const root = folder();

    const { code, stdout } = await persona(root, ['architect', '--targets', 'cursor', '--json']);

    const { losses } = JSON.parse(stdout) as { losses: { what: string; restricts?: true }[] };
    expect(code).toBe(0);
    const restricting = losses.filter(({ restricts }) => restricts).map(({ what }) => what);
    expect([...new Set(restricting)]).toEqual(['paths']);
  });
});

describe('--strict with a guard', () => {
  test.each([
    ['claude', '--guard', 0],
    ['copilot', '--guard', 1],
    ['copilot', '--guard-all', 0],
    ['cursor', '--guard-all', 0],
    ['claude,copilot,cursor', '--guard-all', 0],
    // Its permissions know no paths.
    ['augment', '--guard-all', 1],
  ])('for %s, %s ends with %i: what a hook holds is not lost', async (targets, flag, ends) => {
    const root = folder();
    const words = ['architect', '--targets', targets, flag, '--strict', '--yes'];

    const { code, stdout } = await persona(root, words);

    expect(code).toBe(ends);
    if (ends === 0) expect(stdout).toContain('Held by a hook, where the file alone would not:');
    else expect(filesIn(root)).toEqual({});
  });

  test('a hook also holds the servers and rights that no key of Cursor withholds', async () => {
    const root = folder();
    const words = ['backend-dev', '--targets', 'cursor', '--guard-all', '--strict', '--json'];

    const { code, stdout } = await persona(root, words);

    const { losses } = JSON.parse(stdout) as { losses: Loss[] };
    const held = losses.filter(({ heldBy }) => heldBy === 'a hook').map(({ what }) => what);
    expect(code).toBe(0);
    expect([...new Set(held)].sort()).toEqual(['paths', 'server', 'tools']);
  });
});

test('--mcp and --readme write what else a team wants, and the same again changes nothing', async () => {
  const root = folder({ 'AGENTS.md': '# Ours\r\n' });
  const words = ['devops', '--targets', 'claude,agents-md', '--mcp', '--readme'];

  await persona(root, words);
  const once = filesIn(root);
  const { code, stdout } = await persona(root, words);

  expect(code).toBe(0);
  expect(stdout).toContain('as they should be. Nothing was written.');
  expect(filesIn(root)).toEqual(once);
  expect(once['AGENTS.md']).toMatch(/^# Ours\r\n\r\n<!-- create-persona: begin devops /);
  expect(once['AGENTS.md']).not.toMatch(/[^\r]\n/);
  expect(Object.keys(once)).toEqual(
    expect.arrayContaining(['.mcp.json', '.persona/README.md', '.claude/agents/devops.md']),
  );
});
