/**
 * The whole journey, in types. Read this file first.
 *
 *   Answers ──plan()──▶ Plan ──check()──▶ CheckedPlan ──commit()──▶ Outcome ──report()──▶ text
 *             pure               pure                   the disk               pure
 *
 * Each arrow is one function and each function takes only the stage before it, so nothing can be
 * written that was not checked. `commit` is the only one that changes the disk.
 */

/** What a person answered, by question name. */
export type Answers = Readonly<Record<string, Answer>>;
export type Answer = string | boolean | readonly string[];

/** A file as it would be written. Paths are relative to the project, with forward slashes. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  /** The text that stood there, or `''`, and lives on in `text`: replacing just that one loses nothing. */
  readonly keeps?: string;
  /**
   * Given for a part of a file that others write too: the whole file, once the part is in what
   * stands there (`''` where nothing does). Until the parts are put in (`src/parts.ts`), `text` is
   * the part as it is in an empty file.
   */
  readonly into?: (there: string) => string;
  /** The persona that it speaks for, and the template that it was made from, as `name@hash`. */
  readonly persona?: string;
  readonly template?: string;
  /**
   * Its text is somebody's own, taken as it stood: what the checks find in it is told, and stops
   * nothing. `body`: the front matter above it is ours, and held to every check.
   */
  readonly quotes?: 'whole' | 'body';
}

/** A file that goes, once all the others are written: what it said is in one of them. */
export interface Removal {
  readonly path: string;
  /** The text that the plan was made from. Where another stands now, nothing is done. */
  readonly keeps: string;
}

/** Something that a persona asks for and a target cannot express. Told, never silently widened. */
export interface Loss {
  readonly target: string;
  /**
   * `capability`: it has it, and cannot use it there. `tools`: it lacks it, and nothing withholds it.
   * `text`: the words that somebody wrote for it. A kind of file: the tool has no place for it.
   */
  readonly what:
    | 'capability'
    | 'tools'
    | 'server'
    | 'paths'
    | 'budget'
    | 'hand-offs'
    | 'model'
    | 'gates'
    | 'text'
    | 'instruction'
    | 'prompt'
    | 'skill';
  readonly name: string;
  readonly because: string;
  /** It was a restriction: the agent may do what the persona forbids. `--strict` refuses such. */
  readonly restricts?: true;
  /** What holds it all the same, such as a hook: then it restricts, and is not lost. */
  readonly heldBy?: string;
}

/** A place in a file that we take in, of which what we write does not say the same. */
export interface Change {
  /** Left out; given back as it was meant; not said, and taken so; or put in today's words. */
  readonly how: 'lost' | 'mended' | 'assumed' | 'renamed';
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  readonly what: string;
  readonly because: string;
}

/** Everything one request would write, in the order in which it is shown. */
export interface Plan {
  readonly generator: string;
  readonly files: readonly PlannedFile[];
  /** Of what we wrote, it replaces only what the same generator wrote: the rest is in the way. */
  readonly replaces?: 'own';
  /** What the manifest keeps of the answers, where that is not all. */
  readonly answers?: Answers;
  readonly losses?: readonly Loss[];
  /** Files that go, when all of `files` are in their places. */
  readonly removes?: readonly Removal[];
  /** What became of the files that it takes in, where that is not word for word. */
  readonly changes?: readonly Change[];
  /** What a person would do next, one sentence each. */
  readonly next?: readonly string[];
}

export type Level = 'error' | 'warning' | 'info';

/** One remark of one check. `says` tells what is wrong and why, `mend` what to do about it. */
export interface Finding {
  readonly check: string;
  readonly path: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly level: Level;
  readonly says: string;
  readonly mend: string;
  /** What would mend it for certain. Where a person must decide, there is none. */
  readonly fix?: readonly Edit[];
}

/** A piece of a file's text, from one offset up to another, and what stands in its place afterwards. */
export interface Edit {
  /** Both count UTF-16 units from 0, as strings do. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

declare const checked: unique symbol;

/** A plan that every check has read. Only `check()` can make one. */
export interface CheckedPlan extends Plan {
  readonly findings: readonly Finding[];
  readonly [checked]: true;
}

/** What `commit` did, file by file. */
export interface Receipt {
  readonly written: readonly string[];
  readonly replaced: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/** How a request ended. No receipt means that nothing was written: a check failed, or it was a dry run. */
export interface Outcome {
  readonly plan: CheckedPlan;
  readonly receipt?: Receipt;
  /** What a dry run would have done. */
  readonly would?: Receipt;
}
