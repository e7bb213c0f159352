import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what programs hand to one another, outside the project. */
export interface Scratch {
  readonly at: (name: string) => string;
  readonly write: (name: string, text: string) => string;
  /** Nothing where nobody has written it. */
  readonly read: (name: string) => string | undefined;
  readonly discard: () => void;
}

export function openScratch(): Scratch {
  const place = mkdtempSync(join(tmpdir(), 'create-persona-verify-'));
  const at = (name: string) => join(place, name);
  return {
    at,
    write: (name, text) => {
      writeFileSync(at(name), text);
      return at(name);
    },
    read: (name) => {
      try {
        return readFileSync(at(name), 'utf8');
      } catch {
        return undefined;
      }
    },
    discard: () => rmSync(place, { recursive: true, force: true }),
  };
}
