import { notMerged } from './problems.ts';
import type { PlannedFile } from './stages.ts';
import type { Tree } from './tree.ts';

/**
 * Put the parts of shared files (AGENTS.md, an MCP configuration) into what stands in the project,
 * one after the other, so that each path is planned once. What stands there is kept (`keeps`), and
 * so the commit may replace it. A path that several targets share with the same text is told once.
 *
 * @throws NotMerged - what stands there is not UTF-8, and would be lost
 */
export function putTogether(files: readonly PlannedFile[], project: Tree): readonly PlannedFile[] {
  const done = new Map<string, PlannedFile>();
  for (const { into, ...file } of files) {
    const before = done.get(file.path);
    if (into === undefined) {
      if (before?.text !== file.text || before.keeps !== file.keeps) done.set(file.path, file);
      continue;
    }
    const there = project.read(file.path);
    refuseOtherText(file.path, there ?? '');
    const text = into(before?.text ?? there ?? '');
    done.set(file.path, { ...file, text, ...(there !== undefined && { keeps: there }) });
  }
  return [...done.values()];
}

function refuseOtherText(path: string, text: string): void {
  if (!/[\ufffd\0]/.test(text)) return;
  throw notMerged(path, 'it is not UTF-8 text', 'Save it as UTF-8.');
}
