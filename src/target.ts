import type { Capability } from './capability.ts';
import type { Enforcement } from './enforcement.ts';
import type { Document, Head } from './front-matter.ts';
import { printDocument } from './front-matter.ts';
import type { Handoff, Persona } from './persona.ts';
import type { Loss, PlannedFile } from './stages.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a persona may use in one target: its capabilities and servers in that tool's own names. */
export interface Grant {
  readonly target: string;
  /** Every name, once, in the order in which a chat mode lists them. */
  readonly tools: readonly string[];
  readonly groups: readonly { readonly title: string; readonly tools: readonly Tool[] }[];
  readonly losses: readonly Loss[];
  /** Of a target with modes: the widest that gives no more than the persona has, if any does. */
  readonly mode?: Mode;
}

/** Rights that a tool gives only together: all of them, or those of a narrower mode. */
export interface Mode {
  readonly name: string;
  readonly can: readonly Capability[];
  /** The servers that come with it: every one of the session, or none. */
  readonly servers: 'all' | 'none';
}

export interface Tool {
  readonly name: string;
  readonly purpose: string;
}

/** What a persona begets, before any tool has had its say about paths and front matter. */
export type Artifact =
  | {
      readonly kind: 'agent';
      readonly persona: Persona;
      readonly grant: Grant;
      /** The hand-offs that lead to somebody who is there, with the title of that persona. */
      readonly handoffs: readonly (Handoff & { readonly title: string })[];
      readonly body: string;
    }
  | {
      readonly kind: 'instruction';
      readonly slug: string;
      readonly summary: string;
      readonly globs: readonly string[];
      readonly body: string;
    }
  | {
      readonly kind: 'memory';
      /** Below the folder for memories: `topic.memory.md` or `category/title-day.memory.md`. */
      readonly file: string;
      readonly head: Head;
      readonly body: string;
    }
  | {
      readonly kind: 'prompt';
      readonly slug: string;
      readonly summary: string;
      readonly persona: Persona | undefined;
      readonly body: string;
    }
  | {
      readonly kind: 'skill';
      /** The name of its folder too: https://agentskills.io/specification */
      readonly slug: string;
      /** What it does and when to use it, at most 1024 characters. */
      readonly summary: string;
      readonly body: string;
    }
  | { readonly kind: 'spec'; readonly slug: string; readonly head: Head; readonly body: string };

export type Kind = Artifact['kind'];
export type ArtifactOf<K extends Kind> = Extract<Artifact, { kind: K }>;

/** Where a tool keeps one kind of artifact, and how it wants to read it. */
export type Home<K extends Kind> = (artifact: ArtifactOf<K>) => Settled;

/**
 * A file of a target, in one of three forms: front matter above the body of the artifact; a text of
 * the target's own making; or a part of a file that others write too (`into` makes the whole file of
 * what stands there, twice the same as once). Further files stand `beside` it.
 */
export type Settled = (
  | { readonly path: string; readonly head: Head }
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly into: (there: string) => string }
) & { readonly beside?: readonly Settled[] };

/** What an agent may use once its tool has read the file, whatever its author believed. */
export interface Effective {
  readonly are: 'all' | 'none' | 'exact';
  /** Those of the list that the tool knows, or takes at their word. */
  readonly tools: readonly string[];
  /** As it follows "because". */
  readonly because: string;
  /** What they bring, where the names do not tell: a sandbox, a mode. */
  readonly can?: readonly Capability[];
  /** The servers whose tools it gets, where the names do not tell; `all` are those of the session. */
  readonly servers?: 'all' | readonly string[];
}

/** The keys of one kind of file: what each must be, `!` where it must be there. */
export type Keys = Readonly<Record<string, KeyType | `${KeyType}!`>>;
export type KeyType =
  | 'text'
  | 'texts'
  | 'text or texts'
  | 'flag'
  | 'number'
  | 'map'
  | 'list'
  | 'any';

/** An agent tool that we write for. A kind that it has no place for is `null`, and `why` says it. */
export interface Target {
  readonly id: string;
  readonly title: string;
  /** What stands in a repository where the tool is in use. */
  readonly marks: readonly string[];
  /** Written for where no mark of any tool is found, and nobody says otherwise. */
  readonly isUsual?: true;
  readonly vocabulary: Vocabulary;
  readonly homes: { readonly [K in Kind]: Home<K> | null };
  /** Why there is no place for a kind, in a sentence. */
  readonly why: { readonly [K in Kind]?: string };
  /** What the tool would read from a path, if anything. */
  readonly reads: (path: string) => Kind | undefined;
  readonly keys: { readonly [K in Kind]?: Keys };
  /** How an agent file is read that is not Markdown below front matter. */
  readonly parse?: (text: string, path: string) => Document | undefined;
  /** What an agent file really gives, where that is not its list of `tools` by the vocabulary. */
  readonly effective?: (head: Head, path: string) => Effective;
  /**
   * For a tool that has no list of tools, from the widest to the narrowest. An empty list: its files
   * give no rights at all, and take none.
   */
  readonly modes?: readonly Mode[];
  /** How it calls a tool of an MCP server, and all tools of one where it has a name for that. */
  readonly serverTool: (server: string, tool: string) => string;
  readonly wholeServer: (server: string) => string | undefined;
  /** The inverse: the server of a name, and its tool; `*` is all of them. */
  readonly servedAs?: (
    name: string,
  ) => { readonly server: string; readonly tool: string } | undefined;
  /** Its MCP configuration, if a repository can have one. */
  readonly mcp?: {
    readonly path: string;
    /** The key that the servers stand under. */
    readonly under: string;
    /** How it refers to a variable of the environment, or to an input, of this name. */
    readonly refers: (name: string) => string;
    /** It asks for what is referred to, and wants a list of it under `inputs`. */
    readonly asks?: true;
  };
  /** What of a persona its front matter cannot hold it to, and why: a row each in the loss table. */
  readonly advisory: (persona: Persona) => readonly Advisory[];
  /** How it can be made to hold a persona to its rules; nothing where there is no way. */
  readonly enforcement?: Enforcement;
  /** The bounds of a description, in characters. */
  readonly description: { readonly most: number };
}

