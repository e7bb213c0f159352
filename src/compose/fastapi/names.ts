import pluralize from 'pluralize';
import { nameRefused } from '../../problems.ts';
import { pascal } from '../../words.ts';
import { longest, nameWords } from './name-words.ts';
import {
  builtinClasses,
  devices,
  keywords,
  modules,
  ownModules,
  shadows,
} from './reserved-names.ts';

/** How a resource is called, in every place where its name stands. */
export interface Names {
  /** `player_action` */
  readonly one: string;
  /** `player_actions`: the component, too. */
  readonly many: string;
  /** `PlayerAction` */
  readonly model: string;
  /** `player-actions`, as a path says it. */
  readonly segment: string;
  /** A variable for one of them: `action`. */
  readonly item: string;
}

/** What pluralize would take for the plural of something that nobody means. */
const uncountable = new Set(['data', 'metadata', 'media', 'settings', 'goods', 'pants']);

/** Variables of the templates, and imports that a variable would hide. */
const variables = new Set(
  `app body broker client current driver error field found given headers held id item json key keys
  limit list message messages namespace newer now older page payload pipe pytest redis removed
  repository request response result router row rows saved service settings start status tasks token
  type url user uuid4 websocket logger logging replace any`.split(/\s+/),
);

/**
 * The names of a resource. `PlayerActions`, `player-action` and `HTTP log` are all understood.
 *
 * @param plural - how many of them are called, where English does not say
 * @throws NameRefused
 */
export function resourceNames(given: string, plural = ''): Names {
  const words = nameWords('name', given);
  const last = words.at(-1)!;
  const one = [...words.slice(0, -1), plural === '' ? singular(last) : last].join('_');
  const many =
    plural === ''
      ? [...words.slice(0, -1), pluralOf(last)].join('_')
      : nameWords('plural', plural).join('_');
  const item = singularItem(one);
  const names = { one, many, model: pascal(one), segment: many.replaceAll('_', '-'), item };
  refuseReserved(given, names);
  return names;
}

/** @throws NameRefused */
export function packageName(given: string): string {
  const name = nameWords('package', given).join('_');
  if (keywords.has(name) || modules.has(name))
    throw nameRefused(
      'package',
      given,
      `\`${name}\` is a word of Python or a package that it would hide`,
      `${name}_service`,
    );
  return name;
}

export function isPackageName(name: string): boolean {
  try {
    return packageName(name) === name;
  } catch {
    return false;
  }
}

function refuseReserved(given: string, { one, many, model }: Names): void {
  if (one.split('_')[0] === 'test' || many === 'tests')
    throw nameRefused('name', given, 'pytest takes what begins with `test` for a test', 'exam');
  const hidden = [model, pascal(many), pascal(given)].find(
    (name) => shadows.has(name) || builtinClasses.has(name),
  );
  if (hidden !== undefined)
    throw nameRefused(
      'name',
      given,
      `a class \`${hidden}\` would hide one that the code needs (so would ${sample(shadows)})`,
      `${one}_item`,
    );
  for (const name of [one, many]) {
    if (ownModules.has(name))
      throw nameRefused('name', given, `\`${name}\` is a module of every project`, `${one}_item`);
    if (devices.has(name))
      throw nameRefused(
        'name',
        given,
        `no file can be called \`${name}\` on Windows`,
        `${one}_item`,
      );
  }
  if (many.length > longest + 2)
    throw nameRefused(
      'name',
      given,
      `its plural has ${many.length} letters, and lines of code have room for ${longest + 2}`,
    );
}

const singular = (word: string) =>
  uncountable.has(word) ? word : pluralize.singular(word) || word;

const pluralOf = (word: string) => (uncountable.has(word) ? word : pluralize.plural(word) || word);

/** The last word, unless it means something else where it is used. */
function singularItem(one: string): string {
  const last = one.split('_').at(-1)!;
  const isFree = last.length > 1 && /^[a-z]/.test(last) && !variables.has(last);
  return isFree && !keywords.has(last) ? last : 'item';
}

const sample = (names: ReadonlySet<string>) =>
  [...names]
    .slice(0, 8)
    .map((name) => `\`${name.toLowerCase()}\``)
    .join(', ');
