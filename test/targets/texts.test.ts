import { describe, expect, test } from 'vitest';
import { agentOf, instructionOf } from '../support/agent-of.ts';

/** Targets whose files are texts and give no rights. */
describe('windsurf', () => {
  // https://docs.windsurf.com/windsurf/cascade/memories
  test('a persona is a rule that the model decides to read', async () => {
    const { path, head } = await agentOf('architect', 'windsurf');

    expect(path).toBe('.windsurf/rules/architect.md');
    expect(head).toEqual({
      trigger: 'model_decision',
      description:
        'Designs components, data and interfaces, and records why. Use when a decision crosses components or is costly to undo.',
    });
  });

  test('no rule is longer than the 12,000 characters that are read', async () => {
    const { text } = await agentOf('backend-dev', 'windsurf');
    expect(text.length).toBeLessThan(12_000);
  });
});

describe('skills', () => {
  // https://agentskills.io/specification
  test('a persona is a skill, named as its folder', async () => {
    const { path, head } = await agentOf('architect', 'skills');

    expect(path).toBe('.agents/skills/architect/SKILL.md');
    expect(head).toEqual({
      name: 'architect',
      description:
        'Designs components, data and interfaces, and records why. Use when a decision crosses components or is costly to undo.',
    });
  });
});

describe('agents-md', () => {
  // https://agents.md
  test('a persona is a section that says who does what, and no front matter', async () => {
    const { path, text } = await agentOf('architect', 'agents-md');

    expect(path).toBe('AGENTS.md');
    expect(text).toMatch(/^<!-- create-persona: begin architect /);
    expect(text).toContain('## System Architect (`architect`)');
    expect(text).toContain('| Never changes | `**/*.py`, ');
  });

  test('a convention is a section with the globs that it is for', async () => {
    const { path, text } = await instructionOf('async-io', 'agents-md');

    expect(path).toBe('AGENTS.md');
    expect(text).toContain('Applies to `**/*.py`.');
  });

  test.each(['capability', 'tools', 'server', 'paths', 'budget', 'hand-offs'] as const)(
    'the loss table has a row for %s, where there is something to lose',
    async (what) => {
      const { losses } = await agentOf('backend-dev', 'agents-md');
      expect(losses.some((loss) => loss.what === what)).toBe(what !== 'capability');
    },
  );
});
