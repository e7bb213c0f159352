import type { Place } from '../place.ts';

/** How much of a file a tool takes in, or is asked to take in. */
export interface Limit {
  /** Whose it is. */
  readonly title: string;
  readonly most: number;
  readonly unit: 'characters' | 'lines' | 'tokens';
  /** Error: the rest is cut off. Info: advice. */
  readonly level: 'error' | 'info';
}

// https://code.visualstudio.com/docs/copilot/customization/agent-skills, https://agentskills.io/specification
const specification = { title: 'the specification of skills', level: 'info' } as const;
const skills: readonly Limit[] = [
  { ...specification, most: 500, unit: 'lines' },
  { ...specification, most: 5_000, unit: 'tokens' },
];

// https://docs.github.com/en/copilot/reference/custom-agents-configuration
const github: Limit = { title: 'GitHub', most: 30_000, unit: 'characters', level: 'error' };

// https://docs.windsurf.com/windsurf/cascade/memories, https://docs.windsurf.com/windsurf/cascade/workflows
const windsurf: Limit = { title: 'Windsurf', most: 12_000, unit: 'characters', level: 'error' };

// https://cursor.com/docs/context/rules
const cursor: Limit = { title: 'Cursor', most: 500, unit: 'lines', level: 'info' };

// https://code.claude.com/docs/en/memory
const claude: Limit = { title: 'Claude Code', most: 200, unit: 'lines', level: 'info' };

/** The limits of a file, by the tool that reads it. */
export function limitsOf(
  path: string,
  { kind, target }: Place,
  head: Readonly<Record<string, unknown>>,
): readonly Limit[] {
  if (kind === 'skill') return skills;
  // GitHub passes by what is meant for VS Code alone.
  if (kind === 'agent' && target?.id === 'copilot')
    return head['target'] === 'vscode' ? [] : [github];
  if (target?.id === 'windsurf') return [windsurf];
  if (kind === 'instruction' && target?.id === 'cursor') return [cursor];
  return /(^|\/)CLAUDE(\.local)?\.md$/.test(path) ? [claude] : [];
}
