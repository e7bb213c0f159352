import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** Real folders with real files, gone when the test file is done. */
const made: string[] = [];

afterAll(() => {
  for (const each of made.splice(0)) fs.rmSync(each, { recursive: true, force: true });
});

/** An empty folder outside every project. */
export function outside(): string {
  const place = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'create-persona-test-')));
  made.push(place);
  return place;
}

/** A project. It is always called `project`, for its name is in the texts that we write. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = join(outside(), 'project');
  fs.mkdirSync(root);
  write(root, files);
  return root;
}

export function write(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, text] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(root, path)), { recursive: true });
    fs.writeFileSync(join(root, path), text);
  }
}

/** A project that is like another one. */
export function copyOf(root: string): string {
  const copy = folder();
  fs.cpSync(root, copy, { recursive: true });
  return copy;
}

/** All that is below a folder: texts of files, where links lead, and `folder/` for an empty one. */
export function filesIn(root: string, folder = ''): Record<string, string> {
  const entries = fs.readdirSync(join(root, folder), { withFileTypes: true });
  if (entries.length === 0 && folder !== '') return { [`${folder}/`]: '' };
  return Object.assign(
    {},
    ...entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) return filesIn(root, path);
        if (entry.isSymbolicLink()) return { [path]: `-> ${fs.readlinkSync(join(root, path))}` };
        return { [path]: fs.readFileSync(join(root, path), 'utf8') };
      }),
  ) as Record<string, string>;
}

export const readFile = (root: string, path: string): string =>
  fs.readFileSync(join(root, path), 'utf8');
