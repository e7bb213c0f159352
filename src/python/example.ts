import type { Example, Part } from '../text/examples.ts';

/** One example of Python, as the checks of code see it. Lines and columns are those of the file. */
export interface Code extends Reading {
  readonly example: Example;
  readonly part: Part;
  readonly line: number;
  readonly text: string;
}

/** What a text says as Python. */
export interface Reading {
  /** Where it is no Python. All else is then empty. */
  readonly fault: Place | undefined;
  readonly bound: ReadonlySet<string>;
  readonly imported: ReadonlySet<string>;
  /** Names that are used, and nothing in this example binds. */
  readonly open: readonly Named[];
  readonly functions: readonly Signature[];
  readonly calls: readonly Call[];
  readonly marks: readonly Mark[];
}

export interface Place {
  readonly line: number;
  readonly column: number;
}
export interface Named extends Place {
  readonly name: string;
}

/** A function at the margin, and what one may hand to it. */
export interface Signature extends Named {
  readonly parameters: readonly string[];
  /** How many of them must be given. */
  readonly required: number;
  readonly isOpen: boolean;
}

export interface Call extends Named {
  readonly many: number;
  readonly named: readonly string[];
  readonly isOpen: boolean;
  readonly isAwaited: boolean;
  readonly isInAsync: boolean;
}

/** A piece of code that a check has a word for. */
export interface Mark extends Named {
  readonly is: 'bare except' | 'raise without from' | 'shadowed' | 'test without assert';
}
