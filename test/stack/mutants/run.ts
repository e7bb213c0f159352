import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNeo4j } from '../../services/neo4j.ts';
import { startRedis } from '../../services/redis.ts';
import { pythonTools } from '../python.ts';
import { hunter, type Killer, mutated, project } from './hunt.ts';
import { type Mutant, mutants } from './mutants.ts';

/**
 * Make every mistake of `mutants.ts` in a service that we generate, one at a time, and see whether
 * the tests that we generate with it notice. Fails where fewer than nine of ten are noticed.
 *
 *   npm run mutants [words of the name or the file]
 */
const [wanted = ''] = process.argv.slice(2);
const chosen = mutants.filter(({ name, file }) => `${file} ${name}`.includes(wanted));

const files = await project();
for (const mutant of mutants) mutated(mutant, files);

const tools = await pythonTools();
const [redis, neo4j] = await Promise.all([startRedis(), startNeo4j()]);
if (!tools || !redis || !neo4j) throw new Error('It takes Python, Redis and Neo4j.');

const ends: (readonly [Mutant, Killer])[] = [];
const homes = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'create-persona-mutants-')));
const waiting = [...chosen];

const worker = async (home: string, isFirst: boolean) => {
  const { hunt, isSound } = hunter(home, files, tools, { redis: redis.url, neo4j: neo4j.url });
  if (isFirst && !(await isSound())) throw new Error('The tests fail without a mutant, too.');
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const end = await hunt(next);
    ends.push([next, end]);
    console.log(`${end.padEnd(12)} ${next.file.padEnd(36)} ${next.name}`);
  }
};

try {
  await Promise.all(homes.map((home, nth) => worker(home, nth === 0)));
} finally {
  await Promise.all([redis.stop(), neo4j.stop()]);
  for (const home of homes) rmSync(home, { recursive: true, force: true });
}

const alive = ends.filter(([, end]) => end === 'survived');
const byUnit = ends.filter(([, end]) => end === 'unit').length;
const killed = ends.length - alive.length;
const percent = (100 * killed) / ends.length;
console.log(
  `\n${killed} of ${ends.length} mutants were noticed (${percent.toFixed(1)} %), ${byUnit} of them by unit tests.`,
);
for (const [{ file, name }] of alive) console.log(`  survived: ${file}: ${name}`);
if (percent < 90) process.exitCode = 1;
