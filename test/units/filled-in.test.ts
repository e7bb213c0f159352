import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const files = ['src', 'generators', 'templates', 'test'].flatMap((shelf) =>
  readdirSync(join(root, shelf), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/^(generators|test)\/units\//.test(path)),
);

/** What `npx plop check` and its like leave to you is marked, so that nothing is forgotten. */
test('nothing of a new unit is left to be filled in', () => {
  const holes = files.flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        line.includes('FILL IN') ? [`${path}:${index + 1} ${line.trim()}`] : [],
      ),
  );
  expect(holes, holes.join('\n')).toEqual([]);
});
