import type { Command } from 'unbash';
import { hide, type Meaning, type Told } from './effect.ts';
import { note, type Reading } from './found.ts';
import { isAbsolute } from './places.ts';
import { type Scene, united, unknowing, valuing } from './scene.ts';
import { sendsElsewhere } from './shells.ts';
import { meaningOf } from './words.ts';
import { startsPrograms } from './wrapped.ts';

/** What a command of the shell itself leaves behind: a folder, a value, something for later. */
export function builtIn(
  { program, words }: Told,
  scene: Scene,
  assigned: Scene,
  reading: Reading,
): Scene {
  switch (program) {
    case 'cd':
    case 'pushd':
      return moved(words, scene, reading);
    case 'export':
    case 'declare':
    case 'local':
    case 'readonly':
    case 'typeset':
      if (words.some((word) => /^-[a-zA-Z]*[nlu]/.test(word?.[0] ?? '')))
        note([hide('a value comes out otherwise than it is given')], scene, reading);
      return united(scene, assigned);
    case 'shopt':
    case 'setopt':
    case 'set':
      if (
        words.some((word) => word?.some((text) => sendsElsewhere.test(text)) ?? program !== 'set')
      )
        note([hide('an option changes what a word stands for')], scene, reading);
      return scene;
    case 'read':
    case 'mapfile':
    case 'readarray':
    case 'getopts':
      return unknowing(
        scene,
        words.map((word) => word?.[0] ?? ''),
      );
    case 'printf':
      return words[0]?.[0]?.startsWith('-v') === true
        ? unknowing(scene, [words[0][0].slice(2), words[1]?.[0] ?? ''])
        : scene;
    case 'trap':
      reading.later.traps.push(...(words[0] ?? []).filter((text) => !/^(-.*)?$/.test(text)));
      return scene;
    default:
      return scene;
  }
}

/** What is read by the shell that stands here, and not by another one. */
export const runsHere = /^(eval|source|\.|trap|alias)$/;

/** `NAME=value`, alone or before a command. A value that is given to a program may name a file. */
export function assignments(node: Command, scene: Scene, reading: Reading): Scene {
  let after = scene;
  for (const each of [...node.prefix, ...node.suffix]) {
    if (each.type !== 'Assignment') continue;
    const { name, value, append, index } = each;
    const isPlain = value.type === 'Word' && !append && index === undefined;
    const meaning = isPlain ? meaningOf(value, scene, reading.disk) : undefined;
    after = valuing(after, name, meaning);
    if (name === 'CDPATH') note([hide('`CDPATH` sends `cd` elsewhere')], scene, reading);
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
  const reached = [...scene.folders]
    .flatMap((folder) =>
      (targets ?? []).map((target) => (isAbsolute(target) ? target : `${folder}/${target}`)),
    )
    .filter((each) => reading.isAgain === undefined || reading.disk.isFolder(each))
    .map((each) => (reading.isAgain === undefined ? each : reading.disk.real(each)));
  const folders = new Set([...scene.folders, ...reached]);
  const isKnown = targets !== undefined && !targets.includes('-') && folders.size <= 32;
  if (isKnown) return { ...scene, folders };
  note([hide('nobody can say in which folder it goes on')], scene, reading);
  return scene;
}
