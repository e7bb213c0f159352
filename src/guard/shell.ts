import { type Command, forEachChild, parse, type Redirection, type SyntaxNode } from 'unbash';
import type { Disk } from './disk.ts';
import { type Effect, hide, type Meaning, type Told, write } from './effect.ts';
import { isAbsolute } from './places.ts';
import { effectsOf } from './programs.ts';
import { startsPrograms } from './wrapped.ts';
import { combined, meaningOf, type Scene } from './words.ts';

/** An effect, and the folders that its path may count from. */
export interface Placed {
  readonly effect: Effect;
  readonly folders: readonly string[];
}

/** What a line does, and the folders in which it may leave the shell. */
export interface Line {
  readonly placed: readonly Placed[];
  readonly folders: readonly string[];
}

interface Reading {
  readonly disk: Disk;
  readonly found: Placed[];
  /** How many texts this one is in. */
  readonly depth: number;
}

/** A text in a text in a text: nobody writes that to be read. */
const deepest = 8;

/**
 * What a line of the shell does, as far as its words tell: every command of it counts as run, whether
 * or not a condition would let it.
 */
export function readShell(text: string, folder: string, disk: Disk): Line {
  const reading: Reading = { disk, found: [], depth: 0 };
  const { folders } = readText(text, { folders: new Set([folder]), values: new Map() }, reading);
  return { placed: reading.found, folders: [...folders] };
}

function readText(text: string, scene: Scene, reading: Reading): Scene {
  if (reading.depth > deepest) {
    note([hide('it is a text in a text in a text')], scene, reading);
    return scene;
  }
  const script = parse(text);
  if (script.errors !== undefined && script.errors.length > 0)
    note([hide('it is no line that a shell would take')], scene, reading);
  return walk(script, scene, reading);
}

function walk(node: SyntaxNode, scene: Scene, reading: Reading, isPiped = false): Scene {
  const { disk } = reading;
  switch (node.type) {
    case 'Command':
      return command(node, scene, reading, isPiped);
    case 'Pipeline': {
      let last = scene;
      for (const [nth, each] of node.commands.entries()) last = walk(each, last, reading, nth > 0);
      return last;
    }
    case 'Redirected':
      redirects(node.redirects, scene, reading);
      inside(node.redirects, scene, reading);
      return walk(node.command, scene, reading, isPiped);
    case 'For':
    case 'Select': {
      const words = node.wordlist ?? [];
      const meanings = words.map((word) => meaningOf(word, scene, disk));
      const isKnown = node.wordlist !== undefined && meanings.every((each) => each !== undefined);
      inside(words, scene, reading);
      const all = isKnown ? meanings.flatMap((each) => each ?? []) : undefined;
      return walk(node.body, valuing(scene, node.name.value, all), reading);
    }
    case 'Subshell':
      walk(node.body, scene, reading);
      return scene;
    case 'CommandExpansion':
    case 'ProcessSubstitution':
    case 'ArithmeticCommandExpansion':
      if (node.script !== undefined) walk(node.script, scene, reading);
      return scene;
    default: {
      let last = scene;
      forEachChild(node, (child) => {
        last = walk(child, last, reading, isPiped);
      });
      return last;
    }
  }
}

function command(node: Command, scene: Scene, reading: Reading, isPiped: boolean): Scene {
  inside([...node.prefix, ...node.suffix, ...(node.name ? [node.name] : [])], scene, reading);
  redirects(node.redirects, scene, reading);
  const assigned = assignments(node, scene, reading);
  if (node.name === undefined) return assigned;

  const args = [node.name, ...node.args];
  const all = combined(args, scene, reading.disk);
  if (all === undefined) {
    note([hide('an option in it is computed')], scene, reading);
    return scene;
  }
  let after = scene;
  for (const [name, ...words] of all) {
    if (name?.length !== 1) {
      note([hide(`\`${node.name.text}\` runs a program whose name is computed`)], scene, reading);
      continue;
    }
    const program = name[0]!;
    const told: Told = { program, words, isPiped, ...stdinOf(node) };
    for (const folder of scene.folders) {
      const isNew = (path: string) => wrote(path, reading);
      const read = (path: string) =>
        isNew(path) ? undefined : reading.disk.read(isAbsolute(path) ? path : `${folder}/${path}`);
      const shell = (text: string): readonly Effect[] => {
        readText(text, scene, { ...reading, depth: reading.depth + 1 });
        return [];
      };
      const run = (inner: Told): readonly Effect[] => effectsOf(inner, { read, isNew, shell, run });
      note(run(told), { ...scene, folders: new Set([folder]) }, reading);
    }
    if (program === 'cd' || program === 'pushd') after = moved(words, after, reading);
    if (/^(export|declare|local|readonly|typeset)$/.test(program)) after = assigned;
    if (program === 'read' || program === 'mapfile' || program === 'readarray')
      for (const word of words) after = valuing(after, word?.[0] ?? '', undefined);
  }
  return after;
}

