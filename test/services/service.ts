import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';

/** A server that a test has started, and how to be rid of it. */
export interface Service {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Wait until a server says that it is there. */
export const whenItSays = (server: ChildProcess, words: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text;
      if (said.includes(words)) resolve();
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.on('error', reject);
    server.on('exit', () => reject(new Error(`The server ended before it was ready: ${said}`)));
  });

/** Stop a server, wait until it is gone, and take away what it kept. */
export async function stopped(server: ChildProcess, data: string): Promise<void> {
  const gone = once(server, 'exit');
  server.kill();
  await gone;
  rmSync(data, { recursive: true, force: true, maxRetries: 3 });
}
