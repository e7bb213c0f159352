/** A place in a file. Both count from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** Where an offset of a text is. */
export const spotOf = (text: string, at: number): Spot => {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
};

/** A line that is shown for something of a file in another format. */
export interface Line {
  readonly text: string;
  /** Where in the file that is. */
  readonly spot: Spot;
  /** The same of a column of it, counted from 0, as an offset; nothing where it is not to be found. */
  readonly offset?: (column: number) => number;
}
