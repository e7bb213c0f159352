import { type Offer, run } from '../cli.ts';

/** Run the command line of this process with what a bundle has to offer. */
export async function atTheTerminal(offer: Offer): Promise<void> {
  const { argv, env, stdout } = process;
  const interrupt = new AbortController();
  process.on('SIGINT', () => interrupt.abort());
  // A pipe that is closed early (`create-persona list | head -1`) is no fault.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const isCi = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  process.exitCode = await run(
    argv.slice(2),
    {
      cwd: process.cwd(),
      print: (text) => void stdout.write(`${text}\n`),
      complain: (text) => void process.stderr.write(`${text}\n`),
      // Standard input is asked last: only to look at it loads node's network code.
      isTerminal: !isCi && stdout.isTTY === true && process.stdin.isTTY === true,
      hasColor: stdout.isTTY === true && !isCi && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
      signal: interrupt.signal,
    },
    offer,
  );
}
