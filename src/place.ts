import type { Kind, Target } from './target.ts';

/** What a file is to whoever reads it. */
export interface Place {
  readonly kind: Kind | 'persona';
  /** The tool that reads it; nothing for what belongs to the repository itself. */
  readonly target: Target | undefined;
}

/** Which tool reads a path, and as what; nothing where no agent tool would look. */
export function placeOf(path: string, targets: readonly Target[]): Place | undefined {
  if (/(^|\/)\.persona\/personas\/[^/]+\.md$/.test(path))
    return { kind: 'persona', target: undefined };
  // Many tools read the same skills: https://agentskills.io/specification
  // and a plugin or a collection keeps them in a folder `skills` of its own.
  if (/(^|\/)skills\/[^/]+\/SKILL\.md$/.test(path)) return { kind: 'skill', target: undefined };
  for (const target of targets) {
    const kind = target.reads(path);
    if (kind !== undefined) return { kind, target };
  }
  // What is said to every agent, below the folder that it stands in or in the whole repository:
  // https://code.claude.com/docs/en/memory, https://docs.github.com/en/copilot/how-tos/configure-custom-instructions/add-repository-instructions
  if (/(^|\/)CLAUDE(\.local)?\.md$|(^|\/)\.github\/copilot-instructions\.md$/.test(path))
    return { kind: 'instruction', target: undefined };
  if (/\.memory\.md$/.test(path)) return { kind: 'memory', target: undefined };
  if (/\.spec\.md$/.test(path)) return { kind: 'spec', target: undefined };
  return undefined;
}

/** Whether the checks of Markdown can read a file: agent files are TOML, JSON and YAML too. */
export const isMarkdown = (path: string): boolean => /\.(md|mdc|mdx)$/i.test(path);

/**
 * Whether `check` reads a file: Markdown, and the agents of tools that keep them in TOML, JSON or
 * YAML, of which a target says what they say.
 */
export const isReadable = (path: string, { kind, target }: Place): boolean =>
  isMarkdown(path) || (kind === 'agent' && target?.parse !== undefined);
