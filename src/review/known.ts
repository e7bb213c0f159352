import { relative, resolve } from 'node:path';
import {
  type Baseline,
  baselineOf,
  baselinePath,
  merged,
  printBaseline,
  readBaseline,
} from '../baseline.ts';
import type { Options } from './options.ts';
import { reviewed, type Session, writeFiles } from './checking.ts';
import type { ExitCode, Io } from '../command.ts';
import { baselineWrong } from '../problems.ts';
import type { Finding } from '../stages.ts';
import { count } from '../words.ts';

const pathOf = ({ root, workspace: { config } }: Session, { baseline }: Options) =>
  relative(root, resolve(root, baseline ?? config.baseline ?? baselinePath)).replaceAll('\\', '/');

/** The baseline, where one is asked for, by a flag or by the config. */
export function knownIn(session: Session, options: Options): Baseline | undefined {
  if (options.baseline === undefined && session.workspace.config.baseline === undefined)
    return undefined;
  const path = pathOf(session, options);
  const text = session.project.read(path);
  if (text === undefined) throw baselineWrong(path, 'it is not there');
  return readBaseline(path, text);
}

/** Write all that there is to say; of files and checks that this run left out, what is known stays. */
export async function updateBaseline(
  findings: readonly Finding[],
  session: Session,
  options: Options,
  io: Io,
): Promise<ExitCode> {
  const { subjects, project, checks } = session;
  const path = pathOf(session, options);
  const { lineAt } = reviewed(session, findings, {});
  const fresh = baselineOf(findings, (each) => lineAt(each.path, each.line));
  const text = project.read(path);
  const read = new Set(subjects.map((each) => each.path));
  const ran = new Set(checks.map(({ name }) => name));
  const before = text === undefined ? undefined : readBaseline(path, text);
  const next = before
    ? merged(
        before,
        fresh,
        (each) => (read.has(each.path) || !project.has(each.path)) && ran.has(each.check),
      )
    : fresh;
  const file = { path, text: printBaseline(next), ...(text !== undefined && { keeps: text }) };
  await writeFiles([file], session);
  if (!options.isQuiet) io.print(`${path} knows ${count(next.known.length, 'finding')} now.`);
  return 0;
}
