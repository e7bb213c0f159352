import { printDocument } from '../front-matter.ts';
import type { GivenFile, Workspace } from '../generator.ts';
import type { Importer, ImportScene, Source, Taken, TakenPersona } from '../importer.ts';
import { readPersona } from '../persona.ts';
import { importCollides, importPrompt, importUnknown, Problem } from '../problems.ts';
import type { Change, PlannedFile } from '../stages.ts';
import { countTokens } from '../cost/tokens.ts';
import { handoffsOf } from './colleagues.ts';
import { lostLines } from './nothing-lost.ts';
import { from, sourceOf } from './source.ts';

/** What was made of all files that somebody pointed to. */
export interface TakenIn {
  readonly files: readonly PlannedFile[];
  readonly changes: readonly Change[];
  readonly personas: readonly string[];
  readonly instructions: readonly string[];
}

interface Wanted {
  readonly id?: string;
  /** The importer that somebody named, where the files do not say what they are. */
  readonly as?: Importer;
}

/**
 * Make personas, conventions, instructions and memories of files that others wrote.
 *
 * @param isOneOfMany - a file that a folder brought along, which may be nobody's
 * @throws ImportUnreadable, ImportUnknown, ImportCollides
 */
export function takeIn(
  given: readonly (GivenFile & { readonly isOneOfMany: boolean })[],
  importers: readonly Importer[],
  { id, as }: Wanted,
  workspace: Workspace,
): TakenIn {
  const changes: Change[] = [];
  const all: Taken[] = [];
  const conventions = new Map(workspace.conventions);
  const along = new Set<string>();
  const unread: string[] = [];
  for (const file of given) {
    const read = readOr(file, changes);
    if (read === undefined) continue;
    // Also among agents: some tools read every Markdown file there.
    const isPrompt = file.path.endsWith('.prompt.md');
    const importer =
      as ?? (isPrompt ? undefined : importers.find((each) => each.reads(read.source)));
    if (importer === undefined) {
      if (!file.isOneOfMany && isPrompt) throw importPrompt(file.path);
      if (!file.isOneOfMany)
        throw importUnknown(
          file.path,
          importers.map(({ name }) => name),
        );
      if (!isPrompt) unread.push(file.path);
      else
        changes.push(
          passedBy(file.path, 'it is a prompt: `create-persona migrate` makes a skill of it'),
        );
      continue;
    }
    for (const name of importer.along ?? []) along.add(`${folderOf(file.path)}${name}`);
    const taken = importer.take(read.source, sceneOf(file.path, conventions, id, workspace));
    for (const each of taken.conventions ?? [])
      conventions.set(each.id, { ...each.head, id: each.id } as never);
    changes.push(...read.changes, ...taken.changes, ...lostLines(read.source, taken));
    all.push(taken);
  }
  for (const path of unread) {
    const because = along.has(path)
      ? 'the servers in it are those of the persona; how each is started stays there'
      : 'it is in no form that can be taken in';
    changes.push(passedBy(path, because));
  }
  const personas = all.flatMap((taken) => taken.personas ?? []);
  const instructions = all.flatMap((taken) => taken.instructions ?? []);
  refuseTwins(personas.map((each) => ({ id: each.id, path: each.path })));
  refuseTwins(instructions.map((each) => ({ id: each.id, path: each.title })));

  const there = [
    ...personas.map((each) => ({ id: each.id, title: String(each.head['title']) })),
    ...workspace.personas.values(),
  ];
  const files = [
    ...personas.map((persona) => {
      const { handoffs, changes: more } = handoffsOf(persona, there);
      changes.push(...more);
      return personaFile(persona, handoffs);
    }),
    ...all
      .flatMap((taken) => taken.conventions ?? [])
      .map((each) => fileOf(`.persona/conventions/${each.id}.md`, each.head, each.body)),
    ...instructions.map(({ body, ...head }) =>
      fileOf(`.persona/instructions/${head.id}.md`, head, body),
    ),
    ...all
      .flatMap((taken) => taken.memories ?? [])
      .map(({ file, text }) => ({
        path: `.persona/memory/${file}`,
        text,
        quotes: 'whole' as const,
      })),
  ];
  return {
    files,
    changes: changes.sort((a, b) => (a.path === b.path ? a.line - b.line : 0)),
    personas: personas.map((each) => each.id),
    instructions: instructions.map((each) => each.id),
  };
}

/** One of many may be a picture. */
function readOr(
  { path, bytes, isOneOfMany }: GivenFile & { readonly isOneOfMany: boolean },
  changes: Change[],
): ReturnType<typeof sourceOf> | undefined {
  try {
    return sourceOf(path, bytes);
  } catch (error) {
    if (!isOneOfMany || !(error instanceof Problem) || /\.(md|mdc|ya?ml|json)$/.test(path))
      throw error;
    changes.push(passedBy(path, 'it is no text in UTF-8'));
    return undefined;
  }
}

const passedBy = (path: string, because: string): Change => ({
  how: 'lost',
  path,
  line: 1,
  what: 'the whole file',
  because,
});

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

function sceneOf(
  path: string,
  conventions: Workspace['conventions'],
  id: string | undefined,
  { targets, given }: Workspace,
): ImportScene {
  const folder = folderOf(path);
  return {
    targets,
    conventions,
    beside: (near): Source | undefined => {
      const [found] = given(`${folder}${near}`);
      return found && from(found.path, Buffer.from(found.bytes).toString('utf8'));
    },
    tokens: (text) => countTokens(text) ?? Math.ceil(text.length / 4),
    ...(id !== undefined && { id }),
  };
}

function refuseTwins(all: readonly { readonly id: string; readonly path: string }[]): void {
  for (const { id } of all) {
    const twins = all.filter((each) => each.id === id);
    if (twins.length > 1)
      throw importCollides(
        id,
        twins.map(({ path }) => path),
      );
  }
}

function personaFile({ id, head, body }: TakenPersona, handoffs: readonly object[]): PlannedFile {
  const { voice, tools, ...facts } = head;
  const full = Object.fromEntries(
    Object.entries({ ...facts, handoffs, tools, voice }).filter((each) => !isBlank(each)),
  );
  const file = { ...fileOf(`.persona/personas/${id}.md`, full, body), persona: id };
  // What we make must be a persona; where it is not, the reader names the line.
  readPersona(file.path, file.text);
  return file;
}

const fileOf = (path: string, head: object, body: string): PlannedFile => ({
  path,
  text: printDocument(head as never, body),
  quotes: 'body',
});

/** What a persona has by default need not be written out. */
const isBlank = ([key, value]: readonly [string, unknown]) =>
  value === undefined ||
  (['servers', 'conventions', 'handoffs'].includes(key) && JSON.stringify(value) === '[]') ||
  (key === 'paths' && JSON.stringify(value) === '{"deny":[]}');
