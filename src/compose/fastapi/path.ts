import { nameRefused, pathRefused } from '../../problems.ts';
import type { Names } from './names.ts';
import { keywords } from './reserved-names.ts';

/** Where a collection stands, below `/api/v1`. */
export interface ApiPath {
  /** `/players/{player_id}/actions` */
  readonly path: string;
  /** The names of its parameters, in their order. */
  readonly parameters: readonly string[];
}

const ownSegments = new Set(['docs', 'redoc', 'openapi.json', 'health', 'auth', 'api']);

/** What the router of `api.py` says already, for all. */
const prefix = /^\/?api\/v1(?=\/)/;
export const hasPrefix = (given: string): boolean => prefix.test(given.trim());

/**
 * The path of a collection, put in order. Without one, it is the name in the plural.
 *
 * @throws PathRefused, NameRefused
 */
export function apiPath(given: string, { segment }: Names): ApiPath {
  if (given.trim() === '') return { path: `/${segment}`, parameters: [] };
  const bare = given.trim().replace(prefix, '');
  const segments = bare.replace(/^\//, '').replace(/\/$/, '').split('/');
  const refuse = (because: string, instead = '') => pathRefused(given, because, instead);

  for (const each of segments) {
    if (each === '') throw refuse('it has an empty part');
    if (each === '.' || each === '..') throw refuse('it leads elsewhere with dots');
    const foreign = /^:(\w+)$|^<(?:\w+:)?(\w+)>$/.exec(each);
    if (foreign)
      throw refuse('FastAPI writes a parameter in braces', `{${foreign[1] ?? foreign[2]}}`);
    if (/[{}]/.test(each)) refuseParameter(each, refuse);
    else if (!/^[A-Za-z0-9][A-Za-z0-9._~-]*$/.test(each))
      throw refuse(`\`${each}\` may have letters, digits and hyphens only`);
  }
  if (ownSegments.has(segments[0]!))
    throw refuse(`\`/${segments[0]}\` is taken by the application`);
  if (segments[0]!.startsWith('{'))
    throw refuse('it begins with a parameter, and would take every path');

  const parameters = segments.flatMap((each) => /^\{(\w+)/.exec(each)?.[1] ?? []);
  const twice = parameters.find((each, nth) => parameters.indexOf(each) < nth);
  if (twice !== undefined) throw refuse(`it has the parameter \`${twice}\` twice`);
  if (segments.at(-1)!.startsWith('{'))
    throw refuse(
      'it leads to one item; the path of one is made from the path of all',
      '/' + segments.slice(0, -1).join('/'),
    );
  return { path: `/${segments.join('/').replaceAll(':str}', '}')}`, parameters };
}

function refuseParameter(
  segment: string,
  refuse: (because: string, instead?: string) => Error,
): void {
  const [, name, convertor] = /^\{([^{}:]*)(?::([^{}:]*))?\}$/.exec(segment) ?? [];
  if (name === undefined) throw refuse(`the braces of \`${segment}\` do not match`);
  if (name === '') throw refuse('a parameter has no name', '{id}');
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw refuse(
      `\`${name}\` cannot be the name of an argument`,
      /^\d/.test(name)
        ? ''
        : `{${name
            .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
            .replace(/\W+/g, '_')
            .toLowerCase()}}`,
    );
  if (keywords.has(name)) throw refuse(`\`${name}\` is a word of Python`, `{${name}_id}`);
  if (name.length > 30) throw nameRefused('path parameter', name, 'it has more than 30 letters');
  if (convertor !== undefined && convertor !== 'str')
    throw refuse(
      `identifiers are text here, and \`:${convertor}\` makes something else of them`,
      `{${name}}`,
    );
}
