import { answerRefused } from '../../problems.ts';
import type { ApiPath } from './path.ts';

/** What tells the items of one from those of another: a parameter of the path, or who asks. */
export interface ScopePart {
  readonly name: string;
  readonly from: 'path' | 'user';
}

/** Who may do what: the owner in the path, who asks for their own, or whoever has the scope to write. */
export type Guard = 'path' | 'user' | 'scope';

export interface Scope {
  readonly parts: readonly ScopePart[];
  readonly guard: Guard;
  /** The parameter of the path that names the owner, where the guard is `path`. */
  readonly owner: string;
}

/**
 * Whose items they are. `--owner` is a parameter of the path, `user` (whoever made it) or `none`;
 * by itself it is the last parameter that speaks of a person or, in a path with none, the user.
 *
 * @throws AnswerRefused - the path has no such parameter
 */
export function scopeOf(given: string, { parameters }: ApiPath): Scope {
  const owner = given || parameters.at(-1) || 'user';
  const parts = parameters.map((name): ScopePart => ({ name, from: 'path' }));
  if (owner === 'none') return { parts, guard: 'scope', owner: '' };
  if (owner === 'user') {
    if (parameters.includes('owner_id'))
      throw answerRefused('owner', owner, 'The path has an `owner_id`: take that for the owner.');
    return { parts: [...parts, { name: 'owner_id', from: 'user' }], guard: 'user', owner: '' };
  }
  if (!parameters.includes(owner)) {
    const known = [...parameters, 'user', 'none'].map((each) => `\`${each}\``).join(', ');
    throw answerRefused('owner', owner, `Choose one of ${known}.`);
  }
  return { parts, guard: 'path', owner };
}
