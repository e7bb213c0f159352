import { placeOf } from './place.ts';
import type { Target } from './target.ts';

/** Whether a path is code of the project: no agent file, nothing that a tool keeps in a folder with a dot. */
export const isProjectCode = (path: string, targets: readonly Target[]): boolean =>
  isCode.test(path) && !inDots.test(path) && placeOf(path, targets) === undefined;

const isCode = /\.(py|[cm]?[jt]sx?|vue|svelte|go|rs|java|kt|cs|rb|php|css|html|sql|tf|swift|dart)$/;
const inDots = /(^|\/)\./;
