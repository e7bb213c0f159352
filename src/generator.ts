import type { Config } from './config.ts';
import type { Convention } from './convention.ts';
import type { Instruction } from './instruction.ts';
import type { Manifest } from './manifest.ts';
import type { Persona } from './persona.ts';
import type { Language, Project } from './project.ts';
import type { Renderer } from './render.ts';
import type { Answer, Answers, Change, Plan } from './stages.ts';
import type { Target } from './target.ts';
import type { Tree } from './tree.ts';

/** A question in our own words. Each becomes a prompt, a `--flag` and a line of `--help`. */
export type Question = {
  readonly name: string;
  readonly asks: string;
  /** Asked only by its flag; a person is never stopped for it. */
  readonly quiet?: true;
  /** It may be given by its place too, though nobody is stopped for it. */
  readonly isWord?: true;
} & (
  | {
      readonly kind: 'text';
      readonly default?: Default<string>;
      readonly refuse?: (answer: string) => string | false;
    }
  /** Several texts: a flag given more than once, or one answer with `;` between them. */
  | { readonly kind: 'texts'; readonly default?: Default<readonly string[]> }
  /** `open`: a name that is not on the list is welcome too. */
  | {
      readonly kind: 'one';
      readonly of: Choices;
      readonly default?: Default<string>;
      readonly open?: true;
      readonly refuse?: (answer: string) => string | false;
    }
  | { readonly kind: 'many'; readonly of: Choices; readonly default?: Default<readonly string[]> }
  | { readonly kind: 'yes-no'; readonly default: boolean }
);

export type Choices = (workspace: Workspace) => readonly Choice[];
/** A default may be found in the project. */
export type Default<T> = T | ((workspace: Workspace) => T);

export interface Choice {
  readonly value: string;
  readonly title: string;
}

/** All that a generator may look at. Nothing in it can write. */
export interface Workspace {
  readonly project: Tree;
  /** What is known of the project, in the words of a language. */
  readonly facts: (speaks?: Language) => Project;
  readonly personas: ReadonlyMap<string, Persona>;
  /** The text of a persona's own file, by its id. */
  readonly personaText: (id: string) => string | undefined;
  readonly conventions: ReadonlyMap<string, Convention>;
  /** Instructions of the team's, by their id. */
  readonly instructions: ReadonlyMap<string, Instruction>;
  readonly targets: readonly Target[];
  readonly render: Renderer;
  readonly manifest: Manifest;
  /** What the team has decided about checks and targets. */
  readonly config: Config;
  /**
   * A file that somebody points to, in the project or elsewhere; of a folder, all files below it.
   * Nothing where there is neither.
   */
  readonly given: (path: string) => readonly GivenFile[];
  /** Whether a path of the project is a link to elsewhere, or goes through one. */
  readonly leadsOut: (path: string) => boolean;
  /** The day it is, as `2026-11-22`; handed in so that the same answers give the same files. */
  readonly today: string;
}

/** A file that was pointed to, as it lies on the disk. */
export interface GivenFile {
  /** Relative to the project where it stands in it, and as it was written where it does not. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Something that one can ask for: what to ask back, and what would be written. */
export interface Generator {
  readonly name: string;
  readonly describes: string;
  /** Command lines that work as they stand, for `--help`. */
  readonly examples: readonly string[];
  readonly questions: readonly Question[];
  /** What it writes is the contributor's from the first moment: no manifest keeps count of it. */
  readonly keepsNoManifest?: true;
  /** It changes what others wrote: it shows what it would do, and does it on a yes or `--yes` only. */
  readonly showsFirst?: true;
  /** Questions that a file answers, where one of `asks` names it. */
  readonly source?: Source;
  /** What `plan` needs loaded, such as a parser: awaited before it, for a plan is made at once. */
  readonly prepare?: () => Promise<void>;
  readonly plan: (answers: Answers, workspace: Workspace) => Plan;
}

/** A file that answers questions. What a person says beside it wins. */
export interface Source {
  /** Asked for this only: once it is read, the answers that it gave stand for it. */
  readonly asks: readonly string[];
  readonly read: (given: Answers, workspace: Workspace) => Promise<Reading>;
}

/** What a file says to the questions, and what in it no question can take. */
export interface Reading {
  readonly answers: Answers;
  readonly changes: readonly Change[];
}

export const defineGenerator = (generator: Generator): Generator => generator;

/** What a question takes when nobody answers it; nothing, where somebody must. */
export function defaultOf(question: Question, workspace: Workspace): Answer | undefined {
  const { default: given } = question;
  return typeof given === 'function' ? given(workspace) : given;
}
