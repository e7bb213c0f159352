import { type Capability, capabilities, capabilityNames } from '../capability.ts';
import { serverFacts } from '../server.ts';
import { type Document, type Head, parseDocument } from '../front-matter.ts';
import type { Effective, Target } from '../target.ts';
import { bareTool, judgeTool, toolsIn } from './tool-names.ts';

/**
 * The tools that an agent of this target really gets.
 * https://docs.github.com/en/copilot/reference/custom-agents-configuration: no list is all, an
 * empty list none, and what is unknown is ignored. https://docs.claude.com/en/docs/claude-code/sub-agents:
 * the same, and since 2.1.208 a list of nothing but unknown names is an error.
 */
export function effectiveTools(head: Head, target: Target, path = ''): Effective {
  if (target.effective !== undefined) return target.effective(head, path);
  const listed = toolsIn(head['tools']);
  if (listed === undefined)
    return { are: 'all', tools: [], because: `${target.title} reads no list as every tool` };
  if (listed.includes('*'))
    return { are: 'all', tools: ['*'], because: '`*` stands for every tool there is' };
  const taken = listed.filter((name) => {
    const { is } = judgeTool(name, target);
    return is !== 'unknown' && is !== 'gone';
  });
  if (listed.length === 0) return { are: 'none', tools: [], because: 'the list is empty' };
  return taken.length === 0
    ? { are: 'none', tools: [], because: `${target.title} knows none of the names in the list` }
    : { are: 'exact', tools: taken, because: 'the list names them' };
}

/** What somebody with these rights can do; not certain where a name may bring more than we know. */
export interface Abilities {
  readonly can: ReadonlySet<Capability>;
  readonly isCertain: boolean;
}

export function abilitiesOf(head: Head, target: Target, path = ''): Abilities {
  const effective = effectiveTools(head, target, path);
  if (effective.can !== undefined) return { can: new Set(effective.can), isCertain: true };
  if (effective.are === 'all')
    return { can: new Set(undenied(capabilityNames, head, target)), isCertain: true };
  const listed = target.effective === undefined ? (toolsIn(head['tools']) ?? []) : effective.tools;
  const judged = listed.map((name) => abilityOf(name, target));
  const direct = new Set(judged.flatMap((each) => each ?? []));
  const within = capabilities.flatMap(({ name }) => {
    const parent = target.vocabulary.capabilities[name]?.within;
    return direct.has(parent as Capability) ? [name] : [];
  });
  return {
    can: new Set(undenied([...direct, ...within], head, target)),
    isCertain: judged.every((each) => each !== undefined),
  };
}

/**
 * Without what `disallowedTools` takes away whole: `Edit` and `Write`, not `Bash(git push:*)`.
 * https://docs.claude.com/en/docs/claude-code/sub-agents
 */
function undenied(
  can: readonly Capability[],
  head: Head,
  { id, vocabulary }: Target,
): readonly Capability[] {
  const denied = id === 'claude' ? (toolsIn(head['disallowedTools']) ?? []) : [];
  if (denied.length === 0) return can;
  const isDenied = (name: Capability): boolean => {
    const { tools, within } = vocabulary.capabilities[name] ?? {};
    if (tools === undefined) return within !== undefined && isDenied(within as Capability);
    return Object.keys(tools).every((tool) => denied.includes(tool));
  };
  return can.filter((name) => !isDenied(name));
}

/** All that an agent file really gives, read back from its text. Prose of the file counts for nothing. */
export interface Rights extends Abilities {
  readonly effective: Effective;
  /** The servers of which it has any tool; `all` are those of the session. */
  readonly servers: 'all' | readonly string[];
}

/** The rights of an agent file, in whatever format its tool reads. */
export function rightsOf(path: string, text: string, target: Target): Rights {
  const { head } = agentDocument(path, text, target);
  const effective = effectiveTools(head, target, path);
  const servers =
    effective.servers ??
    (effective.are === 'all'
      ? 'all'
      : [...new Set(effective.tools.flatMap((name) => serverIn(name, target)))]);
  return { ...abilitiesOf(head, target, path), effective, servers };
}

