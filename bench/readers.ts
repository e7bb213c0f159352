import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groundIn, install, type OutsideReader } from './outside-reader.ts';
import { outsideReaders } from './outside-readers/index.ts';

/**
 * What other people's readers say of the golden trees: `npm run readers`, or `npm run readers codex`
 * for some. They are installed into a folder of their own (2 GB for all), which is gone afterwards;
 * one that cannot be had is a row that says so. It ends with 1 on an error that is not known.
 */
const golden = join(import.meta.dirname, '../test/golden');
const asked = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = outsideReaders.filter(
  ({ name }) => asked.length === 0 || asked.some((word) => name.toLowerCase().includes(word)),
);

/** Who reads what we write, and cannot be asked here. */
const unasked = [
  ['VS Code', 'an editor; what it takes is in src/readers/vs-code.ts, from its source'],
  ['Cursor, Windsurf, Devin', 'no registry has them, and they ask for an account'],
  ['Kiro', 'no registry has it; kiro-cli on npm and PyPI are other programs'],
  ['hypertool-mcp', 'gone from npm; its rules are held in test/targets/hypertool.test.ts'],
  ['ruler', 'reads its own sources only, and writes for the others'],
] as const;

for (const reader of chosen) {
  const folder = mkdtempSync(join(tmpdir(), 'readers-'));
  try {
    for (const [tree, says] of rows(reader, folder))
      console.log(`${reader.name.padEnd(16)}  ${tree.padEnd(46)}  ${says}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
if (asked.length === 0)
  for (const [name, why] of unasked) console.log(`${name.padEnd(24)}  not asked: ${why}`);

function rows(reader: OutsideReader, folder: string): readonly (readonly [string, string])[] {
  try {
    install(reader, folder);
  } catch {
    return [['', 'could not be installed']];
  }
  return trees().flatMap((tree) => {
    const says = reader.says(groundIn(folder, tree, join(golden, tree, 'files')));
    if (says === undefined) return [];
    if (typeof says === 'string') return [[tree, says] as const];
    process.exitCode = 1;
    return [[tree, `FAULT: ${says.says}`] as const];
  });
}

function trees(): readonly string[] {
  return readdirSync(golden)
    .filter((name) => existsSync(join(golden, name, 'files')))
    .filter((name) =>
      /^app|persona|skill|servers|chatmode|architect|backend|devops|qa|frontend|rules|guard/.test(
        name,
      ),
    );
}
