import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import type { Head } from '../front-matter.ts';
import { nearest } from '../nearest.ts';
import { editorOf } from '../text/offsets.ts';
import type { Edit } from '../stages.ts';
import type { Kind } from '../target.ts';

export default defineCheck({
  name: 'keys-are-read',
  level: 'warning',
  why: 'A key that no tool reads is a promise that nobody keeps: the team believes in a limit or a model that was never set.',
  reads: ({ kind, target }) =>
    kind !== 'persona' && kind !== 'skill' && target?.keys[kind] !== undefined,

  good: {
    path: '.claude/agents/tester.md',
    text: '---\nname: tester\ndescription: Writes tests\ntools: Read\n---\n\nI write tests.\n',
  },
  bad: {
    path: '.claude/agents/tester.md',
    text: '---\nname: tester\ndescription: Writes tests\nallowed-tools: Read\ncolour: red\n---\n\nI write tests.\n',
  },

  *remarks(file, { targets }) {
    const { place, document } = file;
    if (place.kind === 'persona' || place.kind === 'skill' || place.target === undefined) return;
    const { id, title, keys } = place.target;
    const known = Object.keys(keys[place.kind] ?? {});

    for (const key of Object.keys(document.head)) {
      if (file.where !== undefined && isText(document.head[key], document.body)) continue;
      const at = placeInHead(file, [key]);
      const old = spent(id, place.kind, key, known);
      if (old !== undefined) {
        const { to, ...remark } = old;
        const isFree = to !== undefined && !(to in document.head);
        const fix = isFree ? renamed(file, key, to) : undefined;
        yield { ...at, ...remark, ...(fix && { fix }) };
      }
      const half =
        id === 'copilot' && place.kind === 'agent' ? halfRead(document.head, key) : undefined;
      if (half !== undefined && old === undefined) yield { ...at, level: 'info', ...half };
      if (old !== undefined || known.includes(key)) continue;

      // What another tool reads is a key of that tool, and no slip of the pen.
      const isTheirs = targets.some(({ keys }) =>
        Object.values(keys).some((each) => Object.hasOwn(each, key)),
      );
      const meant = isTheirs ? undefined : nearest(key, known);
      yield {
        ...at,
        says: `${title} does not read \`${key}\` here, so it changes nothing.`,
        mend:
          meant === undefined || meant in document.head
            ? 'Take it out.'
            : `Did you mean \`${meant}\`?`,
      };
    }
  },
});

/** In a file that is no Markdown, one key is the text for the agent, or says in which file it stands. */
const isText = (value: unknown, body: string) =>
  typeof value === 'string' && ((value !== '' && value === body) || /^file:\/\/\S+$/.test(value));

/** Nothing where the key is not written plainly, as in quotes or in a map on one line. */
function renamed(file: TextFile, key: string, to: string): readonly Edit[] | undefined {
  const { line, column } = placeInHead(file, [key]);
  const isPlain = file.lines[line - 1]!.startsWith(`${key}:`) && column === 1;
  return isPlain ? [editorOf(file.text)(line, 1, key.length, to)] : undefined;
}

/**
 * What one of the two readers of an agent passes over. Where the file is for both, only a server is
 * worth a word: hand-offs and hints are offered to a person, whom the cloud agent does not have.
 * https://docs.github.com/en/copilot/reference/custom-agents-configuration
 */
function halfRead(head: Head, key: string): Pick<Remark, 'says' | 'mend'> | undefined {
  const { target } = head;
  if (target === 'github-copilot' && (key === 'handoffs' || key === 'argument-hint'))
    return {
      says: `GitHub’s cloud agent does not read \`${key}\`, and \`target: github-copilot\` keeps the file from VS Code.`,
      mend: `Take \`${key}\` out, or take out \`target\`.`,
    };
  if (target === 'vscode' && (key === 'mcp-servers' || key === 'metadata'))
    return {
      says: `VS Code does not read \`${key}\`, and \`target: vscode\` keeps the file from GitHub’s cloud agent.`,
      mend:
        key === 'metadata'
          ? 'Take it out, or take out `target`.'
          : 'Keep the servers in `.vscode/mcp.json`, or take out `target`.',
    };
  if (target === undefined && key === 'mcp-servers')
    return {
      says: 'GitHub’s cloud agent starts these servers, and VS Code does not read the key.',
      mend: 'Write them into `.vscode/mcp.json` too, or say `target: github-copilot`.',
    };
  if (key === 'model' && Array.isArray(head[key]) && target !== 'vscode')
    return {
      says: 'VS Code takes the first model of a list that it has; GitHub’s cloud agent takes one name, and no list.',
      mend: 'Name one model, or say `target: vscode`.',
    };
  return undefined;
}

/** Keys that were read once, or are read elsewhere, and what to write in their place. */
function spent(
  target: string,
  kind: Kind,
  key: string,
  known: readonly string[],
): (Remark & { readonly to?: string }) | undefined {
  // https://github.com/anthropics/claude-code/issues/27099
  if (key === 'allowed-tools' && kind === 'agent' && !known.includes(key)) {
    return {
      level: 'error',
      says: '`allowed-tools` is ignored in an agent: without `tools` it inherits every tool there is.',
      mend: 'Call the key `tools`.',
      to: 'tools',
    };
  }
  if (target !== 'copilot') return undefined;
  // https://code.visualstudio.com/docs/copilot/customization/prompt-files
  if (key === 'mode' && kind === 'prompt') {
    return {
      says: '`mode` is deprecated in prompt files.',
      mend: 'Call the key `agent`.',
      to: 'agent',
    };
  }
  if (kind !== 'agent') return undefined;
  // https://code.visualstudio.com/docs/copilot/customization/custom-agents
  if (key === 'mode') {
    return {
      says: '`mode` was never a key of agents: the file is the mode.',
      mend: 'Take it out; what the agent may do stands in `tools`.',
    };
  }
  if (key === 'hidden') {
    return {
      says: '`hidden` is not read, so the agent is offered like any other.',
      mend: 'Write `user-invocable: false`.',
    };
  }
  // https://docs.github.com/en/copilot/reference/custom-agents-configuration
  if (key === 'infer') {
    return {
      says: '`infer` is retired.',
      mend: 'Write `user-invocable` or `disable-model-invocation`, as you mean it.',
    };
  }
  return undefined;
}
