import { createHash } from 'node:crypto';
import { manifestBroken } from './problems.ts';
import type { Answers, Plan, PlannedFile } from './stages.ts';
import type { Tree } from './tree.ts';

/** What we wrote, and from what. Kept in the repository, beside what it tells of. */
export interface Manifest {
  readonly version: 1;
  readonly files: Readonly<Record<string, Entry>>;
}

export interface Entry {
  readonly generator: string;
  readonly answers: Answers;
  readonly persona?: string;
  /** `primitives/chatmode.md.hbs@` and the beginning of the hash of that template's text. */
  readonly template?: string;
  /** `sha256:` and the hash of the text that we wrote, in hexadecimal. */
  readonly hash: string;
}

export const manifestPath = '.persona/manifest.json';

/**
 * Read what earlier runs wrote. Without a manifest, nothing.
 *
 * @throws ManifestBroken - the file is there and cannot be read
 */
export function readManifest(project: Tree): Manifest {
  const text = project.read(manifestPath);
  if (text === undefined) return { version: 1, files: {} };
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest?.version !== 1) throw new Error('it is of a version that we do not know');
    if (typeof manifest.files !== 'object' || manifest.files === null)
      throw new Error('it has no `files`');
    return manifest;
  } catch (error) {
    throw manifestBroken(manifestPath, (error as Error).message);
  }
}

/** Whether a text is, to the letter, what we once wrote to this path: then nobody's work is in it. */
export const isOurs = (manifest: Manifest, path: string, text: string): boolean =>
  manifest.files[path]?.hash === hashOf(text);

/**
 * The plan with the manifest as its last file. Entries of other files stay; no time is kept, so
 * the same request twice leaves the same manifest.
 */
export function withManifest(plan: Plan, answers: Answers, project: Tree): Plan {
  const before = readManifest(project);
  const gone = new Set(plan.removes?.map(({ path }) => path));
  const entries = plan.files.map((file) => [file.path, entry(plan, file, answers)] as const);
  const files = Object.fromEntries(
    Object.entries({ ...before.files, ...Object.fromEntries(entries) })
      .filter(([path]) => !gone.has(path))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return { ...plan, files: [...plan.files, manifestFile(files, project)] };
}

/** For a plan that is not kept count of: what goes is not counted on either. */
export function forgetting(plan: Plan, project: Tree): Plan {
  const { files } = readManifest(project);
  const gone = new Set(plan.removes?.map(({ path }) => path));
  const left = Object.entries(files).filter(([path]) => !gone.has(path));
  if (left.length === Object.keys(files).length) return plan;
  return { ...plan, files: [...plan.files, manifestFile(Object.fromEntries(left), project)] };
}

const manifestFile = (files: Manifest['files'], project: Tree): PlannedFile => ({
  path: manifestPath,
  text: `${JSON.stringify({ version: 1, files }, undefined, 2)}\n`,
  keeps: project.read(manifestPath) ?? '',
});

const entry = (
  { generator }: Plan,
  { text, persona, template }: PlannedFile,
  answers: Answers,
): Entry => ({
  generator,
  answers: given(answers),
  ...(persona === undefined ? {} : { persona }),
  ...(template === undefined ? {} : { template }),
  hash: hashOf(text),
});

/** Answers that say something: a flag that nobody gave is no part of what a file was made from. */
const given = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(
      ([, answer]) => typeof answer === 'boolean' || answer.length > 0,
    ),
  );

/** A text that ships, and its version: `personas/backend-dev.md@` and twelve digits of its hash. */
export const versionOf = (name: string, text: string): string =>
  `${name}@${hashOf(text).slice('sha256:'.length, 'sha256:'.length + 12)}`;

const hashOf = (text: string) =>
  `sha256:${createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')}`;
