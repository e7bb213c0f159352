import type { Convention } from './convention.ts';
import type { Head } from './front-matter.ts';
import type { TextFile } from './check.ts';
import type { Change } from './stages.ts';
import type { Target } from './target.ts';

/** A file that is taken in: read, in UTF-8, its line ends LF and its mojibake given back. */
export type Source = Pick<TextFile, 'path' | 'text' | 'lines' | 'document' | 'markdown'>;

/** What an importer may look at beside the file itself. */
export interface ImportScene {
  readonly targets: readonly Target[];
  readonly conventions: ReadonlyMap<string, Convention>;
  /** A file that stands near the source, by its path from there; nothing where there is none. */
  readonly beside: (path: string) => Source | undefined;
  /** o200k_base tokens of a text. */
  readonly tokens: (text: string) => number;
  /** What the persona is to be called, where somebody said so. */
  readonly id?: string;
}

/** Somebody whom a text sends work or questions to, by whatever name. */
export interface Colleague {
  readonly called: string;
  readonly how: 'consult' | 'delegate';
  readonly line: number;
  /** What they are there for, where it is said. */
  readonly for?: string;
  /** What is left to them. */
  readonly leaves?: string;
  /** It may be no name at all, such as the head of a table: then nobody misses it. */
  readonly isVague?: true;
}

export interface TakenPersona {
  readonly id: string;
  readonly path: string;
  /** Its front matter, without its hand-offs: who is there is known only when all is read. */
  readonly head: Head;
  readonly colleagues: readonly Colleague[];
  readonly body: string;
}

export interface TakenConvention {
  readonly id: string;
  readonly head: Head;
  readonly body: string;
}

export interface TakenInstruction {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly applies: readonly string[];
  readonly body: string;
}

/** What became of one source. What of it is in none of these is in `changes`. */
export interface Taken {
  readonly personas?: readonly TakenPersona[];
  readonly conventions?: readonly TakenConvention[];
  readonly instructions?: readonly TakenInstruction[];
  /** Memories are files of their own already: name and text. */
  readonly memories?: readonly { readonly file: string; readonly text: string }[];
  readonly changes: readonly Change[];
}

/** One kind of file that others keep their agents or their rules in. */
export interface Importer {
  /** Kebab-case and the same as the file's name: what `--as` takes. */
  readonly name: string;
  /** As it follows "reads". */
  readonly describes: string;
  /** Pages that say what such a file holds. */
  readonly sources: readonly string[];
  /** Whether a file is of that kind, by its path, or where that says nothing by its front matter. */
  readonly reads: (source: Source) => boolean;
  /** Files beside such a one that are looked at with it, by their names. */
  readonly along?: readonly string[];
  readonly take: (source: Source, scene: ImportScene) => Taken;
}

export const defineImporter = (importer: Importer): Importer => importer;
