import { everything, givenOf, type Reader } from '../reader.ts';
import { toolsIn } from '../rights/tool-names.ts';
import { unreadBecause } from '../rights/unread.ts';

/**
 * GitHub's cloud agent reads the same file as VS Code, and knows only the seven names below, their
 * aliases in any case, and the tools of servers. What it does not know it ignores.
 * https://docs.github.com/en/copilot/reference/custom-agents-configuration
 */
export const cloudAgent: Reader = {
  id: 'github',
  title: 'GitHub’s cloud agent',

  gives({ path, document: { head }, target, asOf }) {
    const listed = toolsIn(head['tools']);
    const given =
      listed === undefined
        ? everything('GitHub reads no list as every tool')
        : givenOf(listed, judge, 'GitHub');
    const unread =
      head['target'] === 'vscode'
        ? '`target: vscode` keeps it from GitHub'
        : typeof head['description'] !== 'string' || head['description'].trim() === ''
          ? 'it has no `description`, which GitHub needs'
          : path.endsWith('.chatmode.md')
            ? (
                unreadBecause(path, target, asOf) ?? 'GitHub reads agents, and no chat modes'
              ).replace(/^VS Code.*/, 'GitHub reads agents, and no chat modes')
            : undefined;
    return { ...given, ...(unread !== undefined && { unread }) };
  },
};

function judge(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (lower === '*' || names.has(lower)) return undefined;
  if (absent.has(lower)) return 'the cloud agent has no such tool';
  const [set, tool] = lower.split('/');
  if (tool === undefined || tool === '') return 'none of GitHub’s names';
  return sets.has(set!) ? 'VS Code’s own name for a part of a set' : undefined;
}

const names = new Set([
  ...[
    'execute',
    'shell',
    'bash',
    'powershell',
    'read',
    'notebookread',
    'edit',
    'multiedit',
    'write',
  ],
  ...['notebookedit', 'search', 'grep', 'glob', 'agent', 'custom-agent', 'task'],
]);
const absent = new Set(['web', 'webfetch', 'websearch', 'todo', 'todowrite']);
const sets = new Set([
  'agent',
  'browser',
  'edit',
  'execute',
  'read',
  'search',
  'vscode',
  'web',
  'todo',
]);
