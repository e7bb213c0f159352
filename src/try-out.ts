import { resolve } from 'node:path';
import { parseArguments } from './arguments.ts';
import { commonFlags, type ExitCode, type Flag, type Io } from './command.ts';
import type { Generator } from './generator.ts';
import { preview } from './make.ts';
import { makeWith } from './make.ts';
import { diskTree } from './tree.ts';

const demo: Flag = { name: 'demo', type: 'boolean', says: 'try it out in a folder of its own' };

/**
 * `create-persona --demo`, which is also `npm start`: the wizard with `./demo` as the folder that
 * it offers; where nobody can be asked, the backend-dev persona for all targets, and a look at it.
 */
export async function tryOut(
  argv: readonly string[],
  io: Io,
  generators: readonly Generator[],
): Promise<ExitCode> {
  const { flags } = parseArguments(argv, [demo, ...commonFlags], '--demo');
  const persona = generators.find(({ name }) => name === 'persona')!;
  if (io.isTerminal) {
    const { askText } = await import('./ask.ts');
    const folder = await askText('In which folder?', typeof flags['dir'] === 'string' ? flags['dir'] : './demo');
    return makeWith(persona, ['--dir', folder], io);
  }
  const folder = typeof flags['dir'] === 'string' ? flags['dir'] : 'demo';
  const terse = ['json', 'quiet'].filter((each) => flags[each] === true);
  const code = await makeWith(
    persona,
    [
      ...['backend-dev', '--dir', folder, '--targets', 'augment,copilot,claude', '--yes'],
      ...terse.map((each) => `--${each}`),
    ],
    io,
  );
  if (code === 0 && terse.length === 0) io.print(await look(resolve(io.cwd, folder), folder));
  return code;
}

/** The sizes of what is there, and the beginning of the chat mode. */
async function look(root: string, folder: string): Promise<string> {
  const project = diskTree(root);
  const files = project.paths().map((path) => ({ path, text: project.read(path) ?? '' }));
  const sizes = await preview(
    { generator: 'persona', files, findings: [] } as never,
    files.map(({ path }) => path),
  );
  const chatMode = '.augment/chatmodes/backend-dev.chatmode.md';
  const lines = (project.read(chatMode) ?? '').split('\n');
  const shown = lines.slice(0, 60).map((line) => `  ${line}`.trimEnd());
  return `\nIn ${folder}, with sizes in tokens (o200k_base):\n${sizes}\n\n${chatMode}, the first 60 of its ${lines.length} lines:\n\n${shown.join('\n')}`;
}
