import check from './check.ts';
import convention from './convention.ts';
import generator from './generator.ts';
import target from './target.ts';

/** What contributors add to this repository, offered by its own plopfile and by nothing else. */
export const units = [check, target, convention, generator];
