import { pascal } from '../../words.ts';
import { cypher, labelOf, snakeOf } from './cypher.ts';
import type { Names } from './names.ts';
import type { Scope, ScopePart } from './scope.ts';

const list = (items: readonly string[]) => items.map((each) => `${each}, `).join('');
const bare = (items: readonly string[]) => items.join(', ');

/** The pieces of code that a scope comes to: arguments, keys, paths, in every place that has some. */
export function scopeView(
  { parts, owner }: Scope,
  { one, many, model, item }: Names,
  path: string,
) {
  const names = parts.map(({ name }) => name);
  const itemId = itemIdOf(item, one, names);
  const ofItem = names.map((name) => `${item}.${name}`);
  const inRouter = parts.map(({ name, from }) => (from === 'user' ? 'user.id' : name));
  const samples = names.map((name) => sampleOf(name, owner));
  const key = (space: string, values: readonly string[], last: string) =>
    [space, ...values, last].join(':');
  const braces = (values: readonly string[]) => values.map((value) => `{${value}}`);
  const ownPath = `/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => ownOf(name, parts, owner))}`;
  const last = parts.at(-1);
  const label = last === undefined ? '' : labelOf(last, model);
  const isOfParent = last?.from === 'path' && names.length === 1;
  return {
    itemId,
    ItemId: pascal(itemId),
    itemPath: `/{${itemId}}`,
    itemInBraces: `{${item}.id}`,
    scope: parts.map(({ name, from }, nth) => ({
      name,
      type: pascal(name),
      from,
      describes:
        from === 'user' ? 'Who made it' : `${titleOf(name)} that the ${spaced(one)} belongs to`,
      sampleId: samples[nth]!,
      ofItem: ofItem[nth]!,
      inRouter: inRouter[nth]!,
      freshId: `f"${name.replace(/_id$/, '').replaceAll('_', '-')}-{uuid4().hex}"`,
      otherArgs: bare(names.map((each, at) => (at === nth ? `f"{${each}}-other"` : each))),
    })),
    pathScope: parts
      .filter(({ from }) => from === 'path')
      .map(({ name }) => ({ name, type: pascal(name), describes: `${titleOf(name)} identifier` })),
    params: list(names.map((name) => `${name}: str`)),
    paramsBare: bare(names.map((name) => `${name}: str`)),
    args: list(names),
    argsBare: bare(names),
    itemArgs: list(ofItem),
    itemArgsBare: bare(ofItem),
    createdArgsBare: bare(names.map((name) => `created.${name}`)),
    kwargs: list(names.map((name) => `${name}=${name}`)),
    kwargsBare: bare(names.map((name) => `${name}=${name}`)),
    fixtures: names.map((name) => `, ${name}: str`).join(''),
    sampleArgs: list(samples.map((sample) => `"${sample}"`)),
    sampleArgsBare: bare(samples.map((sample) => `"${sample}"`)),
    lonely: names.length === 0 ? ',' : '',
    routeParams: list(
      parts.filter(({ from }) => from === 'path').map(({ name }) => `${name}: ${pascal(name)}`),
    ),
    routerArgs: list(inRouter),
    routerArgsBare: bare(inRouter),
    usesUser: parts.some(({ from }) => from === 'user'),
    owner,
    perParent: isOfParent
      ? ` per ${spaced(last.name.replace(/_id$/, ''))}`
      : names.length === 0
        ? ''
        : ' for each set of them',
    redisKey: `f"${key('{self._namespace}', braces(names), `{${itemId}}`)}"`,
    redisIndex: `f"${key('{self._namespace}', braces(names), 'index')}"`,
    channel: `${names.length === 0 ? '' : 'f'}"${key(many, braces(names), 'events')}"`,
    sampleKey: `f"${key(many, samples, `{${item}.id}`)}"`,
    sampleIndex: key(many, samples, 'index'),
    sampleChannel: key(many, samples, 'events'),
    ownKey: `f"${key(
      '{namespace}',
      names.map((name) => ownOf(name, parts, owner)),
      "{created.json()['id']}",
    )}"`,
    ownUrl: `${ownPath.includes('{') ? 'f' : ''}"${ownPath}"`,
    urlIsOwn: ownPath.includes('{'),
    url: `/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => sampleOf(name, owner))}`,
    keyType: names.length === 0 ? 'UUID' : `tuple[${'str, '.repeat(names.length)}UUID]`,
    itemKeyTuple: names.length === 0 ? `${item}.id` : `(${list(ofItem)}${item}.id)`,
    sortKeyMember: `{${item}.sort_key: 0}`,
    parent: last && {
      name: last.name,
      label,
      constraint: `${snakeOf(label)}_id`,
      merge: `MERGE (p:${label} {id: $${last.name}})`,
    },
    relation: `HAS_${one.toUpperCase()}`,
    ...cypher(names, label, model, one),
  };
}

/** `action_id`, unless the path has one of that name. */
function itemIdOf(item: string, one: string, taken: readonly string[]): string {
  const wanted = [`${item}_id`, `${one}_id`, 'item_id'];
  return wanted.find((name) => !taken.includes(name)) ?? 'own_id';
}

const spaced = (name: string) => name.replaceAll('_', ' ');

const titleOf = (name: string) => {
  const words = spaced(name.replace(/_id$/, ''));
  return words[0]!.toUpperCase() + words.slice(1);
};

const sampleOf = (name: string, owner: string) =>
  name === owner || name === 'owner_id'
    ? 'user-1'
    : `${name.replace(/_id$/, '').replaceAll('_', '-')}-1`;

/** What stands for it in a test on a real store, where all that a test writes bears its name. */
const ownOf = (name: string, parts: readonly ScopePart[], owner: string) =>
  name === owner || name === parts.at(-1)?.name ? '{namespace}' : sampleOf(name, owner);
