import { describe, expect, test } from 'vitest';
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
