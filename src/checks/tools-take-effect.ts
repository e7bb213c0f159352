import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { abilitiesOf, abilityOf, effectiveTools } from '../rights/effective-tools.ts';
import { cloudAgent } from '../readers/cloud-agent.ts';
import { placeInHead } from '../head-place.ts';
import type { Target } from '../target.ts';
import { isSaidToRead, type Limit, readOnlyIn } from '../text/read-only.ts';
import { judgeTool, toolsIn } from '../rights/tool-names.ts';

export default defineCheck({
  name: 'tools-take-effect',
  level: 'error',
  why: 'Without a list an agent has every tool there is, and with a list of names that nobody knows it has none. No tool says which of the two happened.',
  // No editor loads what stands under `.augment/chatmodes`, so nothing takes effect there anyway.
  reads: ({ kind, target }) =>
    target !== undefined &&
    target.id !== 'augment' &&
    (kind === 'agent' || (kind === 'prompt' && target.id === 'copilot')),

  good: {
    path: '.claude/agents/reviewer.md',
    text: '---\nname: reviewer\ndescription: Reads changes\ntools: Read, Grep\n---\n\nI never modify files.\n',
  },
  bad: {
    path: '.claude/agents/reviewer.md',
    text: '---\nname: reviewer\ndescription: Reads changes\n---\n\nI never modify files.\n',
  },

  *remarks(file, { targets }) {
    const { target } = file.place;
    const { head, broken } = file.document;
    if (target === undefined || broken !== undefined) return;
    const { are, because } = effectiveTools(head, target);
    if (are === 'none') yield* none(file, target, targets, because);
    // `allowed-tools` is told by the check of the keys: there the list is, under a name that is ignored.
    if (are === 'all' && file.place.kind === 'agent' && head['allowed-tools'] === undefined)
      yield* all(file, target, because);
    if (are === 'exact' && file.place.kind === 'agent') yield* writing(file, target);
    if (are === 'exact' && target.id === 'copilot' && file.place.kind === 'agent')
      yield* cloud(file, target);
  },
});

const dated = ({ vocabulary }: Target) => `names as of ${vocabulary.asOf}`;

function* none(
  file: TextFile,
  target: Target,
  targets: readonly Target[],
  because: string,
): Iterable<Remark> {
  const names = toolsIn(file.document.head['tools']) ?? [];
  const at = placeInHead(file, ['tools']);
  if (names.length === 0) {
    const work = file.markdown.prose.find(({ text }) => worksWithTools.test(text));
    if (work === undefined) return;
    yield {
      level: 'warning',
      ...at,
      says: `The agent gets no tool, because ${because}, and line ${work.line} tells it to use some.`,
      mend: 'List what it needs, or take the key out to give it everything.',
    };
    return;
  }
  const program = target.vocabulary.beside?.title;
  // It reads agents and no prompts.
  const isRead = file.place.kind === 'agent' && program !== undefined;
  if (isRead && names.every((name) => 'beside' in judgeTool(name, target))) {
    yield {
      level: 'warning',
      ...at,
      says: `Only ${program} knows the tools that are listed (${names.map((name) => `\`${name}\``).join(', ')}): in an editor, and on GitHub, the agent gets no tool at all (${dated(target)}).`,
      mend: `List names that all of them know beside them, such as ${examples(target)}.`,
    };
    return;
  }
  // A bare name may be the tool of an extension or a server that runs elsewhere, and VS Code still
  // takes it. Names that are another agent's tools are surely not.
  const other = targets.find(
    (each) => each.id !== target.id && names.some((name) => isToolOf(name, each)),
  );
  const isSure =
    target.id !== 'copilot' ||
    other !== undefined ||
    names.every((name) => judgeTool(name, target).is === 'gone');
  yield {
    level: isSure ? 'error' : 'warning',
    ...at,
    says: `${target.title} knows none of the tools that are listed (${names.map((name) => `\`${name}\``).join(', ')})${other === undefined ? '' : `, some of which are ${other.title}'s`}: the agent gets no tool at all${isSure ? '' : ', unless a server or an extension brings them'} (${dated(target)}).`,
    mend: `List tools that ${target.title} has, such as ${examples(target)}.`,
  };
}

/** What VS Code knows, GitHub's cloud agent may not: the same file, another list of names. */
function* cloud(file: TextFile, target: Target): Iterable<Remark> {
  const { are, unread } = cloudAgent.gives({ path: file.path, document: file.document, target });
  if (are !== 'none' || unread !== undefined) return;
  yield {
    level: 'info',
    ...placeInHead(file, ['tools']),
    says: 'GitHub’s cloud agent, which reads this file too, knows none of the names in the list: there the agent gets no tool at all.',
    mend: 'Name sets, such as `read`, `search` and `edit`, which both know, or write `target: vscode`.',
  };
}

function* all(file: TextFile, target: Target, because: string): Iterable<Remark> {
  const isHeld = !abilitiesOf(file.document.head, target).can.has('edit');
  const bound = isHeld ? undefined : restriction(file);
  if (bound === undefined) return;
  yield {
    level: 'warning',
    line: bound.line,
    column: bound.column,
    says: `The text sets a limit here, and the agent has every tool there is, because ${because}.`,
    mend:
      bounds[target.id] ??
      `Add \`tools\` with what it may use, such as \`tools: [${examples(target).replaceAll('`', '')}]\`.`,
  };
}

