import { effectiveTools } from '../rights/effective-tools.ts';
import type { Given, Reader } from '../reader.ts';
import type { Target } from '../target.ts';
import { bareTool, judgeTool, toolsIn } from '../rights/tool-names.ts';
import { unreadBecause } from '../rights/unread.ts';

/** The tool that a file was written for. */
export const ownTool = (target: Target): Reader => ({
  id: target.id,
  title: target.title,

  gives({ path, document: { head }, asOf }) {
    const { are, tools, because, can } = effectiveTools(head, target, path);
    const unread = unreadBecause(path, target, asOf);
    const left = leftOf(toolsIn(head['tools']) ?? [], tools, target);
    const taken = tools.filter((name) => !left.some((each) => each.name === name));
    const isNothing = are === 'exact' && tools.length > 0 && taken.length === 0;
    const given: Given = {
      are: isNothing ? 'none' : are,
      tools: taken,
      because: isNothing
        ? `${target.title} knows none of the names in the list`
        : (ignoredKey(head, target) ?? because),
      left,
      ...(can !== undefined && { can }),
      ...(unread !== undefined && { unread }),
    };
    return target.id === 'claude'
      ? withoutDenied(given, toolsIn(head['disallowedTools']) ?? [])
      : given;
  },
});

/** The names of the list that bring nothing: the tool has none such, or another key takes it away. */
const leftOf = (listed: readonly string[], taken: readonly string[], target: Target) =>
  listed.flatMap((name) => {
    const { is } = judgeTool(name, target);
    if (is === 'gone') return [{ name, because: 'gone' }];
    if (is === 'unknown') return [{ name, because: 'no such tool' }];
    const isDenied = target.effective !== undefined && taken.length > 0 && !taken.includes(name);
    return isDenied ? [{ name, because: 'another key of the file takes it away' }] : [];
  });

/** https://github.com/anthropics/claude-code/issues/27099 */
const ignoredKey = (head: Readonly<Record<string, unknown>>, { id }: Target) =>
  id === 'claude' && head['tools'] === undefined && head['allowed-tools'] !== undefined
    ? '`allowed-tools` is ignored in an agent, and without `tools` it inherits every tool'
    : undefined;

/** https://docs.claude.com/en/docs/claude-code/sub-agents: taken from the list, or from all there are. */
function withoutDenied(given: Given, denied: readonly string[]): Given {
  if (denied.length === 0) return given;
  const isDenied = (name: string) => denied.some((each) => bareTool(each) === bareTool(name));
  const named = denied.map((name) => `\`${name}\``).join(', ');
  if (given.are === 'all')
    return {
      ...given,
      because: `${given.because}; only ${named} ${denied.length > 1 ? 'are' : 'is'} taken away`,
    };
  const tools = given.tools.filter((name) => !isDenied(name));
  return {
    ...given,
    are: tools.length === 0 ? 'none' : given.are,
    tools,
    because:
      tools.length === 0 && given.tools.length > 0
        ? '`disallowedTools` takes every one of them away'
        : given.because,
    left: [
      ...given.left,
      ...given.tools
        .filter(isDenied)
        .map((name) => ({ name, because: '`disallowedTools` takes it away' })),
    ],
  };
}
