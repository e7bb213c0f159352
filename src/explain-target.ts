import { capabilities } from './capability.ts';
import { agentPath } from './compose/agent.ts';
import type { Persona } from './persona.ts';
import { type ArtifactOf, type Kind, settle, type Target } from './target.ts';
import type { Expression } from './vocabulary.ts';

/** What a target has a place for, what it calls things, and by which pages: for a person to read. */
export function explainTarget(target: Target, personas: readonly Persona[]): string {
  const { id, title, mcp, enforcement, vocabulary } = target;
  const held =
    enforcement === undefined
      ? 'nothing that could hold an agent to its paths and servers'
      : enforcement.own === undefined
        ? '`--guard-all`: a hook holds every agent'
        : '`--guard`: a hook holds this agent';
  return [
    `${id}: ${title}`,
    rows([
      ...placesOf(target, personas).map(({ kind, says }) => [kind, says] as const),
      ['servers', mcp?.path ?? 'no configuration in a repository'],
      ['guard', held],
    ]),
    ...rightsOf(target),
    `By, as of ${vocabulary.asOf}:`,
    vocabulary.sources.map((source) => `  ${source}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The names of its tools, or its modes; a tool that has neither gives its files no rights and takes none. */
function rightsOf({ modes, vocabulary }: Target): readonly string[] {
  const names = capabilities.map(
    ({ name }) => [name, called(vocabulary.capabilities[name])] as const,
  );
  if (names.some(([, says]) => says !== 'nothing'))
    return ['What it calls our capabilities:', rows(names)];
  if (modes === undefined || modes.length === 0)
    return ['Its files are text or data: they name no tool of its own, and withhold none.'];
  return [
    'It has no list of tools for one agent, but modes:',
    rows(
      modes.map(({ name, can, servers }) => [
        name,
        `${can.length === capabilities.length ? 'everything' : can.join(', ')}; ${servers === 'all' ? 'every server' : 'no server'}`,
      ]),
    ),
  ];
}

/** For each kind of artifact its path in a repository, or why there is none. */
export const placesOf = (
  target: Target,
  personas: readonly Persona[],
): readonly { readonly kind: string; readonly says: string; readonly path?: string }[] => [
  ...(Object.keys(target.homes) as Kind[]).map((kind) => {
    const paths = kind === 'agent' ? agentPaths(target, personas) : pathsOf(target, kind);
    const says = paths.length === 0 ? `no place: ${target.why[kind]}` : paths.join(', or ');
    return {
      kind: kind === 'agent' ? 'persona' : kind,
      says,
      ...(paths.length > 0 && { path: paths[0]! }),
    };
  }),
];

const agentPaths = (target: Target, personas: readonly Persona[]) => [
  ...new Set(
    personas.map(({ hypertool: _, ...persona }) => agentPath({ ...persona, id: '<id>' }, target)),
  ),
];

const pathsOf = (target: Target, kind: Exclude<Kind, 'agent'>) =>
  settle(samples[kind], target, {}).map(({ path }) => path);

const named = { slug: '<name>', summary: '', body: '' };
const samples: { readonly [K in Exclude<Kind, 'agent'>]: ArtifactOf<K> } = {
  instruction: { kind: 'instruction', ...named, globs: [] },
  memory: { kind: 'memory', file: '<name>.memory.md', head: {}, body: '' },
  prompt: { kind: 'prompt', ...named, persona: undefined },
  skill: { kind: 'skill', ...named },
  spec: { kind: 'spec', slug: '<name>', head: {}, body: '' },
};

/** The names by which a tool has a capability. */
export function called(expression: Expression | undefined): string {
  if (expression?.tools !== undefined) return Object.keys(expression.tools).join(', ');
  if (expression?.within !== undefined) return `comes with \`${expression.within}\``;
  return expression?.server === undefined
    ? 'nothing'
    : `comes with the server ${expression.server}`;
}

function rows(all: readonly (readonly [string, string])[]): string {
  const width = Math.max(...all.map(([name]) => name.length));
  return all.map(([name, says]) => `  ${name.padEnd(width)}  ${says}`).join('\n');
}
