import { type Capability, capabilities, capabilityNames } from './capability.ts';
import { serverFacts } from './server.ts';
import type { Head } from './front-matter.ts';
import type { Target } from './target.ts';
import { bareTool, judgeTool, toolsIn } from './tool-names.ts';

/** What an agent may use once its tool has read the file, whatever its author believed. */
export interface Effective {
  readonly are: 'all' | 'none' | 'exact';
  /** Those of the list that the tool knows, or takes at their word. */
  readonly tools: readonly string[];
  /** As it follows "because". */
  readonly because: string;
}

/**
 * The tools that an agent of this target really gets.
 * https://docs.github.com/en/copilot/reference/custom-agents-configuration: no list is all, an
 * empty list none, and what is unknown is ignored. https://docs.claude.com/en/docs/claude-code/sub-agents:
 * the same, and since 2.1.208 a list of nothing but unknown names is an error.
 */
export function effectiveTools(head: Head, target: Target): Effective {
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

export function abilitiesOf(head: Head, target: Target): Abilities {
  const effective = effectiveTools(head, target);
  if (effective.are === 'all') return { can: new Set(capabilityNames), isCertain: true };
  const judged = (toolsIn(head['tools']) ?? []).map((name) => abilityOf(name, target));
  const direct = new Set(judged.flatMap((each) => each ?? []));
  const within = capabilities.flatMap(({ name }) => {
    const parent = target.vocabulary.capabilities[name]?.within;
    return direct.has(parent as Capability) ? [name] : [];
  });
  return {
    can: new Set([...direct, ...within]),
    isCertain: judged.every((each) => each !== undefined),
  };
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
  if (own.length > 0) return own;
  if (target.id === 'copilot' && bare.toLowerCase() in aliases)
    return [aliases[bare.toLowerCase()]!];
  if (target.id === 'claude' && (bare === 'NotebookEdit' || bare === 'MultiEdit')) return ['edit'];
  if (verdict.is !== 'served') return [];
  return served(bare);
}

/** A tool of a server whose tools we know: `mcp__serena__x`, `serena/x` or `x_Serena`. */
function served(name: string): readonly Capability[] | undefined {
  const [server, tool] = serverAndTool(name);
  const tools = serverFacts((server ?? '').toLowerCase()).tools;
  if (tools === undefined) return harmless.has((server ?? '').toLowerCase()) ? [] : undefined;
  return capabilityNames.filter((capability) => tool! in (tools[capability] ?? {}));
}

/** The server and its tool in a name that a target takes at its word. */
export function serverAndTool(name: string): readonly [server: string, tool: string] {
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
