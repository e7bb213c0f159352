import type { Edit } from '../stages.ts';

/** Turns places into edits: lines and columns count from 1, as in a finding. */
export type Editor = (line: number, column: number, length: number, text: string) => Edit;

/** The lines of a text are counted once, for a check may have much to mend. */
export function editorOf(text: string): Editor {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (line, column, length, put) => {
    const from = starts[line - 1]! + column - 1;
    return { from, to: from + length, text: put };
  };
}
