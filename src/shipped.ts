import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Convention, readConvention } from './convention.ts';
import { type Persona, readPersona } from './persona.ts';
import { precompile } from './precompile.ts';
import type { Template } from './render.ts';
import type { Said, Sight } from './check.ts';

/** What the build has noted of one file: its findings, and for each wide check what it has seen, and how that looked. */
export interface Shown {
  readonly findings: Said['findings'];
  readonly wide: Readonly<Record<string, Readonly<Record<Sight, string>>>>;
  /** Of an agent file: the tokens that its budget leaves to the lines with the name of the project. */
  readonly spare?: number | null;
  /** Where the name of the project stands in the text, as offsets, when it is `anyName`. */
  readonly at: readonly number[];
}

/**
 * What ships under `templates/`, read and compiled.
 *
 * This file serves the tests and whoever works on the project. The build puts a module of the same
 * shape in its place (`build/shipped.ts`), in which all of this is done already.
 */
export interface Shipped {
  readonly personas: readonly Persona[];
  readonly conventions: readonly Convention[];
  readonly templates: readonly (readonly [path: string, template: Template])[];
  /** Templates of code, `stacks/…`: loaded by the run that asks for them, and by no other. */
  readonly stacks: () => ReadonlyMap<string, Template>;
  /** Texts of the personas as they stand in their files, by id. */
  readonly sources: Readonly<Record<string, string>>;
  /** How many tokens each line and each piece costs (`src/cost/tokens.ts`). The build counts them. */
  readonly lines: ReadonlyMap<string, number>;
  readonly pieces: ReadonlyMap<string, number>;
  /** What the checks say of files that ship (`src/review/shipped-memory.ts`). The build asks them. */
  readonly said: Readonly<Record<string, Shown>>;
  /** The keys of `said`, by path. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Python that the conventions show. The build has parsed it, so nobody need load a parser for it. */
  readonly examples: ReadonlySet<string>;
}

const above = (folder: string): string =>
  existsSync(join(folder, 'templates')) ? join(folder, 'templates') : above(dirname(folder));

const shelf = above(dirname(fileURLToPath(import.meta.url)));

const texts = readdirSync(shelf, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(md|hbs)$/.test(path))
  .sort()
  .map((path) => [path, readFileSync(join(shelf, path), 'utf8').replaceAll('\r\n', '\n')] as const);

const inFolder = (folder: string) => texts.filter(([path]) => path.startsWith(`${folder}/`));

const compiled = (wanted: (path: string) => boolean) =>
  texts
    .filter(([path]) => path.endsWith('.hbs') && wanted(path))
    .map(([path, text]) => [path, precompile(`templates/${path}`, text)] as const);

const isStack = (path: string) => path.startsWith('stacks/');

let stacks: ReadonlyMap<string, Template> | undefined;

export const shipped: Shipped = {
  personas: inFolder('personas').map(([path, text]) => readPersona(`templates/${path}`, text)),
  conventions: inFolder('conventions').map(([path, text]) =>
    readConvention(`templates/${path}`, text),
  ),
  templates: compiled((path) => !isStack(path)),
  stacks: () => {
    stacks ??= new Map(compiled(isStack));
    return stacks;
  },
  sources: Object.fromEntries(
    inFolder('personas').map(([path, text]) => [
      path.slice('personas/'.length, -'.md'.length),
      text,
    ]),
  ),
  lines: new Map(),
  pieces: new Map(),
  said: {},
  keys: {},
  examples: new Set(),
};
