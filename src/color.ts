import picocolors from 'picocolors';
import type { Level } from './stages.ts';

export type Paint = ReturnType<typeof picocolors.createColors>;

/** Colours for a terminal, or functions that leave every text as it is. */
export const paint = (hasColor: boolean): Paint => picocolors.createColors(hasColor);

export const paintLevel = (colors: Paint, level: Level): string =>
  ({ error: colors.red, warning: colors.yellow, info: colors.cyan })[level](level);
