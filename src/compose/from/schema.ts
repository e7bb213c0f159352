import type { Place } from '../../text/yaml.ts';
import type { References } from './references.ts';

/** A schema with its `$ref` and `allOf` worked in, and `null` taken out of its choices. */
export interface Schema {
  readonly line: Place;
  readonly keys: ReadonlyMap<string, Place>;
  readonly properties: ReadonlyMap<string, Place>;
  readonly required: ReadonlySet<string>;
  readonly isNullable: boolean;
  /** Why nobody can tell what it is. */
  readonly unknown?: { readonly because: string; readonly at: Place };
}

/** Schemas of people stand three or four deep; this many of ours would hold themselves. */
const deepest = 12;

/** https://spec.openapis.org/oas/v3.1.1.html#schema-object, and 3.0.4 where that says it otherwise. */
export function schemaOf(place: Place, references: References, depth = 0): Schema {
  const target = references.follow(place);
  const none = { line: place, keys: new Map(), properties: new Map(), required: new Set<string>() };
  if (target === undefined) {
    const to = String(place.get('$ref')!.value);
    return {
      ...none,
      isNullable: false,
      unknown: { because: `\`${to}\` is in another document`, at: place.get('$ref')! },
    };
  }
  if (depth > deepest)
    return { ...none, isNullable: false, unknown: { because: 'it holds itself', at: target } };

  const own = new Map([
    ...target.entries(),
    ...(target === place ? [] : place.entries().filter(([key]) => key !== '$ref')),
  ]);
  const parts = (own.get('allOf')?.items() ?? []).map((each) =>
    schemaOf(each, references, depth + 1),
  );
  const choices = ['oneOf', 'anyOf'].flatMap((key) => own.get(key)?.items() ?? []);
  const real = choices.filter((each) => references.follow(each)?.get('type')?.value !== 'null');
  const only = real.length === 1 ? [schemaOf(real[0]!, references, depth + 1)] : [];
  const all = [...parts, ...only];
  const settled = new Set(['allOf', ...(only.length > 0 ? ['oneOf', 'anyOf'] : [])]);
  const keys = new Map([
    ...all.flatMap((each) => [...each.keys]),
    ...[...own].filter(([key]) => !settled.has(key)),
  ]);
  const unknown = all.find((each) => each.unknown !== undefined)?.unknown;
  return {
    line: place,
    keys,
    properties: new Map([
      ...all.flatMap((each) => [...each.properties]),
      ...(own.get('properties')?.entries() ?? []),
    ]),
    required: new Set([
      ...all.flatMap((each) => [...each.required]),
      ...(own.get('required')?.items() ?? []).map(({ value }) => String(value)),
    ]),
    isNullable:
      all.some(({ isNullable }) => isNullable) ||
      own.get('nullable')?.value === true ||
      real.length < choices.length ||
      (own.get('type')?.items() ?? []).some(({ value }) => value === 'null'),
    ...(unknown && { unknown }),
  };
}

/** The type it says, of which `null` is no part; that of its keys, where it says none. */
export function typeOf({ keys, properties }: Schema): string {
  const type = keys.get('type');
  const said =
    type?.is === 'list'
      ? type
          .items()
          .map(({ value }) => value)
          .filter((value) => value !== 'null')
      : [type?.value];
  if (said.length > 1) return said.join(' or ');
  if (typeof said[0] === 'string') return said[0];
  if (properties.size > 0 || keys.has('additionalProperties')) return 'object';
  if (keys.has('items')) return 'array';
  const [choice] = keys.get('enum')?.items() ?? [keys.get('const')];
  return choice?.is === 'text' ? 'string' : '';
}
