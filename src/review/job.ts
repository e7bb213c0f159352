import type { Check } from '../check.ts';
import type { Place } from '../place.ts';

/** A file that shall be read, and what it is. */
export interface Subject {
  readonly path: string;
  readonly place: Place;
}

/** A file that must be read, and by which checks. */
export interface Job extends Subject {
  readonly checks: readonly Check[];
}