export interface Advisory {
  readonly what: 'paths' | 'budget' | 'hand-offs' | 'model' | 'gates' | 'server' | 'tools' | 'text';
  readonly name: string;
  readonly because: string;
  /** It is a restriction that is lost, as denied paths always are. */
  readonly restricts?: true;
}

/**
 * The rows of what a tool has no key for, with the reason of each. A reason left out: it has one.
 *
 * @param reasons - `text`: why the file is without the words of the persona
 */
export const unheld = (
  { paths, budget, handoffs, voice, body, sections }: Persona,
  reasons: {
    readonly paths?: string;
    readonly budget?: string;
    readonly handoffs?: string;
    readonly text?: string;
  },
): readonly Advisory[] => [
  ...rows('paths', reasons.paths, paths.deny),
  ...rows('budget', reasons.budget, [String(budget)]),
  ...rows(
    'hand-offs',
    reasons.handoffs,
    handoffs.map(({ to }) => to),
  ),
  ...rows(
    'text',
    reasons.text,
    voice === 'whole' ? [linesOf(body)] : sections.map(({ title }) => title).filter(Boolean),
  ),
];

const linesOf = (text: string) => {
  const many = text.split('\n').filter((line) => line.trim() !== '').length;
  return many === 1 ? '1 line' : `${many} lines`;
};

const rows = (what: Advisory['what'], because: string | undefined, names: readonly string[]) =>
  because === undefined ? [] : names.map((name) => ({ what, name, because }));

/** Why nearly every tool has no place for a spec. */
export const specsElsewhere = 'Specifications belong to the repository: specs/.';

/** The homes of a tool that has a place for agents and for nothing else, for one reason. */
export const agentsOnly = (
  agent: Home<'agent'>,
  because: string,
): Pick<Target, 'homes' | 'why'> => ({
  homes: { agent, instruction: null, memory: null, prompt: null, skill: null, spec: null },
  why: {
    instruction: because,
    memory: because,
    prompt: because,
    skill: because,
    spec: because,
  },
});

/** A skill in its folder, below that of all skills: https://agentskills.io/specification */
export const skillIn =
  (folder: string) =>
  ({ slug, summary }: { readonly slug: string; readonly summary: string }): Settled => ({
    path: `${folder}/${slug}/SKILL.md`,
    head: { name: slug, description: summary },
  });

export const defineTarget = (target: Target): Target => target;

/** Memories and specs belong to the repository; where no tool has a place for them, this is it. */
const neutral: { readonly [K in Kind]?: Home<K> } = {
  memory: ({ file, head }) => ({ path: `.persona/memory/${file}`, head }),
  spec: ({ slug, head }) => ({ path: `specs/${slug}.spec.md`, head }),
};

/** The files that an artifact becomes for one target, its own first; none where the tool has no place for it. */
export function settle(artifact: Artifact, target: Target, about: About): readonly PlannedFile[] {
  const home = target.homes[artifact.kind] as Home<Kind> | null;
  return home === null ? [] : files(home(artifact), artifact.body, about);
}

/** The one file of a memory or a spec: where the first target that has a place for it keeps it. */
export function settleOnce(
  artifact: ArtifactOf<'memory' | 'spec'>,
  targets: readonly Target[],
  about: About,
): PlannedFile {
  const home = targets.map(({ homes }) => homes[artifact.kind]).find((each) => each !== null);
  const settled = ((home ?? neutral[artifact.kind]) as Home<Kind>)(artifact);
  return file(settled, artifact.body, about);
}

type About = Pick<PlannedFile, 'template' | 'persona' | 'quotes'>;

const files = (settled: Settled, body: string, about: About): readonly PlannedFile[] => [
  file(settled, body, about),
  ...(settled.beside ?? []).flatMap((each) => files(each, body, about)),
];

function file(settled: Settled, body: string, about: About): PlannedFile {
  const { path } = settled;
  if ('into' in settled) return { path, text: settled.into(''), into: settled.into, ...about };
  const text = 'text' in settled ? settled.text : printDocument(settled.head, body);
  return { path, text, ...about };
}
