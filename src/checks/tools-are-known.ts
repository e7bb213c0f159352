import { defineCheck } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import { serverFacts } from '../server.ts';
import type { Target } from '../target.ts';
import { judgeTool, toolsIn, type Verdict } from '../tool-names.ts';

export default defineCheck({
  name: 'tools-are-known',
  level: 'warning',
  why: 'A name that a tool does not know is ignored without a word. A list of nothing but such names leaves the agent without any tool.',
  reads: ({ kind, target }) => target !== undefined && (kind === 'agent' || kind === 'prompt'),

  good: {
    path: '.github/agents/tester.agent.md',
    text: '---\ndescription: Writes tests\ntools: [read, edit/editFiles, "context7/*"]\n---\n\nI write tests.\n',
  },
  bad: {
    path: '.github/agents/tester.agent.md',
    text: '---\ndescription: Writes tests\ntools:\n  - view\n  - findTestFiles\n  - context7\n---\n\nI write tests.\n',
  },

  *remarks(file, { targets }) {
    const { document, place } = file;
    const { target } = place;
    if (target === undefined) return;

    for (const key of ['tools', 'allowed-tools', 'disallowedTools']) {
      if (!(key in (target.keys[place.kind === 'prompt' ? 'prompt' : 'agent'] ?? {}))) continue;
      const names = toolsIn(document.head[key]) ?? [];
      const judged = names.map((name) => ({ name, verdict: judgeTool(name, target) }));

      const isLost =
        names.length > 0 &&
        judged.every(({ verdict: { is } }) => is === 'unknown' || is === 'gone');
      if (isLost && key !== 'disallowedTools') {
        // A bare name may be the tool of an extension or a server that runs elsewhere, and VS Code
        // still takes it. Names that are another agent's tools are surely not.
        const other = targets.find(
          (each) => each.id !== target.id && names.some((name) => isToolOf(name, each)),
        );
        const isSure =
          target.id !== 'copilot' ||
          other !== undefined ||
          judged.every(({ verdict: { is } }) => is === 'gone');
        yield {
          level: isSure ? 'error' : 'warning',
          ...placeInHead(file, [key]),
          says: `${target.title} knows none of the tools that are listed (${names.map((name) => `\`${name}\``).join(', ')})${other === undefined ? '' : `, some of which are ${other.title}'s`}: the agent gets no tool at all${isSure ? '' : ', unless a server or an extension brings them'}.`,
          mend: `List tools that ${target.title} has, such as ${examples(target.vocabulary.capabilities)}.`,
        };
      }
      for (const { name, verdict } of judged) {
        if (verdict.is === 'known' || verdict.is === 'served') continue;
        yield {
          ...placeInHead(file, [key], name),
          ...tell(name, verdict, target.id, target.title),
        };
      }
    }
  },
});

const isToolOf = (name: string, target: Target) => {
  const { is } = judgeTool(name, target);
  return is === 'known' || is === 'served';
};

function tell(
  name: string,
  verdict: Verdict,
  id: string,
  title: string,
): { says: string; mend: string } {
  if (verdict.is === 'renamed') {
    return {
      says: `The tool \`${name}\` has been renamed in ${title}.`,
      mend: `Write \`${verdict.to}\`.`,
    };
  }
  if (verdict.is === 'gone') {
    return {
      says: `The tool \`${name}\` is gone from ${title}, and nothing took its place.`,
      mend: 'Take it out.',
    };
  }
  const meant = verdict.is === 'unknown' ? verdict.meant : undefined;
  const says = `${title} has no tool \`${name}\`, so it is ignored.`;
  if (id === 'copilot' && !name.includes('/')) {
    // https://code.visualstudio.com/docs/copilot/customization/custom-agents: `<server>/*`
    const isServer = serverFacts(name).says !== serverFacts('').says + name;
    if (isServer || meant === undefined) {
      return {
        says,
        mend: `If it is an MCP server, write \`${name}/*\`; if it is a tool of one, put the server before it: \`server/${name}\`. Otherwise take it out.`,
      };
    }
    return { says, mend: `Did you mean \`${meant}\`? An MCP server is written \`${name}/*\`.` };
  }
  return {
    says,
    mend:
      meant === undefined
        ? 'Take it out, or name a tool that is there.'
        : `Did you mean \`${meant}\`?`,
  };
}

const examples = (
  capabilities: Readonly<Record<string, { readonly tools?: Readonly<Record<string, string>> }>>,
) =>
  Object.values(capabilities)
    .flatMap(({ tools }) => Object.keys(tools ?? {}).slice(0, 1))
    .slice(0, 3)
    .map((name) => `\`${name}\``)
    .join(', ');
