import { type Check, type Context, type Example, inspect, textFile } from '../../src/check.ts';
import { placeOf } from '../../src/place.ts';
import { readPersona, type Persona } from '../../src/persona.ts';
import type { Finding } from '../../src/stages.ts';
import { targets } from '../../src/targets/index.ts';
import { memoryTree } from '../../src/tree.ts';

/** A persona with nothing but what it must have. */
export const persona = (id: string): Persona =>
  readPersona(
    `.persona/personas/${id}.md`,
    `---\nid: ${id}\ntitle: T\nsummary: S\nexpertise: [E]\nfocus: [F]\ncan: [read]\nbudget: 9\n---\n\n## Role description\n\nText.\n`,
  );

/** What one check says of one file, beside the other files of the project. */
export function findings(
  check: Check,
  { path, text }: Example,
  others: Readonly<Record<string, string>> = {},
  ids: readonly string[] = [],
  today = '2026-01-31',
): readonly Finding[] {
  const context: Context = {
    tree: memoryTree({ ...others, [path]: text }),
    targets,
    personas: new Map(ids.map((id) => [id, persona(id)])),
    today,
  };
  const place = placeOf(path, targets);
  if (place === undefined) throw new Error(`Nothing reads ${path}`);
  return [...inspect([check], textFile(path, text, place), context)];
}

/** The same, in short: `error 3:5`. */
export const marks = (...given: Parameters<typeof findings>): readonly string[] =>
  findings(...given).map(({ level, line, column }) => `${level} ${line}:${column}`);

/** The usual places. */
export const claude = (text: string): Example => ({ path: '.claude/agents/tester.md', text });
export const copilot = (text: string): Example => ({
  path: '.github/agents/tester.agent.md',
  text,
});
export const augment = (text: string): Example => ({
  path: '.augment/chatmodes/tester.chatmode.md',
  text,
});
export const instruction = (text: string): Example => ({
  path: '.github/instructions/py.instructions.md',
  text,
});
export const source = (text: string): Example => ({ path: '.persona/personas/tester.md', text });
