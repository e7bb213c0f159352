import type { PlannedFile } from '../../stages.ts';
import type { Kept } from './kept.ts';
import { excused } from './secret-looks.ts';
import { tidy } from './tidy.ts';
import { without } from './without.ts';

/** A rendered file as it is written: as ruff would leave it, and without what the persona has dropped. */
export function finished(file: PlannedFile, kept: Kept): PlannedFile | undefined {
  if (!file.path.endsWith('.py')) return file;
  const text = without(file.path, file.text, kept);
  return text === undefined ? undefined : { ...file, text: excused(file.path, tidy(text)) };
}
