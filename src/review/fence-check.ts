import { textAt } from './changed.ts';
import { defineCheck } from '../check.ts';
import type { Options } from './options.ts';
import type { ExitCode, Io } from '../command.ts';
import { fenceOf } from '../guard/places.ts';
import { realDisk } from '../guard/real-disk.ts';
import { type Denial, own, rulesOf } from '../guard/rules.ts';
import { readPersona } from '../persona.ts';
import { personaNotFound } from '../problems.ts';
import type { Review } from '../reporter.ts';
import type { Finding } from '../stages.ts';
import { touchedFiles } from './touched.ts';
import { version } from '../version.ts';
import { openWorkspace } from '../workspace.ts';

/** Known like a check to `explain` and the reporters; it reads a change, and no file. */
export const deniedPathsAreKept = defineCheck({
  name: 'denied-paths-are-kept',
  level: 'error',
  why: 'A hook stops the calls of an agent, not what a program does that it starts. The change itself shows every file that it touched.',
  reads: () => false,
  good: {
    path: 'src/api.py',
    text: 'A changed file that no `paths.deny` of the persona takes in.\n',
  },
  bad: {
    path: 'frontend/app.ts',
    text: 'A changed file under `paths: { deny: ["**/frontend/**"] }`.\n',
  },
  remarks: () => [],
});

/**
 * `check --persona`: hold every file of a change against the paths that a persona is denied, by the
 * same rules as the guard. Files that are gone or have another name count by their old names too.
 *
 * The rules are those of now and those of before the change: a change cannot free itself.
 *
 * @throws PersonaNotFound, PersonaWrong, GitFailed
 */
export async function checkFence(
  root: string,
  id: string,
  base: string | undefined,
  { reporter, isQuiet }: Options,
  io: Io,
): Promise<ExitCode> {
  const { personas, personaText, project } = await openWorkspace(root);
  const persona = personas.get(id);
  if (persona === undefined) throw personaNotFound(id, [...personas.keys()]);
  const { since, paths } = await touchedFiles(root, base);
  const now = rulesOf(persona, personaText(id) ?? '').deny;
  const before = await deniedBefore(root, since, persona.path);
  // Others have disks on which `Frontend` is `frontend`, and a change goes to all of them.
  const disk = { ...realDisk(root), ignoresCase: true };
  const fence = fenceOf(root, [...now, ...before, ...own], disk);

  const findings = [...paths].sort().flatMap((path): readonly Finding[] => {
    const denial = fence.around(path, root);
    return denial === undefined ? [] : [finding(path, denial, id)];
  });
  const review: Review = {
    files: paths.size,
    findings,
    known: 0,
    gone: [],
    mended: [],
    checks: [deniedPathsAreKept],
    lineAt: (path, line) => (project.read(path) ?? '').split(/\r?\n/)[line - 1] ?? '',
  };
  const text = reporter.report(review, { hasColor: io.hasColor, quiet: isQuiet, version });
  if (text !== '') io.print(text);
  return findings.some(({ level }) => level === 'error') ? 1 : 0;
}

/** What the persona was denied before the change. One that could not be read then said nothing. */
async function deniedBefore(root: string, since: string, path: string): Promise<readonly Denial[]> {
  const text = await textAt(root, since, path);
  if (text === undefined) return [];
  try {
    const { deny } = rulesOf(readPersona(path, text), text);
    return deny.map(({ glob, where }) => ({ glob, where: `${where} (before the change)` }));
  } catch {
    return [];
  }
}

/** What holds the persona may be changed by a person, so that is only told. */
const finding = (path: string, { glob, where }: Denial, id: string): Finding => ({
  check: deniedPathsAreKept.name,
  path,
  line: 1,
  column: 1,
  level: where === undefined ? 'warning' : 'error',
  says:
    where === undefined
      ? `This file is part of what holds \`${id}\` to its rules (\`${glob}\`), and it was changed.`
      : `This file was changed, and ${where} denies \`${glob}\` to \`${id}\`.`,
  mend:
    where === undefined
      ? 'Look at it before it is merged: only a person changes that.'
      : 'Take the change back, or leave it to somebody who may make it.',
});
