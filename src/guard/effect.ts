/** What a command does to files, as far as its words tell. */
export type Effect =
  /** A file is made, changed or removed; `deep`: with all that is below it. */
  | {
      readonly does: 'write';
      readonly path: string;
      readonly deep?: true;
      /** Only files of such a name. */
      readonly only?: string;
      readonly by: string;
    }
  /** What is in one folder comes to lie in another. */
  | {
      readonly does: 'copy';
      readonly from: string;
      readonly to: string;
      readonly by: string;
      /** A link is copied as one, and leads on. */
      readonly keepsLinks?: true;
    }
  /** Files of any name come to lie in a folder. */
  | { readonly does: 'unpack'; readonly path: string; readonly by: string }
  /** It may write somewhere, and nobody can say where. */
  | { readonly does: 'hide'; readonly because: string }
  /** A program that we do not know is told of a file. */
  | { readonly does: 'name'; readonly path: string; readonly by: string }
  /** A program runs. `is`: whether it only looks, runs tests, or may do anything. */
  | { readonly does: 'run'; readonly program: string; readonly is: 'look' | 'test' | 'any' };

export const write = (path: string, by: string): Effect => ({ does: 'write', path, by });
export const deep = (path: string, by: string, only?: string): Effect => ({
  does: 'write',
  path,
  deep: true,
  by,
  ...(only !== undefined && { only }),
});
export const hide = (because: string): Effect => ({ does: 'hide', because });

/** A word of a command line: all that it may come to, or nothing where only the shell would know. */
export type Meaning = readonly string[] | undefined;

/** A command with its words understood. */
export interface Told {
  readonly program: string;
  readonly words: readonly Meaning[];
  /** What stands on its standard input, where that is written beside it. */
  readonly stdin?: string;
  /** Its input comes from another command. */
  readonly isPiped: boolean;
}
