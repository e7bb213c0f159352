import { stripVTControlCharacters } from 'node:util';
import { env, type Ended, nodeWords } from './built.ts';

/** The keys of a terminal. */
export const keys = {
  down: '\x1b[B',
  up: '\x1b[A',
  enter: '\r',
  space: ' ',
  ctrlC: '\x03',
  ctrlD: '\x04',
};

const pty = await import('@lydell/node-pty').catch((error: unknown) => {
  if (process.env['CI']) throw error;
  return undefined;
});

/** A reason to skip, where no pseudo-terminal can be had. Never in CI: there it must load. */
export const hasTerminal = pty !== undefined;

export interface Terminal {
  /** Wait until a text is shown that was not yet waited for; give what was shown up to its end. */
  readonly shows: (text: string) => Promise<string>;
  readonly press: (...typed: readonly string[]) => Promise<void>;
  /** All that was shown, without colours and moves of the cursor, once the program is done. */
  readonly ended: Promise<Pick<Ended, 'code'> & { readonly screen: string; readonly raw: string }>;
}

/** Run the command line with somebody at the terminal. */
export function sit(
  cwd: string,
  words: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Terminal {
  const options = { cols: 120, rows: 60, cwd, env: { ...env, ...more } as Record<string, string> };
  const child = pty!.spawn(process.execPath, nodeWords(words), options);
  let raw = '';
  let seen = 0;
  let isOver = false;
  const listeners = new Set<() => void>();
  child.onData((text) => {
    raw += text;
    for (const each of listeners) each();
  });
  const over = new Promise<number>((resolve) =>
    child.onExit(({ exitCode }) => {
      isOver = true;
      resolve(exitCode);
      for (const each of listeners) each();
    }),
  );
  const screen = () => stripVTControlCharacters(raw).replaceAll('\r\n', '\n');

  const shows = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const finish = (end: () => void) => {
        clearTimeout(timer);
        listeners.delete(look);
        end();
      };
      const fail = () =>
        finish(() => reject(new Error(`"${text}" was not shown. The screen:\n${screen()}`)));
      const look = () => {
        const all = screen();
        const at = all.indexOf(text, seen);
        if (at >= 0) {
          const shown = all.slice(seen, at + text.length);
          seen = at + text.length;
          finish(() => resolve(shown));
        } else if (isOver) fail();
      };
      const timer = setTimeout(fail, 10_000);
      listeners.add(look);
      look();
    });

  return {
    shows,
    press: async (...typed) => {
      for (const each of typed) {
        // inquirer listens to keys a moment after it has shown a question.
        await new Promise((resolve) => setTimeout(resolve, 60));
        child.write(each);
      }
    },
    ended: over.then((code) => ({ code, screen: screen(), raw })),
  };
}