/** The text says that nothing is written, and a tool that writes is on the list. */
function* writing(file: TextFile, target: Target): Iterable<Remark> {
  const { head } = file.document;
  const isDescribed = isSaidToRead(String(head['description'] ?? ''));
  const said = isDescribed ? placeInHead(file, ['description']) : readOnlyIn(file.markdown.prose);
  if (said === undefined) return;
  const denied = toolsIn(head['disallowedTools']) ?? [];
  const writers = (toolsIn(head['tools']) ?? []).filter(
    (name) => !denied.includes(name) && abilityOf(name, target)?.includes('edit'),
  );
  if (writers.length === 0) return;
  const tools = writers.map((name) => `\`${name}\``);
  yield {
    level: 'warning',
    ...placeInHead(file, ['tools'], writers[0]),
    says: `Line ${said.line} says that nothing is written, and ${tools.join(' and ')} ${tools.length === 1 ? 'writes' : 'write'}.`,
    mend: `Take ${tools.join(' and ')} out of \`tools\`, or say what may be written.`,
  };
}

/** How a tool that has no list of tools takes the writing away from an agent. */
const bounds: Readonly<Record<string, string>> = {
  codex: 'Write `sandbox_mode = "read-only"`.',
  cursor: 'Write `readonly: true`.',
  opencode: 'Write `edit: deny` and `bash: deny` under `permission`.',
};

/** The first line that promises less than everything: a list of allowed tools, or no writing. */
function restriction(file: TextFile): Limit | undefined {
  const { headings, prose } = file.markdown;
  if (isSaidToRead(String(file.document.head['description'] ?? '')))
    return placeInHead(file, ['description']);
  const heading = headings.find(({ text }) =>
    /\b(restricted|allowed|permitted) tools\b/i.test(text),
  );
  const found = readOnlyIn(prose);
  if (heading !== undefined && heading.line < (found?.line ?? Infinity))
    return { line: heading.line, column: 1 };
  return found;
}

const worksWithTools =
  /^\s*(?:[-*+]|\d+[.)])?\s*(?:\*\*)?(?:read|search|edit|run|write|create) (?:the |all |every |any )?(?:files?|code|codebase|tests?)\b/i;

const isToolOf = (name: string, target: Target) => {
  const { is } = judgeTool(name, target);
  // Where any two words with a line between them may be a server's, that says nothing.
  return is === 'known' || (is === 'served' && target.servedAs === undefined);
};

const examples = ({ vocabulary: { capabilities } }: Target) =>
  Object.values(capabilities)
    .flatMap(({ tools }) => Object.keys(tools ?? {}).slice(0, 1))
    .slice(0, 3)
    .map((name) => `\`${name}\``)
    .join(', ');
