import { bareProse } from '../text/bare-prose.ts';
import { type Context, defineCheck, type Remark, type TextFile } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import { nearest } from '../nearest.ts';
import { type Agent, agentsIn, personasIn } from '../agents/roster.ts';
import { bareTool, toolsIn } from '../rights/tool-names.ts';

export default defineCheck({
  name: 'handoffs-lead-somewhere',
  level: 'error',
  why: 'Work that is handed to somebody who is not there is done by nobody, or by the agent that should have left it alone.',
  reads: ({ kind, target }) =>
    kind === 'agent' || kind === 'persona' || (kind === 'prompt' && target?.id === 'copilot'),

  good: {
    path: '.github/agents/a.agent.md',
    text: '---\ndescription: Builds\nhandoffs:\n  - label: Plan\n    agent: plan\n    prompt: Plan it.\n---\n\nI build.\n',
  },
  bad: {
    path: '.github/agents/a.agent.md',
    text: '---\ndescription: Builds\nhandoffs:\n  - label: Review\n    agent: reviewer\n    prompt: Review it.\n---\n\nI build (consult `surveyor`).\n',
  },

  *remarks(file, context) {
    const { head } = file.document;
    if (file.place.kind === 'persona') {
      for (const id of textsAt(head['handoffs'], 'to')) {
        if (context.personas.has(id)) continue;
        const meant = nearest(id, [...context.personas.keys()]);
        yield {
          ...placeInHead(file, ['handoffs'], id),
          says: `The persona hands off to \`${id}\`, and there is no such persona.`,
          mend: meantOr(meant, 'Name one that is there, or write it in `.persona/personas/`.'),
        };
      }
      return;
    }
    const id = file.place.target?.id;
    if (file.place.kind === 'prompt') {
      // https://code.visualstudio.com/docs/copilot/customization/prompt-files: `agent`, who runs it
      const { agent } = head;
      if (typeof agent === 'string' && agentsIn(context).length > 0)
        yield* called(file, context, 'agent', agent);
      return;
    }
    if (id === 'copilot') {
      const listed =
        Array.isArray(head['agents']) || typeof head['agents'] === 'string'
          ? (toolsIn(head['agents']) ?? [])
          : [];
      for (const name of textsAt(head['handoffs'], 'agent'))
        yield* called(file, context, 'handoffs', name);
      for (const name of listed) if (name !== '*') yield* called(file, context, 'agents', name);
    }
    if (id === 'claude') yield* spawned(file, context);
    yield* told(file, context);
  },
});

/** Built in. https://code.visualstudio.com/docs/copilot/customization/custom-agents */
const builtIn = ['agent', 'ask', 'edit', 'plan', 'explore'];

/** VS Code finds an agent by the `name` that it shows, not by its file: microsoft/vscode#294230. */
function* called(file: TextFile, context: Context, key: string, name: string): Iterable<Remark> {
  if (builtIn.includes(name.toLowerCase())) return;
  const agents = agentsIn(context).filter(({ target }) => target !== 'augment');
  if (agents.some((agent) => agent.name === name)) return;
  const alike = agents.find(
    (agent) => agent.stem === name || agent.name.toLowerCase() === name.toLowerCase(),
  );
  const at = placeInHead(file, [key], name);
  if (alike !== undefined) {
    yield {
      ...at,
      says: `\`${name}\` is the file, and the agent is called "${alike.name}": it is found by that name only.`,
      mend: `Write \`${alike.name}\`.`,
    };
    return;
  }
  const meant = nearest(name, names(agents));
  yield {
    ...at,
    ...unsure(meant),
    says: `No agent of this repository is called \`${name}\`: unless a person or the organisation brings one, this ${key === 'agent' ? 'prompt is run by whoever is there' : 'hand-off leads nowhere'}.`,
    mend: meantOr(meant, 'Name an agent that is there, or add its file.'),
  };
}

/** `Agent(a, b)`: which subagents may be started. https://docs.claude.com/en/docs/claude-code/sub-agents */
function* spawned(file: TextFile, context: Context): Iterable<Remark> {
  for (const tool of toolsIn(file.document.head['tools']) ?? []) {
    if (!/^(Agent|Task)\(/.test(tool)) continue;
    const agents = agentsIn(context).filter(({ target }) => target === 'claude');
    for (const name of toolsIn(tool.slice(bareTool(tool).length + 1).replace(/\)$/, '')) ?? []) {
      const isBuiltIn =
        /^(general-purpose|explore|plan|statusline-setup|claude-code-guide|\*)$/i.test(name) ||
        name.includes(':');
      if (isBuiltIn || agents.some((agent) => agent.name === name)) continue;
      const meant = nearest(name, names(agents));
      yield {
        ...placeInHead(file, ['tools'], name),
        ...unsure(meant),
        says: `It may start \`${name}\`, and no agent in \`.claude/agents/\` is called so.`,
        mend: meantOr(meant, 'Name an agent that is there, or take it out.'),
      };
    }
  }
}

/** "consult `x`" and "delegate to `x`" in the text. Other words in back-ticks are no hand-offs. */
function* told(file: TextFile, context: Context): Iterable<Remark> {
  for (const { line, text } of file.markdown.prose) {
    if (!/consult|delegate/i.test(text)) continue;
    for (const found of text.matchAll(
      /\b(consult|delegate to) `([a-z][a-z0-9]*(?:-[a-z0-9]+)*)`/gi,
    )) {
      const id = found[2]!;
      // The words stand in a code span themselves: an example.
      if (
        bareProse(text)
          .slice(found.index, found.index + found[1]!.length)
          .trim() === ''
      )
        continue;
      if (
        personasIn(context).includes(id) ||
        agentsIn(context).some((agent) => agent.stem === id || agent.name === id)
      )
        continue;
      const known = [...personasIn(context), ...agentsIn(context).map(({ stem }) => stem)];
      const meant = nearest(id, known);
      yield {
        ...unsure(meant),
        line,
        column: found.index + found[0].length - id.length,
        says: `The text hands off to \`${id}\`, and there is no such persona or agent.`,
        mend: meantOr(meant, 'Name one that is there, or take the hand-off out.'),
      };
    }
  }
}

const textsAt = (list: unknown, key: string): readonly string[] =>
  (Array.isArray(list) ? list : []).flatMap((each: unknown) => {
    const value =
      typeof each === 'object' && each !== null
        ? (each as Readonly<Record<string, unknown>>)[key]
        : undefined;
    return typeof value === 'string' && value !== '' ? [value] : [];
  });

const names = (agents: readonly Agent[]) => agents.map(({ name }) => name);

/** Agents may also come from a person's own folder, an organisation or a plugin; a slip of the pen does not. */
const unsure = (meant: string | undefined): Pick<Remark, 'level'> =>
  meant === undefined ? { level: 'warning' } : {};

const meantOr = (meant: string | undefined, otherwise: string) =>
  meant === undefined ? otherwise : `Did you mean \`${meant}\`?`;
