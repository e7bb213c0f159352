import type { Remark } from './check.ts';
import type { Module } from './python/module.ts';

/**
 * A check that holds one convention, over code: what a convention says in `templates/conventions/` a
 * check of this shelf looks for in the files that the convention `applies` to. Which conventions are
 * kept, a persona says.
 */
export interface CodeCheck {
  /** As a convention names it under `check`, and the same as the file's name. */
  readonly name: string;
  /** What it finds, and what no look at the code alone can tell. Shown by `create-persona explain`. */
  readonly why: string;
  /** Where the examples of the convention would stand. */
  readonly example: string;
  readonly remarks: (module: Module) => Iterable<Remark>;
}

export const defineCodeCheck = (check: CodeCheck): CodeCheck => check;