/** By its last name, for nobody can say from which folder it counts. */
const wrote = (path: string, { found }: Reading) =>
  found.some(({ effect }) => effect.does === 'write' && lastOf(effect.path) === lastOf(path));

const lastOf = (path: string) => path.split('/').at(-1);

/** `NAME=value`, alone or before a command. A value that is given to a program may name a file. */
function assignments(node: Command, scene: Scene, reading: Reading): Scene {
  let after = scene;
  for (const each of [...node.prefix, ...node.suffix]) {
    if (each.type !== 'Assignment') continue;
    const { name, value, append, index } = each;
    const isPlain = value.type === 'Word' && !append && index === undefined;
    const meaning = isPlain ? meaningOf(value, scene, reading.disk) : undefined;
    after = valuing(after, name, meaning);
    if (startsPrograms.test(name) && !meaning?.every((text) => /^(|true|:|cat)$/.test(text)))
      note([hide(`\`${name}\` names a program that others start`)], scene, reading);
    if (node.name === undefined) continue;
    const paths = (meaning ?? []).flatMap((text) => text.split(/[\s:=]+/)).filter(Boolean);
    note(
      paths.map((path) => ({ does: 'name', path, by: `${name}=` })),
      scene,
      reading,
    );
  }
  return after;
}

function moved(words: readonly Meaning[], scene: Scene, reading: Reading): Scene {
  const targets =
    words.length === 0 ? [reading.disk.home] : words.find((word) => !/^-./.test(word?.[0] ?? ''));
  const reached = [...scene.folders].flatMap((folder) =>
    (targets ?? []).map((target) => (isAbsolute(target) ? target : `${folder}/${target}`)),
  );
  const folders = new Set([...scene.folders, ...reached]);
  const isKnown = targets !== undefined && !targets.includes('-') && folders.size <= 32;
  if (isKnown) return { ...scene, folders };
  note([hide('nobody can say in which folder it goes on')], scene, reading);
  return scene;
}

function redirects(all: readonly Redirection[], scene: Scene, reading: Reading): void {
  for (const each of all) {
    if (each.type !== 'Redirect' || each.operator === '<' || each.operator === '<&') continue;
    const { operator, target } = each;
    const meaning = target === undefined ? undefined : meaningOf(target, scene, reading.disk);
    const by = `${operator} ${target?.text ?? ''}`;
    const effects = meaning
      ?.filter((path) => !isDevice(path, operator))
      .map((path) => write(path, by));
    note(effects ?? [hide(`\`${by}\` writes to a file whose name is computed`)], scene, reading);
  }
}

const isDevice = (path: string, operator: string) =>
  /^\/dev\/(null|stdout|stderr|tty|fd\/\d+)$/.test(path) ||
  (operator === '>&' && /^(\d+-?|-)$/.test(path));

/** The commands inside words: `$(…)`, `<(…)`, and those in a here-document. */
function inside(nodes: readonly SyntaxNode[], scene: Scene, reading: Reading): void {
  const visit = (node: SyntaxNode): void => {
    if (/^(CommandExpansion|ProcessSubstitution|ArithmeticCommandExpansion)$/.test(node.type))
      walk(node, scene, reading);
    else forEachChild(node, visit);
  };
  for (const node of nodes) visit(node);
}

function note(effects: readonly Effect[], { folders }: Scene, { found }: Reading): void {
  for (const effect of effects) found.push({ effect, folders: [...folders] });
}

/** A value more that a variable may have. */
function valuing(scene: Scene, name: string, meaning: Meaning): Scene {
  const before = scene.values.has(name) ? scene.values.get(name) : [];
  const isKnown = before !== undefined && meaning !== undefined;
  const all = isKnown ? [...new Set([...before, ...meaning])] : undefined;
  return { ...scene, values: new Map([...scene.values, [name, all]]) };
}

/** A here-document or a here-string. */
function stdinOf(node: Command): { stdin?: string } {
  const last = node.redirects.findLast(({ type }) => type === 'HereDoc' || type === 'HereString');
  if (last?.type === 'HereString')
    return last.target === undefined ? {} : { stdin: last.target.value };
  return last?.type === 'HereDoc' ? { stdin: last.body.text } : {};
}
