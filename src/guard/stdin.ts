import { readSync } from 'node:fs';
import { largestCall } from './run.ts';

/** All of standard input, or nothing where it is larger than anybody would read. */
export function readInput(): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const many = readSome(chunk);
    if (many === 0) return Buffer.concat(chunks);
    size += many;
    if (size > largestCall) return undefined;
    chunks.push(chunk.subarray(0, many));
  }
}

/** A pipe may have nothing to give yet, and on Windows its end is an error. */
function readSome(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
