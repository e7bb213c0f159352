import type { Effect, Told } from './effect.ts';

/** What the reading of one command may need of the line around it. */
export interface Around {
  /** The effects of another text in the language of the shell. */
  readonly shell: (text: string) => readonly Effect[];
  /** The effects of a command inside this one. */
  readonly run: (told: Told) => readonly Effect[];
  /** The text of a file, unless the line itself has written it before. */
  readonly read: (path: string) => string | undefined;
  /** Whether the line itself has written it. */
  readonly isNew: (path: string) => boolean;
}
