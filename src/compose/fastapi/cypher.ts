import { pascal } from '../../words.ts';
import type { ScopePart } from './scope.ts';

/** The patterns of the queries. A name may have 30 letters, so each part has a line of its own. */
export function cypher(names: readonly string[], label: string, model: string, one: string) {
  const parent = names.at(-1);
  const item = (props: string) =>
    parent === undefined
      ? `MATCH (n:${model}${props})`
      : `MATCH (:${label} {id: $${parent}})\n  -[:HAS_${one.toUpperCase()}]->\n  (n:${model}${props})`;
  const others = names.slice(0, -1).map((name) => `n.${name} = $${name}`);
  const where = (conditions: readonly string[]) =>
    conditions.length === 0 ? '' : `\nWHERE ${conditions.join('\n  AND ')}`;
  const after =
    others.length === 0
      ? '$after IS NULL OR n.sort_key < $after'
      : '($after IS NULL OR n.sort_key < $after)';
  return {
    matchOne: item(' {id: $id}') + where(others),
    matchAll: item('') + where([...others, after]),
  };
}

/** `Player` for `player_id`; a node that is no other kind than the item itself has another label. */
export function labelOf({ name, from }: ScopePart, model: string): string {
  const label = from === 'user' ? 'User' : pascal(name.replace(/_id$/, ''));
  return label === model ? `${label}Owner` : label;
}

export const snakeOf = (label: string) =>
  label.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
