import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contextOf, inspect, textFile } from '../src/check.ts';
import { checks } from '../src/checks/index.ts';
import { keptTree } from '../src/kept-tree.ts';
import { placeOf } from '../src/place.ts';
import { loadPython } from '../src/python/parser.ts';
import { targets } from '../src/targets/index.ts';
import { loadTokenizer } from '../src/cost/tokens.ts';
import { openWorkspace } from '../src/workspace.ts';

/** What the first reading of every file costs in this process, by check, in milliseconds. */
export async function costs(
  corpus: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const workspace = await openWorkspace(corpus);
  const context = contextOf(keptTree(corpus), workspace);
  const spent = new Map<string, number>();
  const timed = async <T>(name: string, what: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const made = await what();
    spent.set(name, (spent.get(name) ?? 0) + performance.now() - start);
    return made;
  };
  await timed('loading the parser of Python', loadPython);
  await timed('loading the tokenizer', loadTokenizer);
  for (const path of paths) {
    const text = await timed('reading', () => readFileSync(join(corpus, path), 'utf8'));
    const file = textFile(path, text, placeOf(path, targets)!);
    await timed('front matter', () => file.document);
    await timed('scan of the lines', () => file.markdown);
    for (const each of checks)
      if (each.reads(file.place)) await timed(each.name, () => inspect([each], file, context));
  }
  const all = checks.map(({ name }) => spent.get(name) ?? 0).reduce((sum, each) => sum + each, 0);
  return spent.set('all checks', all);
}
