import { type Abilities, abilitiesOf } from '../rights/effective-tools.ts';
import type { Head } from '../front-matter.ts';
import { handoffsInText, idOf, isSame, mayHandOff, type Verb } from '../text/handoffs-in-text.ts';
import { oncePerTree } from '../once-per-tree.ts';
import { reading } from '../reading.ts';
import { agentsIn } from './roster.ts';
import { bareTool, toolsIn } from '../rights/tool-names.ts';

/** Somebody who takes work, and where it is said who that is. */
export interface Node {
  readonly path: string;
  readonly target: string;
  readonly id: string;
  readonly name: string;
  readonly abilities: Abilities;
  /** Whether a person can choose it, and another agent start it. */
  readonly isOffered: boolean;
  readonly isStarted: boolean;
}

/** One hand-off: from whom, to whom, and where it stands. */
export interface Edge {
  readonly from: Node;
  /** Nobody where no file of the repository answers to the name. */
  readonly to: Node | undefined;
  readonly called: string;
  /** `start` and `send` need nobody's consent; the others are words, or a button. */
  readonly verb: Verb | 'start' | 'offer' | 'send';
  readonly line: number;
  readonly about: string;
}

export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** The hand-offs between all agent files of a repository. */
export const handoffGraph = oncePerTree('agents', ({ tree, targets }): Graph => {
  const read = agentsIn({ tree, targets }).map(({ path, target, stem, name, document }) => {
    const { head } = document;
    let abilities: Abilities | undefined;
    const node: Node = {
      path,
      target,
      id: stem,
      name,
      get abilities() {
        abilities ??= abilitiesOf(head, targets.find(({ id }) => id === target)!);
        return abilities;
      },
      isOffered: head['user-invocable'] !== false,
      isStarted: head['disable-model-invocation'] !== true,
    };
    const text = tree.read(path) ?? '';
    const speaks = mayHandOff(text);
    const { lines } = reading(speaks || isDeclared(head) ? text : '');
    return { node, head, lines, markdown: speaks ? reading(text).markdown : undefined };
  });
  const nodes = read.map(({ node }) => node);
  const edges = read.flatMap(({ node, head, lines, markdown }) => [
    ...declared(node, head, lines, nodes),
    ...(markdown === undefined ? [] : handoffsInText(markdown)).flatMap((said) => {
      const { verb, called, line, about, isLoose } = said;
      const to = whoIs(called, node, nodes);
      if (to === undefined && isLoose) return [];
      return [{ from: node, to, called: called.replaceAll('`', ''), verb, line, about }];
    }),
  ]);
  return { nodes, edges };
});

const isDeclared = (head: Head) =>
  head['handoffs'] !== undefined || head['agents'] !== undefined || head['tools'] !== undefined;

/** `handoffs` and `agents` of VS Code, `Agent(a, b)` of Claude Code. */
function declared(
  from: Node,
  head: Head,
  lines: readonly string[],
  nodes: readonly Node[],
): readonly Edge[] {
  const at = (name: string) =>
    1 +
    Math.max(
      0,
      lines.findIndex((line) => line.includes(name)),
    );
  const edge = (called: string, verb: Edge['verb'], about = ''): Edge => ({
    from,
    to: whoIs(called, from, nodes),
    called,
    verb,
    line: at(called),
    about,
  });
  const offered = (Array.isArray(head['handoffs']) ? head['handoffs'] : []).flatMap((each) => {
    const { agent, send, prompt } = (each ?? {}) as Readonly<Record<string, unknown>>;
    return typeof agent === 'string'
      ? [edge(agent, send === true ? 'send' : 'offer', String(prompt ?? ''))]
      : [];
  });
  const listed = from.target === 'copilot' ? (toolsIn(head['agents']) ?? []) : [];
  const spawned = (toolsIn(head['tools']) ?? [])
    .filter((tool) => from.target === 'claude' && /^(Agent|Task)\(/.test(tool))
    .flatMap((tool) => toolsIn(tool.slice(bareTool(tool).length + 1).replace(/\)$/, '')) ?? []);
  return [
    ...offered,
    ...[...listed, ...spawned].filter((name) => name !== '*').map((name) => edge(name, 'start')),
  ];
}

/** One of the same tool first: the twins of a persona stand side by side. */
function whoIs(called: string, from: Node, nodes: readonly Node[]): Node | undefined {
  const all = nodes.filter(({ path }) => path !== from.path);
  const own = all.filter(({ target }) => target === from.target);
  return (
    [...own, ...all].find(({ id, name }) => name === called || id === idOf(called)) ??
    own.find(({ id, name }) => isSame(called, id) || isSame(called, name))
  );
}
