import { realpathSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { coveredBy } from './component.ts';
import {
  type Ground,
  lastWords,
  type NotRun,
  type Ran,
  type RuffResult,
  type RuffWork,
  type TestRun,
} from '../gate.ts';
import { pyrightInNode, ruffInNode } from './peers.ts';
import { runProgram } from './running.ts';
import type { Scratch } from './scratch.ts';
import { runTests } from './test-run.ts';
import { environmentFor, findTools } from './toolbox.ts';

type Given = Pick<Ground, 'scope' | 'stage' | 'coverage' | 'conventions' | 'ignores' | 'project'>;

interface Place extends Given {
  readonly root: string;
  readonly scratch: Scratch;
  /** The folder of the project's code. */
  readonly source: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Put before the gates what they may use. Here the programs of the project are found, and from here
 * they are started.
 *
 * @throws Interrupted
 */
export async function openGround(place: Place): Promise<Ground> {
  const { root, scratch, source, signal, ...given } = place;
  const start = (env: NodeJS.ProcessEnv) => (words: readonly string[], input?: string) =>
    runProgram(words, { cwd: root, env, input, signal });
  const usual = environmentFor(undefined, root);
  const tools = await findTools(root, given.project, { env: process.env, run: start(usual) });
  // uv finds its environment by itself; what lies in another is started in that.
  const env = tools.kind === 'uv' ? usual : environmentFor(tools.python, root);
  // The project's own `.coverage` is that of a person, and stays as it is.
  const run = start({ ...env, COVERAGE_FILE: scratch.at('coverage') });

  const covers = coveredBy(given.scope, given.project, source);
  let tests: Promise<TestRun | NotRun> | undefined;
  const ruff = ruffInNode(root);
  return {
    ...given,
    tools,
    run,
    pathOf: pathsIn(root),
    tests: () => {
      tests ??= runTests({ tools, run, scratch, scope: given.scope, covers });
      return tests;
    },
    ruffInNode:
      ruff && (async (work: RuffWork) => resultsOf(await run(ruff, JSON.stringify(work)))),
    pyrightInNode: pyrightInNode(root),
    lend: scratch.write,
    readLent: scratch.read,
  };
}

/** Tools name files by where they really are, which may be behind a link. */
function pathsIn(root: string): (file: string) => string {
  const homes = [root, realpathSync(root)];
  return (file) => {
    const inside = homes
      .map((home) => (isAbsolute(file) ? relative(home, file) : file))
      .find((path) => !path.startsWith('..') && !isAbsolute(path));
    return (inside ?? file).replaceAll('\\', '/').replace(/^\.\//, '');
  };
}

function resultsOf(ran: Ran): readonly RuffResult[] {
  if (ran.code !== 0) throw new Error(lastWords(ran));
  return JSON.parse(ran.stdout) as readonly RuffResult[];
}
