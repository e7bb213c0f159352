import { spawnSync } from 'node:child_process';

/** A command as it is timed: a whole process, from start to exit. */
export interface Contestant {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  /** What it is given on standard input. */
  readonly input?: string;
  /** What must be done before each run, and is not timed. */
  readonly before?: () => void;
}

export interface Result {
  readonly name: string;
  /** Milliseconds. */
  readonly median: number;
  /** Each run divided by the bare one that ran right before it. */
  readonly ratio: { readonly min: number; readonly median: number; readonly max: number };
}

const bare: Contestant = {
  name: 'node -e 0',
  command: [process.execPath, '-e', '0'],
  cwd: process.cwd(),
};

/**
 * Time each contestant against `node -e 0`, in pairs and in turn: a machine that is busy for a
 * moment slows both halves of a pair, so the median of the pair ratios can be quoted.
 */
export function race(contestants: readonly Contestant[], rounds: number): readonly Result[] {
  const runs = new Map(contestants.map((each) => [each, [] as { time: number; ratio: number }[]]));
  for (const each of contestants) once(each);
  for (let round = 0; round < rounds; round++) {
    for (const each of contestants) {
      const base = once(bare);
      const time = once(each);
      runs.get(each)!.push({ time, ratio: time / base });
    }
  }
  return [...runs].map(([{ name }, all]) => {
    const ratios = all.map(({ ratio }) => ratio).sort((a, b) => a - b);
    return {
      name,
      median: middle(all.map(({ time }) => time).sort((a, b) => a - b)),
      ratio: { min: ratios[0]!, median: middle(ratios), max: ratios.at(-1)! },
    };
  });
}

function once({ name, command: [program, ...words], cwd, input, before }: Contestant): number {
  before?.();
  const start = performance.now();
  const { status, stderr } = spawnSync(program, words, {
    cwd,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'pipe'],
    encoding: 'utf8',
    ...(input !== undefined && { input }),
  });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return time;
}

const middle = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)]!;

export function table(results: readonly Result[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const row = ({ name, median, ratio }: Result) =>
    `${name.padEnd(width)}  ${ratio.median.toFixed(2).padStart(6)} ×  (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)})  ${median.toFixed(0).padStart(5)} ms`;
  return results.map(row).join('\n');
}
