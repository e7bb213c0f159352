import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, missing, run } from './run.ts';
import { type Service, stopped, whenItSays } from './service.ts';

const home = join(import.meta.dirname, 'neo4j');

/** Neo4j 5.26 on JDK 17 reaches into these. https://neo4j.com/docs/java-reference/5/ */
const opened = ['java.nio', 'java.lang', 'sun.nio.ch', 'java.io', 'java.util.concurrent'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/**
 * A Neo4j with nothing in it, embedded in a small Java program. Maven fetches it once (about 150 MB,
 * into its own cache); nothing, where there is no JDK 17 or no Maven.
 */
export async function startNeo4j(): Promise<Service | undefined> {
  const classPath = await classPathOf();
  if (classPath === undefined) return missing('JDK 17 or newer, or no Maven');
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'create-persona-neo4j-'));
  const words = [...opened, '-Xmx512m', '-cp', classPath, join(home, 'Main.java')];
  const server = spawn('java', [...words, String(port), data]);
  await whenItSays(server, 'READY');
  return {
    url: `bolt://127.0.0.1:${port}`,
    stop: () => stopped(server, data),
  };
}

async function classPathOf(): Promise<string | undefined> {
  const pom = join(home, 'pom.xml');
  const version = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const cache = join(tmpdir(), `create-persona-neo4j-${version}`);
  const kept = join(cache, 'class-path.txt');
  for (const [program, ...words] of [
    ['javac', '--release', '17', '--version'],
    ['mvn', '--version'],
  ] as const)
    if ((await run(program, words, '/')).code !== 0) return undefined;
  const jars = () => readFileSync(kept, 'utf8').trim();
  if (existsSync(kept) && jars().split(':').every(existsSync)) return jars();
  mkdirSync(cache, { recursive: true });
  const words = ['-q', '-B', '-f', pom, 'dependency:build-classpath', `-Dmdep.outputFile=${kept}`];
  const { code, out } = await run('mvn', words, cache);
  if (code !== 0) throw new Error(`Maven could not fetch Neo4j: ${out}`);
  return jars();
}
