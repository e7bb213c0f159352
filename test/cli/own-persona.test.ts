import { describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { filesIn, folder, readFile, write } from '../support/disk.ts';

const source = '.persona/personas/payments-dev.md';

const whole =
  '---\nid: tester\ntitle: Tester\nsummary: Tests all. Use when code changes.\nexpertise: [Tests]\nfocus: [Tests]\ncan: [read]\nbudget: 2000\n---\n\n## Role description\n\nI test what there is.\n';

describe('a persona of the team', () => {
  test.concurrent.each([
    ['starts blank', []],
    ['starts blank where that is said', ['--from', 'blank']],
  ])('%s, and can be worked on from there', async (_, more) => {
    const root = folder();

    const made = await persona(root, ['payments-dev', '--targets', 'copilot', ...more]);
    const checked = await persona(root, ['check']);

    expect([made.code, checked.code]).toEqual([0, 0]);
    expect(readFile(root, source)).toMatch(/^---\nid: payments-dev\ntitle: "?Payments Dev"?\n/);
    expect(Object.keys(filesIn(root))).toContain('.github/agents/payments-dev.agent.md');
  });

  test.concurrent('starts from another, with its stack and its conventions', async () => {
    const root = folder();

    const { code } = await persona(root, [
      ...['payments-dev', '--from', 'backend-dev', '--targets', 'claude'],
      ...['--name', 'Payments "Pro"', '--summary', 'Takes money. Use when an invoice changes.'],
    ]);

    expect(code).toBe(0);
    expect(readFile(root, source)).toContain('title: "Payments \\"Pro\\""');
    expect(readFile(root, source)).toContain('Takes money. Use when an invoice changes.');
    expect(readFile(root, source)).toContain('stack: fastapi');
    expect(Object.keys(filesIn(root))).toContain('.claude/rules/repository-pattern.md');
  });

  test.concurrent('starts from one of the team', async () => {
    const root = folder();
    await persona(root, ['payments-dev', '--from', 'backend-dev', '--targets', 'claude', '-q']);

    const { code } = await persona(root, ['refunds-dev', '--from', 'payments-dev']);

    expect(code).toBe(0);
    expect(readFile(root, '.claude/agents/refunds-dev.md')).toContain('Refunds Dev');
  });

  test.concurrent('may have a name that is near to one of ours, once it is there', async () => {
    const root = folder();
    await persona(root, ['architects', '--from', 'architect', '--targets', 'claude', '-q']);

    const { code, stdout } = await persona(root, ['architects']);

    expect(code).toBe(0);
    expect(stdout).toContain('files are as before.');
  });

  test.concurrent('has the say over one of ours with the same name', async () => {
    const root = folder();
    write(root, { '.persona/personas/devops.md': whole.replaceAll('tester', 'devops') });

    await persona(root, ['devops', '--targets', 'claude']);

    expect(readFile(root, '.claude/agents/devops.md')).toContain('I test what there is.');
  });
});
