import { type Command, forEachChild, parse, type Redirection, type SyntaxNode } from 'unbash';
import { assignments, builtIn, runsHere } from './builtins.ts';
import type { Disk } from './disk.ts';
import { type Effect, hide, type Told, write } from './effect.ts';
import { note, type Placed, type Reading } from './found.ts';
import { laterOf } from './later.ts';
import { isAbsolute } from './places.ts';
import { effectsOf } from './programs.ts';
import { type Scene, signOf, united, valuing } from './scene.ts';
import { combined, meaningOf } from './words.ts';
import { withoutPrefix } from './wrapped.ts';

/** What a line does, and the folders in which it may leave the shell. */
export interface Line {
  readonly placed: readonly Placed[];
  readonly folders: readonly string[];
}

/** A text in a text in a text: nobody writes that to be read. */
const deepest = 8;

/**
 * What a line of the shell does, as far as its words tell: every command of it counts as run, whether
 * or not a condition would let it.
 */
export function readShell(text: string, folder: string, disk: Disk): Line {
  const reading: Reading = { disk, found: [], depth: 0, later: laterOf() };
  const start = { folders: new Set([folder]), values: new Map() };
  const { folders } = sprung(readText(text, start, reading), reading);
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
      const each = (from: Scene, how: Reading) => walk(node.body, from, how);
      return repeated(each, valuing(scene, node.name.value, all), reading);
    }
    case 'While':
    case 'ArithmeticFor':
      return repeated((from, how) => walkBelow(node, from, how, isPiped), scene, reading);
    case 'Function':
      reading.later.functions.set(node.name.value, node.body);
      return walk(node.body, scene, reading);
    case 'Subshell': {
      const inner = { ...reading, later: laterOf(reading.later) };
      sprung(walk(node.body, scene, inner), inner);
      return scene;
    }
    case 'CommandExpansion':
    case 'ProcessSubstitution':
    case 'ArithmeticCommandExpansion':
      if (node.script !== undefined) walk(node.script, scene, reading);
      return scene;
    default:
      return walkBelow(node, scene, reading, isPiped);
  }
}

function walkBelow(node: SyntaxNode, scene: Scene, reading: Reading, isPiped: boolean): Scene {
  let last = scene;
  forEachChild(node, (child) => {
    last = walk(child, last, reading, isPiped);
  });
  return last;
}

/** What a loop does the second time may hang on what it did the first time. */
function repeated(
  body: (scene: Scene, reading: Reading) => Scene,
  scene: Scene,
  reading: Reading,
): Scene {
  const once = body(scene, reading);
  return signOf(once) === signOf(scene) ? once : body(once, { ...reading, isAgain: true });
}

/** The traps of a shell, as it is when it ends. */
function sprung(scene: Scene, reading: Reading): Scene {
  let last = scene;
  for (const text of reading.later.traps)
    last = readText(text, last, { ...reading, depth: reading.depth + 1 });
  return last;
}

/** The body of a function of the line, read once for each way in which things may stand at its call. */
function called(name: string, scene: Scene, reading: Reading): Scene {
  const body = reading.later.functions.get(name);
  const sign = `${name}\n${signOf(scene)}`;
  if (body === undefined || reading.later.seen.has(sign)) return scene;
  reading.later.seen.add(sign);
  if (reading.later.seen.size <= mostCalls) return walk(body, scene, reading);
  note([hide('its functions call one another too often')], scene, reading);
  return scene;
}

/** More ways than that and nobody follows them. */
const mostCalls = 64;

function command(node: Command, scene: Scene, reading: Reading, isPiped: boolean): Scene {
  const parts = [...node.prefix, ...node.suffix, ...(node.name ? [node.name] : [])];
  const filled = inside(parts, scene, reading);
  redirects(node.redirects, scene, reading);
  const assigned = assignments(node, filled, reading);
  if (node.name === undefined) return assigned;

  const args = [node.name, ...node.args];
  const all = combined(args, scene, reading.disk);
  if (all === undefined) {
    note([hide('an option in it is computed')], scene, reading);
    return scene;
  }
  let after = filled;
  for (const [name, ...words] of all) {
    if (name?.length !== 1) {
      note([hide(`\`${node.name.text}\` runs a program whose name is computed`)], scene, reading);
      continue;
    }
    const program = name[0]!;
    const told: Told = { program, words, isPiped, ...stdinOf(node) };
    const bare = withoutPrefix(told);
    for (const folder of scene.folders) {
      const isNew = (path: string) => wrote(path, reading);
      const read = (path: string) =>
        isNew(path) ? undefined : reading.disk.read(isAbsolute(path) ? path : `${folder}/${path}`);
      const shell = (text: string): readonly Effect[] => {
        const left = readText(text, scene, { ...reading, depth: reading.depth + 1 });
        if (runsHere.test(bare.program)) after = united(after, left);
        return [];
      };
      const run = (inner: Told): readonly Effect[] => effectsOf(inner, { read, isNew, shell, run });
      note(run(told), { ...scene, folders: new Set([folder]) }, reading);
    }
    after = builtIn(bare, called(program, after, reading), assigned, reading);
  }
  return after;
}

/** By its last name, for nobody can say from which folder it counts. */
const wrote = (path: string, { found }: Reading) =>
  found.some(({ effect }) => effect.does === 'write' && lastOf(effect.path) === lastOf(path));

const lastOf = (path: string) => path.split('/').at(-1);

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

/** The commands inside words: `$(…)`, `<(…)`, and those in a here-document. `${D:=x}` gives a value. */
function inside(nodes: readonly SyntaxNode[], scene: Scene, reading: Reading): Scene {
  let last = scene;
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'ParameterExpansion' && /^:?=$/.test(node.operation?.operator ?? ''))
      last = valuing(last, node.parameter, undefined);
    if (/^(CommandExpansion|ProcessSubstitution|ArithmeticCommandExpansion)$/.test(node.type))
      walk(node, scene, reading);
    else forEachChild(node, visit);
  };
  for (const node of nodes) visit(node);
  return last;
}

/** A here-document or a here-string. */
function stdinOf(node: Command): { stdin?: string } {
  const last = node.redirects.findLast(({ type }) => type === 'HereDoc' || type === 'HereString');
  if (last?.type === 'HereString')
    return last.target === undefined ? {} : { stdin: last.target.value };
  return last?.type === 'HereDoc' ? { stdin: last.body.text } : {};
}
