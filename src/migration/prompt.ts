import { lineOfKey, parseDocument, printDocument } from '../front-matter.ts';
import { from } from '../intake/source.ts';
import { oneLine } from '../intake/names.ts';
import { firstSentence, titleIn } from '../intake/prose.ts';
import type { Change } from '../stages.ts';
import { kebab } from '../words.ts';

/** The name of the skill that a prompt becomes; empty where its file is called by no letters. */
export const skillName = (path: string): string =>
  kebab(/([^/]+?)\.prompt\.md$/.exec(path)?.[1] ?? '')
    .slice(0, 64)
    .replace(/-+$/, '');

/**
 * A prompt file as a skill. A skill has a name, a description and a text; what else the prompt said
 * stays under `metadata`, which the specification leaves to everybody, and is told.
 * https://agentskills.io/specification
 */
export function skillOf(
  path: string,
  text: string,
): { readonly text: string; readonly changes: readonly Change[] } {
  const { head, body } = parseDocument(text);
  const source = from(path, text);
  const name = skillName(path);
  const said = oneLine(head['description']);
  const description = (said || (firstSentence(source) ?? titleIn(source) ?? name)).slice(0, 1024);
  const kept = Object.entries(head).filter(
    ([key, value]) => key !== 'description' && !(key === 'name' && value === name),
  );
  const metadata = Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      typeof value === 'string'
        ? value
        : Array.isArray(value)
          ? value.join(', ')
          : JSON.stringify(value),
    ]),
  );
  const changes: Change[] = kept.map(([key]) => ({
    how: 'lost',
    path,
    line: lineOfKey(text, [key]),
    what: `key \`${key}\``,
    because: `${lost[key] ?? 'no tool reads it in a skill'}; it stays under \`metadata\``,
  }));
  if (said === '')
    changes.push({
      how: 'assumed',
      path,
      line: 1,
      what: 'description',
      because: 'a skill needs one: its first sentence stands for it',
    });
  for (const { line, text: prose } of source.markdown.prose)
    for (const [variable] of prose.matchAll(/\$\{(?:input|selection|file|workspaceFolder)[^}]*\}/g))
      changes.push({
        how: 'lost',
        path,
        line,
        what: `\`${variable}\``,
        because: 'a prompt is filled in there, a skill is not: the agent reads it as it stands',
      });
  const full = { name, description, metadata: kept.length === 0 ? undefined : metadata };
  return { text: printDocument(full, body.replace(/^\n/, '')), changes };
}

const lost: Readonly<Record<string, string>> = {
  tools: 'a skill may use what its agent may',
  model: 'a skill runs on the model of its agent',
  agent: 'a skill is for every agent',
  mode: 'a skill is for every agent',
  name: 'a skill is called as its folder',
  'argument-hint': 'the specification of skills has no such key',
};
