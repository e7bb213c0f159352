import { sourceWrong } from '../../problems.ts';
import type { Place } from '../../text/yaml.ts';

/** Follows what refers to another place of the document. */
export interface References {
  /** The place itself, or the one that its `$ref` leads to; nothing, where that is another document. */
  readonly follow: (place: Place) => Place | undefined;
  /** What a `$ref` names: the last part of `#/components/schemas/Quest`. */
  readonly nameOf: (place: Place | undefined) => string;
}

/**
 * References as OpenAPI has them: JSON pointers, https://spec.openapis.org/oas/v3.1.1.html#reference-object
 *
 * @throws SourceWrong - one leads nowhere, or in a circle
 */
export function references(path: string, root: Place): References {
  const follow = (place: Place, before: readonly string[] = []): Place | undefined => {
    const to = place.get('$ref')?.value;
    if (typeof to !== 'string') return place;
    const where = `${path}:${place.get('$ref')!.line}`;
    if (!to.startsWith('#')) return undefined;
    if (before.includes(to))
      throw sourceWrong(where, `refers to itself: \`${to}\`.`, 'Break the circle.');
    const found = at(root, to);
    if (found === undefined)
      throw sourceWrong(
        where,
        `refers to what is not there: \`${to}\`.`,
        'Mend the `$ref`, or add what it names.',
      );
    return follow(found, [...before, to]);
  };
  return {
    follow,
    nameOf: (place) =>
      String(place?.get('$ref')?.value ?? '')
        .split('/')
        .at(-1)!,
  };
}

function at(root: Place, pointer: string): Place | undefined {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((each) => decoded(each).replaceAll('~1', '/').replaceAll('~0', '~'));
  let place: Place | undefined = root;
  for (const key of keys)
    place = place?.is === 'list' ? place.items()[Number(key)] : place?.get(key);
  return place;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
