import type { SyntaxNode } from 'unbash';
import type { Disk } from './disk.ts';
import type { Effect } from './effect.ts';
import type { Later } from './later.ts';
import type { Scene } from './scene.ts';

/** An effect, and the folders that its path may count from. */
export interface Placed {
  readonly effect: Effect;
  readonly folders: readonly string[];
}

/** What is read of a line so far, and what of it is still to be read. */
export interface Reading {
  readonly disk: Disk;
  readonly found: Placed[];
  /** How many texts this one is in. */
  readonly depth: number;
  /** What runs later than it is written, and is then read again as things stand. */
  readonly later: Later<SyntaxNode>;
  /** A body that is read for the second time: a folder that was not there is none to go to. */
  readonly isAgain?: true;
}

/** Put down what was found, with the folders in which the shell may stand by then. */
export function note(effects: readonly Effect[], { folders }: Scene, { found }: Reading): void {
  for (const effect of effects) found.push({ effect, folders: [...folders] });
}
