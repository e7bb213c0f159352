import type { Enforcement } from './enforcement.ts';
import type { Head } from './front-matter.ts';
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
  | { readonly kind: 'spec'; readonly slug: string; readonly head: Head; readonly body: string };

export type Kind = Artifact['kind'];
export type ArtifactOf<K extends Kind> = Extract<Artifact, { kind: K }>;

/** Where a tool keeps one kind of artifact, and what it wants to read above it. */
export type Home<K extends Kind> = (artifact: ArtifactOf<K>) => { path: string; head: Head };

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

/** An agent tool that we write for. A kind that it has no place for is `null`. */
export interface Target {
  readonly id: string;
  readonly title: string;
  /** What stands in a repository where the tool is in use. */
  readonly marks: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly homes: { readonly [K in Kind]: Home<K> | null };
  /** What the tool would read from a path, if anything. */
  readonly reads: (path: string) => Kind | undefined;
  readonly keys: { readonly [K in Kind]?: Keys };
  /** How it calls a tool of an MCP server, and all tools of one where it has a name for that. */
  readonly serverTool: (server: string, tool: string) => string;
  readonly wholeServer: (server: string) => string | undefined;
  /** What of a persona its front matter cannot hold it to, and why: a row each in the loss table. */
  readonly advisory: (persona: Persona) => readonly Advisory[];
  /** How it can be made to hold a persona to its rules; nothing where there is no way. */
  readonly enforcement?: Enforcement;
  /** The bounds of a description, in characters. */
  readonly description: { readonly most: number };
}

export interface Advisory {
  readonly what: 'paths' | 'budget' | 'hand-offs' | 'model' | 'gates';
  readonly name: string;
  readonly because: string;
}

export const defineTarget = (target: Target): Target => target;

/** Memories and specs belong to the repository; where no tool has a place for them, this is it. */
const neutral: { readonly [K in Kind]?: Home<K> } = {
  memory: ({ file, head }) => ({ path: `.persona/memory/${file}`, head }),
  spec: ({ slug, head }) => ({ path: `specs/${slug}.spec.md`, head }),
};

/** The file that an artifact becomes for one target, or nothing where the tool has no place for it. */
export function settle(
  artifact: Artifact,
  target: Target,
  about: Pick<PlannedFile, 'template' | 'persona' | 'quotes'>,
): PlannedFile | undefined {
  const home = target.homes[artifact.kind] as Home<Kind> | null;
  return home === null ? undefined : file(home(artifact), artifact.body, about);
}

/** The one file of a memory or a spec: where the first target that has a place for it keeps it. */
export function settleOnce(
  artifact: ArtifactOf<'memory' | 'spec'>,
  targets: readonly Target[],
  about: Pick<PlannedFile, 'template' | 'persona'>,
): PlannedFile {
  const home = targets.map(({ homes }) => homes[artifact.kind]).find((each) => each !== null);
  return file(((home ?? neutral[artifact.kind]) as Home<Kind>)(artifact), artifact.body, about);
}

const file = (
  { path, head }: { path: string; head: Head },
  body: string,
  about: object,
): PlannedFile => ({
  path,
  text: printDocument(head, body),
  ...about,
});
