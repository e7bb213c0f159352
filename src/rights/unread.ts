import type { Target } from '../target.ts';

/**
 * Since when VS Code 1.109 loads no chat modes: https://github.com/microsoft/vscode/issues/293064, and
 * for the day https://github.com/microsoft/vscode-docs/blob/main/release-notes/v1_109.md
 */
const noChatModes = '2026-02-04';

/**
 * Why the tool that a file is written for does not load it from where it stands, as it follows
 * "because"; nothing where it does.
 *
 * @param asOf - the day that is asked about, where that is not today
 */
export function unreadBecause(
  path: string,
  { id }: Pick<Target, 'id'>,
  asOf?: string,
): string | undefined {
  // Augment loads agents, rules and commands: https://docs.augmentcode.com/cli/subagents
  if (id === 'augment' && /(^|\/)\.augment\/(chatmodes|instructions|workflows)\//.test(path))
    return 'no editor loads this file from here';
  if (
    id === 'copilot' &&
    path.endsWith('.chatmode.md') &&
    !(asOf !== undefined && asOf < noChatModes)
  )
    return 'VS Code no longer loads chat modes since 1.109 (February 2026)';
  return undefined;
}
