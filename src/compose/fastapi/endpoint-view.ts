import { pascal } from '../../words.ts';
import type { Field } from './fields.ts';
import type { Kept } from './kept.ts';
import type { Operation } from './methods.ts';
import type { Names } from './names.ts';
import { shadows } from './reserved-names.ts';
import type { Scope } from './scope.ts';
import { scopeView } from './scope-view.ts';

/** An endpoint, as it was asked for and understood. */
export interface Endpoint {
  readonly package: string;
  readonly names: Names;
  readonly path: string;
  readonly scope: Scope;
  readonly fields: readonly Field[];
  readonly operations: readonly Operation[];
  readonly stores: readonly string[];
  readonly hasSocket: boolean;
  readonly hasEvents: boolean;
  readonly isLimited: boolean;
  readonly kept: Kept;
  /** What it is for, in one line of any length; empty where nobody said. */
  readonly summary: string;
}

/** All that the templates of an endpoint ask for. What they say twice is worked out here, once. */
export function endpointView(endpoint: Endpoint): object {
  const { names, scope, fields, operations, stores, path } = endpoint;
  const can = (operation: Operation) => operations.includes(operation);
  const writes = operations.filter((each) => each !== 'list' && each !== 'read');
  const hasWrites = writes.length > 0;
  const guardScope = scope.guard === 'scope' && hasWrites;
  const guardPath = scope.guard === 'path';
  return {
    package: endpoint.package,
    ...names,
    ...wordsOf(names),
    ...scopeView(scope, names, path),
    ...messages(names, scopeView(scope, names, path).itemId),
    ...fieldsView(fields, names.item),
    ...endpoint.kept,
    path,
    summary: wrapped(endpoint.summary),
    canCreate: can('create'),
    canList: can('list'),
    canRead: can('read'),
    canReplace: can('replace'),
    canUpdate: can('update'),
    canDelete: can('delete'),
    onOne: operations.some((each) => each !== 'create' && each !== 'list'),
    acceptsWhole: can('create') || can('replace'),
    hasCreate: can('create') || can('replace') || can('update'),
    wholeUse: [can('create') && 'creating (POST)', can('replace') && 'replacing (PUT)']
      .filter(Boolean)
      .join(' or '),
    readsRequests: operations.some((each) => each !== 'read' && each !== 'delete'),
    guardPath,
    guardUser: scope.guard === 'user',
    guardScope,
    forbids: guardPath || guardScope,
    readsOpenly: scope.guard === 'scope' && (can('list') || can('read')),
    limitsWrites: endpoint.isLimited && hasWrites,
    // A router says where it has no limits on purpose.
    waivesLimits: endpoint.kept.keepsLimits && !endpoint.isLimited && hasWrites,
    testsWrites: hasWrites && (endpoint.isLimited || guardScope),
    withEvents: endpoint.hasEvents,
    withSocket: endpoint.hasSocket,
    logs: can('create') || can('delete') || endpoint.hasSocket,
    strangers: guardPath ? '"user-2", ""' : '""',
    onRedis: stores.includes('redis'),
    onNeo4j: stores.includes('neo4j'),
    onBoth: stores.includes('redis') && stores.includes('neo4j'),
  };
}

/** Lines of a docstring, of at most 88 letters where its words allow it. */
const wrapped = (text: string): readonly string[] =>
  text.match(/\S.{0,87}(?=\s|$)|\S+/g)?.map((line) => line.trim()) ?? [];

function wordsOf({ one, many }: Names) {
  const words = one.replaceAll('_', ' ');
  const manyWords = many.replaceAll('_', ' ');
  const large = (text: string) => text[0]!.toUpperCase() + text.slice(1);
  const article = /^(?:[aeio]|u(?!ni|s[aeiou]|ti|u))/.test(words) ? 'an' : 'a';
  return {
    words,
    manyWords,
    Words: large(words),
    ManyWords: large(manyWords),
    aWords: `${article} ${words}`,
    AWords: `${large(article)} ${words}`,
  };
}

function messages({ one, item }: Names, itemId: string) {
  const words = one.replaceAll('_', ' ');
  const Words = words[0]!.toUpperCase() + words.slice(1);
  return {
    notFoundId: `f"${Words} {${itemId}} not found"`,
    notFoundItem: `f"${Words} {${item}.id} not found"`,
    existsItem: `f"${Words} {${item}.id} already exists"`,
  };
}

function fieldsView(fields: readonly Field[], item: string) {
  const filled = (template: string | undefined, value: string) =>
    (template ?? '%').replace('%', () => value);
  const required = fields.filter(({ isRequired }) => isRequired);
  const all = fields.map((field) => ({
    ...field,
    alias: aliasOf(field),
    factory: field.factory ?? '',
    title: field.title,
    example: field.samples[0],
    sample: field.samples[0],
    other: field.samples[1],
    ofItem: filled(field.toNode, `${item}.${field.name}`),
    ofNode: filled(field.fromNode, `node["${field.name}"]`),
    inRecordOfItem: filled(field.inRecord, `${item}.${field.name}`),
    wrongs: field.wrong.map(([value, because]) => ({ value, because })),
  }));
  const annotations = fields.map(({ annotation }) => annotation).join(' ');
  return {
    fields: all,
    aliases: all.filter(({ alias, annotation }) => alias !== annotation),
    first: fields[0]!.name,
    hasRequired: required.length > 0,
    requiredNames: required.map(({ name }) => `"${name}"`).join(', '),
    requiredPayload: required.length > 0 ? '{name: PAYLOAD[name] for name in REQUIRED}' : '{}',
    defaults: fields
      .filter(({ isRequired }) => !isRequired)
      .map(({ name, default: value }) => ({
        name,
        is: /^(True|False)$/.test(value) ? `is ${value}` : `== ${value}`,
      })),
    hasDicts: annotations.includes('no_blank_keys'),
    hasEntries: annotations.includes('MAX_ENTRIES'),
    hasIntegers: annotations.includes('MAX_INTEGER'),
    hasInts: annotations.includes('numbers_only'),
    hasDecimals: annotations.includes('digits_only'),
    hasTimes: annotations.includes('no_numbers'),
    spaced: fields.flatMap(({ name, spaced }) =>
      spaced === undefined ? [] : [{ name, value: spaced[0], is: spaced[1] }],
    ),
  };
}

/** A type with limits gets a name of its own; a plain one is said as it is. */
function aliasOf({ name, annotation }: Field): string {
  if (!annotation.startsWith('Annotated') && !annotation.startsWith('Literal')) return annotation;
  const alias = pascal(name);
  return shadows.has(alias) || typing.has(alias) ? `${alias}Value` : alias;
}

const typing = new Set(['Field', 'Uuid', 'Date', 'Datetime', 'Model', 'BaseModel', 'JsonValue']);
