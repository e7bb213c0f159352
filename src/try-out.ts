import { resolve } from 'node:path';
import { parseArguments } from './arguments.ts';
import { commonFlags, type ExitCode, type Flag, type Io } from './command.ts';
import type { Generator } from './generator.ts';
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
    const folder = await askText(
      'In which folder?',
      typeof flags['dir'] === 'string' ? flags['dir'] : './demo',
    );
    return makeWith(persona, ['--dir', folder], io);
  }
  const folder = typeof flags['dir'] === 'string' ? flags['dir'] : 'demo';
  const terse = ['json', 'quiet'].filter((each) => flags[each] === true);
  const code = await makeWith(
    persona,
    [
      ...[
        'backend-dev',
        '--dir',
        folder,
        '--targets',
        'augment,copilot,claude',
        '--yes',
        '--sizes',
      ],
      ...terse.map((each) => `--${each}`),
    ],
    io,
  );
  if (code === 0 && terse.length === 0) io.print(look(resolve(io.cwd, folder), folder));
  return code;
}

/** The beginning of the chat mode that was written. */
function look(root: string, folder: string): string {
  const chatMode = '.augment/chatmodes/backend-dev.chatmode.md';
  const lines = (diskTree(root).read(chatMode) ?? '').trimEnd().split('\n');
  const body = lines.slice(lines.indexOf('---', 1) + 2, lines.indexOf('---', 1) + 62);
  const shown = body.map((line) => `  ${line}`.trimEnd());
  return `\n${folder}/${chatMode}, its first ${shown.length} lines of text:\n\n${shown.join('\n')}`;
}
