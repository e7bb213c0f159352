import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import { editorOf } from '../text/offsets.ts';
import { serverFacts } from '../server.ts';
import type { Edit } from '../stages.ts';
import type { Target } from '../target.ts';
import { bareTool, judgeTool, toolsIn, type Verdict } from '../rights/tool-names.ts';

export default defineCheck({
  name: 'tools-are-known',
  level: 'warning',
  why: 'A name that a tool does not know is ignored without a word: the agent has less than its author believes.',
  reads: ({ kind, target }) => target !== undefined && (kind === 'agent' || kind === 'prompt'),

  good: {
    path: '.github/agents/tester.agent.md',
    text: '---\ndescription: Writes tests\ntools: [read, edit/editFiles, "context7/*"]\n---\n\nI write tests.\n',
  },
  bad: {
    path: '.github/agents/tester.agent.md',
    text: '---\ndescription: Writes tests\ntools:\n  - view\n  - findTestFiles\n  - context7\n---\n\nI write tests.\n',
  },

  *remarks(file) {
    const { document, place } = file;
    const { target } = place;
    if (target === undefined) return;

    for (const key of ['tools', 'allowed-tools', 'disallowedTools']) {
      if (!(key in (target.keys[place.kind === 'prompt' ? 'prompt' : 'agent'] ?? {}))) continue;
      const names = toolsIn(document.head[key]) ?? [];
      for (const name of names) {
        const verdict = judgeTool(name, target);
        if (verdict.is === 'known' || verdict.is === 'served') continue;
        const at = placeInHead(file, [key], name);
        const fix =
          verdict.is === 'renamed' ? renamed(file, at, name, verdict.to, names) : undefined;
        yield {
          ...at,
          ...tell(name, verdict, target, place.kind),
          ...(fix && { fix }),
        };
      }
    }
  },
});

/** Nothing where the new name is on the list already, or where the old one is not found to the letter. */
function renamed(
  { lines, text }: TextFile,
  { line, column }: { readonly line: number; readonly column: number },
  name: string,
  to: string,
  names: readonly string[],
): readonly Edit[] | undefined {
  const old = bareTool(name);
  const isThere = lines[line - 1]!.startsWith(old, column - 1);
  return isThere && !names.includes(to)
    ? [editorOf(text)(line, column, old.length, to)]
    : undefined;
}

function tell(
  name: string,
  verdict: Verdict,
  { id, title, vocabulary }: Target,
  kind: TextFile['place']['kind'],
): Pick<Remark, 'says' | 'mend' | 'level'> {
  const dated = vocabulary.changes?.find(
    (each) => each.renamed?.includes(bareTool(name)) || each.gone?.includes(name),
  );
  const since = dated === undefined ? '' : ` (since ${dated.on})`;
  if (verdict.is === 'renamed') {
    return {
      says: `The tool \`${name}\` has been renamed in ${title}${since}.`,
      mend: `Write \`${verdict.to}\`.`,
    };
  }
  if (verdict.is === 'gone') {
    const instead = vocabulary.instead?.[name];
    return {
      says: `${title} has no tool \`${name}\` any more${since}${instead === undefined ? ', and nothing took its place' : ''}.`,
      mend:
        instead === undefined
          ? 'Take it out.'
          : `Take it out, or write \`${instead}\`, which does such work today.`,
    };
  }
  const meant = verdict.is === 'unknown' ? verdict.meant : undefined;
  const listed = vocabulary.inside?.[name];
  if (verdict.is === 'unknown' && listed !== undefined) {
    return {
      says: `\`${name}\` is what a model calls this tool; a list that says so is not understood (as of ${vocabulary.asOf}).`,
      mend: `Write \`${listed}\`.`,
    };
  }
  if (verdict.is === 'unknown' && verdict.beside !== undefined && kind === 'agent') {
    return {
      level: 'info',
      says: `\`${name}\` is a tool of ${verdict.beside}: in an editor, and on GitHub, it is ignored.`,
      mend: `Leave it, if only ${verdict.beside} is to have it; the others want one of their own names beside it, such as \`read\`, \`edit\` or \`web\`.`,
    };
  }
  const says = `${title} has no tool \`${name}\` (as of ${vocabulary.asOf}), so it is ignored.`;
  if (id === 'copilot' && !name.includes('/')) {
    // https://code.visualstudio.com/docs/copilot/customization/custom-agents: `<server>/*`
    const isServer = serverFacts(name).says !== serverFacts('').says + name;
    // `pgsql_query` is how extensions and servers call their tools, and an extension may be there.
    const isForeign = !isServer && /_/.test(name);
    const isSlip = meant !== undefined && (!isForeign || letters(meant) === letters(name));
    if (isForeign && !isSlip) {
      return {
        level: 'info',
        says: `${title} itself has no tool \`${name}\`: unless an extension brings it, it is ignored.`,
        mend: `If it is a tool of an MCP server, put the server before it: \`server/${name}\`.`,
      };
    }
    if (isServer || !isSlip) {
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

/** `web_fetch` and `web/fetch` are one name in two spellings. */
const letters = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
