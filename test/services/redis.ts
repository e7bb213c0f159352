import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, missing, run } from './run.ts';
import { type Service, stopped, whenItSays } from './service.ts';

/** A Redis with nothing in it, on a port of its own; nothing, where there is no `redis-server`. */
export async function startRedis(): Promise<Service | undefined> {
  if ((await run('redis-server', ['--version'], '/')).code !== 0) return missing('redis-server');
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'create-persona-redis-'));
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', [...words, '--dir', home], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await whenItSays(server, 'Ready to accept connections');
  return {
    url: `redis://127.0.0.1:${port}/15`,
    stop: () => stopped(server, home),
  };
}
