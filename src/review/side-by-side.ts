import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Context, Said } from '../check.ts';
import type { Job } from './job.ts';
import type { Beside } from './review.ts';
import type { Persona } from '../persona.ts';

/**
 * A thread loads us once more and warms up by itself. Over 2 MB of agent files two threads take as
 * long as one, over 12 MB a tenth less (`npm run bench:check`, two cores): less than this is no work to share.
 */
const worthAThread = 4_000_000;
const most = 4;

/** Some of the files of a review, as one thread tells another. */
export interface Part {
  readonly root: string;
  readonly paths: readonly string[];
  readonly targets: readonly string[];
  readonly personas: ReadonlyMap<string, Persona>;
  /** What else of a context there is, such as the day. */
  readonly rest: Readonly<Record<string, string | undefined>>;
  readonly jobs: readonly { readonly path: string; readonly checks: readonly string[] }[];
}

/** What stands beside us when built: loads the same bundle, and reads a part (`src/review/part.ts`). */
const program = typeof __dirname === 'undefined' ? undefined : join(__dirname, 'reviewer.cjs');

/**
 * Share the files of a review with other threads, as many as the machine has cores for. A thread that fails
 * is as good as none: what it had taken is read by the first.
 *
 * @param threads - how many in all; by itself, what the machine has and the work is worth
 */
export function sideBySide(
  root: string,
  context: Context,
  textOf: (path: string) => string,
  threads?: number,
  signal?: AbortSignal,
): Beside | undefined {
  if (program === undefined || !existsSync(program)) return undefined;
  return (jobs) => {
    const sizes = new Map(jobs.map(({ path }) => [path, textOf(path).length]));
    const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const worth = Math.min(most, availableParallelism(), Math.floor(all / worthAThread));
    const count = Math.max(1, threads ?? worth);
    const [, ...others] = shares(jobs, count, textOf);
    return {
      takes: new Set(others.flatMap((share) => share.map(({ path }) => path))),
      said: gathered(others.map((share) => readElsewhere(partOf(share, root, context), signal))),
    };
  };
}

/** As much work for each; and all that needs the parser of Python in as few of them as can be, for each would load it. */
function shares(
  jobs: readonly Job[],
  count: number,
  textOf: (path: string) => string,
): readonly (readonly Job[])[] {
  const weighed = jobs.map((job) => {
    const text = textOf(job.path);
    const isPython = /^\s*```(py|python3?)\b/m.test(text);
    return { job, isPython, weight: (isPython ? 2 : 1) * text.length };
  });
  const inOrder = [
    ...weighed.filter(({ isPython }) => isPython),
    ...weighed.filter(({ isPython }) => !isPython),
  ];
  const each = weighed.reduce((sum, { weight }) => sum + weight, 0) / count;
  const parts: Job[][] = Array.from({ length: count }, () => []);
  let sum = 0;
  for (const { job, weight } of inOrder) {
    // Files without a text weigh nothing: all of them are for the first.
    parts[Math.min(count - 1, Math.floor(sum / (each || 1)))]!.push(job);
    sum += weight;
  }
  return parts;
}

const partOf = (
  jobs: readonly Job[],
  root: string,
  { tree, targets, personas, gather: _, ...rest }: Context,
): Part => ({
  root,
  paths: tree.paths(),
  targets: targets.map(({ id }) => id),
  personas,
  rest,
  jobs: jobs.map(({ path, checks }) => ({ path, checks: checks.map(({ name }) => name) })),
});

function readElsewhere(part: Part, signal?: AbortSignal): Promise<ReadonlyMap<string, Said>> {
  if (part.jobs.length === 0) return Promise.resolve(new Map());
  return new Promise((resolve) => {
    const none = () => resolve(new Map());
    try {
      const worker = new Worker(program!, { workerData: part, argv: ['check'] });
      signal?.addEventListener('abort', () => void worker.terminate(), { once: true });
      worker.on('message', resolve);
      worker.on('error', none);
      worker.on('exit', none);
    } catch {
      none();
    }
  });
}

const gathered = async (
  parts: readonly Promise<ReadonlyMap<string, Said>>[],
): Promise<ReadonlyMap<string, Said>> =>
  new Map((await Promise.all(parts)).flatMap((part) => [...part]));