/** An agent file as its tool reads it. A format that nobody knows is Markdown below front matter. */
export const agentDocument = (path: string, text: string, target: Target): Document =>
  target.parse?.(text, path) ?? parseDocument(text);

/** The server of a tool's name: `mcp__serena__x`, `serena/x`, `x_Serena`; none for one of the tool's own. */
function serverIn(name: string, target: Target): readonly string[] {
  if (judgeTool(name, target).is !== 'served') return [];
  const own = target.servedAs?.(name);
  if (own !== undefined) return [own.server];
  const [, , server] = /^(mcp__)(.+?)(?:__.*)?$/.exec(name) ?? /^()([^/]+)\/.+$/.exec(name) ?? [];
  if (server !== undefined) return [server];
  const after = /^[a-z][\w*-]*_([A-Z]\w*)$/.exec(name)?.[1];
  return after === undefined ? [] : [after.toLowerCase()];
}

/** GitHub's names for the tools of others, in any case: `reference/custom-agents-configuration`. */
const aliases: Readonly<Record<string, Capability>> = {
  bash: 'execute',
  shell: 'execute',
  powershell: 'execute',
  edit: 'edit',
  multiedit: 'edit',
  write: 'edit',
  notebookedit: 'edit',
  read: 'read',
  notebookread: 'read',
  grep: 'search',
  glob: 'search',
  task: 'delegate',
  agent: 'delegate',
  'custom-agent': 'delegate',
  webfetch: 'web',
  websearch: 'web',
  todowrite: 'plan',
};

/** The capabilities that one name brings; nothing where nobody can tell. */
export function abilityOf(name: string, target: Target): readonly Capability[] | undefined {
  const verdict = judgeTool(name, target);
  const bare = verdict.is === 'renamed' ? verdict.to : bareTool(name);
  if (verdict.is === 'gone') return [];
  // To VS Code an unknown name may be the tool of an extension; the others have none.
  if (verdict.is === 'unknown') return target.id === 'copilot' ? undefined : [];
  const set = bare.split('/')[0]!;
  const own = capabilityNames.filter((capability) => {
    const tools = target.vocabulary.capabilities[capability]?.tools ?? {};
    return bare in tools || set in tools;
  });
  if (own.length > 0)
    return [...new Set(own.flatMap((each) => [each, ...alsoBrought(each, target)]))];
  if (target.id === 'copilot' && bare.toLowerCase() in aliases)
    return [aliases[bare.toLowerCase()]!];
  if (target.id === 'claude' && (bare === 'NotebookEdit' || bare === 'MultiEdit')) return ['edit'];
  if (verdict.is !== 'served') return [];
  return served(bare, target);
}

const alsoBrought = (name: Capability, { vocabulary }: Target) =>
  (vocabulary.capabilities[name]?.also ?? []) as readonly Capability[];

/** A tool of a server whose tools we know: `mcp__serena__x`, `serena/x` or `x_Serena`. */
function served(name: string, target: Target): readonly Capability[] | undefined {
  const [server, tool] = serverAndTool(name, target);
  const tools = serverFacts((server ?? '').toLowerCase()).tools;
  if (tools === undefined) return harmless.has((server ?? '').toLowerCase()) ? [] : undefined;
  return capabilityNames.filter((name) =>
    tool === '*' ? name in tools : tool! in (tools[name] ?? {}),
  );
}

/** The server and its tool in a name that a target takes at its word. */
export function serverAndTool(
  name: string,
  target: Target,
): readonly [server: string, tool: string] {
  const own = target.servedAs?.(name);
  if (own !== undefined) return [own.server, own.tool];
  const [, server, tool] =
    /^mcp__(.+?)(?:__(.*))?$/.exec(name) ?? /^([^/]+)\/(.+)$/.exec(name) ?? afterwards(name);
  return [server ?? '', tool ?? '*'];
}

const afterwards = (name: string): readonly (string | undefined)[] => {
  const at = name.lastIndexOf('_');
  return [name, name.slice(at + 1), name.slice(0, at)];
};

/** Servers that only look things up or think: no right to the code comes with them. */
const harmless = new Set(['context7', 'sequential-thinking', 'gitmcp', 'microsoft-docs']);
