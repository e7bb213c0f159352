import { type FSWatcher, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExitCode, Io } from '../command.ts';
import { keptFiles } from '../ignored.ts';
import { Problem } from '../problems.ts';
import { problemText } from '../report.ts';

/** Editors write a file in several steps, and a checkout writes many: one run is for all of them. */
const pause = 120;

/**
 * Run, and run again whenever something changes, until Ctrl-C. Each folder that git does not ignore
 * is watched by itself: node's own watching of a whole tree would go into `node_modules` too.
 */
export async function watchWith(
  root: string,
  io: Io,
  run: () => Promise<unknown>,
): Promise<ExitCode> {
  const watchers = new Map<string, FSWatcher>();
  let wake = () => {};
  let hasChanged = false;
  const changed = (name: string | null) => {
    if (name !== null && /^(\.git|node_modules|\.create-persona-desk)$/.test(name)) return;
    hasChanged = true;
    wake();
  };
  const follow = () => {
    const folders = new Set(['.', ...keptFiles(root).flatMap(foldersOf)]);
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(join(root, folder), (_, name) => changed(name));
        watcher.on('error', () => watchers.delete(folder));
        watchers.set(folder, watcher);
      } catch {
        // It is gone again, or may not be read: then there is nothing in it to check.
      }
    }
  };
  const stop = () => wake();
  io.signal?.addEventListener('abort', stop);
  try {
    while (!io.signal?.aborted) {
      follow();
      hasChanged = false;
      await run().catch(tell(io));
      io.complain('Watching. Ctrl-C ends it.');
      while (!hasChanged && !io.signal?.aborted)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (!io.signal?.aborted) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  } finally {
    io.signal?.removeEventListener('abort', stop);
    for (const watcher of watchers.values()) watcher.close();
  }
  return 130;
}

/** A file that is half written may be a problem now and none the next moment. */
const tell = (io: Io) => (error: unknown) => {
  if (!(error instanceof Problem)) throw error;
  io.complain(problemText(error));
};

function foldersOf(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}
