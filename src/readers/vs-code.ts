import { everything, type Given, givenOf, type Reader } from '../reader.ts';
import { bareTool, judgeTool, toolsIn } from '../rights/tool-names.ts';
import { unreadBecause } from '../rights/unread.ts';

/**
 * VS Code reads its own agents and those of Claude Code, whose names it maps to its own.
 * https://code.visualstudio.com/docs/copilot/customization/custom-agents
 */
export const vsCode: Reader = {
  id: 'vscode',
  title: 'VS Code',

  gives({ path, document: { head }, target, asOf }) {
    const listed = toolsIn(head['tools']);
    const given =
      listed === undefined
        ? everything('VS Code reads no list as every tool')
        : target.id === 'claude'
          ? mapped(listed, toolsIn(head['disallowedTools']) ?? [])
          : givenOf(
              listed,
              (name) => {
                const { is } = judgeTool(name, target);
                if (is === 'gone') return 'gone';
                if (is !== 'unknown') return undefined;
                return 'no such tool, unless an extension brings it';
              },
              'VS Code',
            );
    const unread =
      head['target'] === 'github-copilot'
        ? '`target: github-copilot` keeps it from VS Code'
        : unreadBecause(path, target, asOf);
    return { ...given, ...(unread !== undefined && { unread }) };
  },
};

/** Claude Code's names in VS Code, from its own list of them (`promptFileAttributes.ts`). */
const tools: Readonly<Record<string, readonly string[]>> = {
  Bash: ['execute'],
  Edit: ['edit/editNotebook', 'edit/editFiles'],
  Glob: ['search/fileSearch'],
  Grep: ['search/textSearch'],
  Read: ['read/readFile', 'read/getNotebookSummary'],
  Write: ['edit/createDirectory', 'edit/createFile', 'edit/createJupyterNotebook'],
  WebFetch: ['web'],
  WebSearch: ['web'],
  Task: ['agent'],
  Agent: ['agent'],
  NotebookEdit: ['edit/editNotebook'],
  AskUserQuestion: ['vscode/askQuestions'],
};

function mapped(listed: readonly string[], denied: readonly string[]): Given {
  const given = givenOf(
    listed,
    (name) => {
      if (denied.some((each) => bareTool(each) === bareTool(name)))
        return '`disallowedTools` takes it away';
      const isThere = name === '*' || tools[bareTool(name)] !== undefined;
      return isThere ? undefined : 'VS Code has nothing that answers to it';
    },
    'VS Code',
  );
  return {
    ...given,
    tools: [...new Set(given.tools.flatMap((name) => tools[bareTool(name)] ?? name))],
  };
}
