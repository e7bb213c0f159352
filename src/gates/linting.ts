import {
  defineGate,
  type Fault,
  type Ground,
  lastWords,
  notRun,
  shown,
  type Verdict,
} from '../gate.ts';
import { ruffWork } from '../ruff-options.ts';
import { count } from '../words.ts';

// https://docs.astral.sh/ruff/linter/#exit-codes
const stopped = (code: number) => code !== 0 && code !== 1;

export default defineGate({
  name: 'linting',
  asks: '`ruff check` and `ruff format` have nothing to say',
  why: 'ruff finds what is suspicious in code (`ruff check`) and what is laid out otherwise than the rest (`ruff format --check`), by the settings of the project.',

  async measure(ground) {
    const { tools, run, scope, pathOf } = ground;
    const ruff = tools.find('ruff');
    if (ruff === undefined) return inNode(ground);
    const places = [...scope.source, ...scope.tests];
    const checking = [...ruff, 'check', ...places];
    const formatting = [...ruff, 'format', '--check', ...places];
    const commands = [shown(checking), shown(formatting)];
    const [checked, formatted] = await Promise.all([
      run([...checking, '--output-format', 'json']),
      run(formatting),
    ]);
    const broken = [checked, formatted].find(({ code }) => stopped(code));
    // What does not parse is told by `ruff check`, and stops `ruff format`.
    if (broken !== undefined && (broken === checked || remarksIn(checked.stdout).length === 0)) {
      const says = `ruff stopped with "${lastWords(broken)}".`;
      return notRun(
        says,
        `Mend what \`${commands[broken === checked ? 0 : 1]}\` stops at.`,
        commands,
      );
    }
    const remarks = remarksIn(checked.stdout).map((each): Fault => {
      const { code, message, filename, location, fix } = each;
      const isSafe = fix?.applicability === 'safe';
      return fault(code, message, pathOf(filename), location.row, location.column, isSafe);
    });
    const unformatted = [...formatted.stdout.matchAll(/^Would reformat: (.+)$/gm)].map(([, path]) =>
      layout(pathOf(path!.trim())),
    );
    return verdict([...remarks, ...unformatted], commands, '');
  },
});

/** What ruff knows of a file without Python. It reads texts and no paths. */
async function inNode(ground: Ground): Promise<Verdict> {
  const { tools, scope, project, ruffInNode } = ground;
  if (ruffInNode === undefined) {
    const { says, mend } = tools.lacks('ruff');
    const other = '`npm install --save-dev @astral-sh/ruff-wasm-nodejs`';
    return notRun(says, `${mend} Or take its WebAssembly build: ${other}.`);
  }
  const commands = ['@astral-sh/ruff-wasm-nodejs'];
  const work = ruffWork(project, scope.holds);
  if ('because' in work)
    return notRun(`ruff in WebAssembly cannot read ${work.because}.`, 'Install ruff itself.');
  try {
    const results = await ruffInNode(work);
    const faults = results.flatMap(({ path, remarks, isFormatted }) => [
      ...remarks.map((each) =>
        fault(each.code, each.message, path, each.line, each.column, each.fixable),
      ),
      ...(isFormatted ? [] : [layout(path)]),
    ]);
    return verdict(faults, commands, ', by its WebAssembly build');
  } catch (error) {
    if ((error as Error).name === 'Interrupted') throw error;
    return notRun(`ruff stopped with "${(error as Error).message}".`, 'Mend the settings of ruff.');
  }
}

interface Remark {
  readonly code: string | null;
  readonly message: string;
  readonly filename: string;
  readonly location: { readonly row: number; readonly column: number };
  readonly fix: { readonly applicability: string } | null;
}

function remarksIn(stdout: string): readonly Remark[] {
  try {
    return JSON.parse(stdout) as readonly Remark[];
  } catch {
    return [];
  }
}

function fault(
  given: string | null,
  message: string,
  path: string,
  line: number,
  column: number,
  isSafe: boolean,
): Fault {
  // Only rules have a code with a number.
  const isRule = /\d/.test(given ?? '');
  const mend = isRule ? `Mend it; \`ruff rule ${given}\` tells why.` : 'Mend the line.';
  return {
    path,
    line,
    column,
    level: 'error',
    says: `${given ?? 'invalid-syntax'}: ${message.split('\n')[0]!.replace(/\.$/, '')}.`,
    mend: isSafe ? '`ruff check --fix` mends it.' : mend,
  };
}

const layout = (path: string): Fault => ({
  path,
  line: 1,
  column: 1,
  level: 'error',
  says: 'The file is not formatted.',
  mend: '`ruff format` mends it.',
});

const verdict = (
  findings: readonly Fault[],
  commands: readonly string[],
  how: string,
): Verdict => ({
  state: findings.length === 0 ? 'passed' : 'failed',
  says:
    (findings.length === 0 ? 'nothing to mend' : `${count(findings.length, 'thing')} to mend`) +
    how,
  value: findings.length,
  threshold: 0,
  findings,
  commands,
});
