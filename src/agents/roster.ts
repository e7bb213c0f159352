import type { Context } from '../check.ts';
import type { Document } from '../front-matter.ts';
import { manifestPath } from '../manifest.ts';
import type { Heading } from '../text/markdown.ts';
import type { Persona } from '../persona.ts';
import { placeOf } from '../place.ts';
import { reading } from '../reading.ts';
import { oncePerTree } from '../once-per-tree.ts';
import { kebab } from '../words.ts';

/** An agent file of the project, and what it is called. */
export interface Agent {
  readonly path: string;
  readonly target: string;
  /** Its file name without endings. */
  readonly stem: string;
  /** What hand-offs must say: the `name` of its front matter, or else its stem. */
  readonly name: string;
  readonly document: Document;
}

/** Every agent file of the tree. */
export const agentsIn = oncePerTree('agents', ({ tree, targets }): readonly Agent[] =>
  tree.paths().flatMap((path) => {
    const place = placeOf(path, targets);
    if (place?.kind !== 'agent' || place.target === undefined) return [];
    // A pack is tools without a text: nobody speaks for it, and nobody hands off to it.
    if (place.target.id === 'hypertool') return [];
    const text = tree.read(path) ?? '';
    const document = place.target.parse?.(text, path) ?? reading(text).document;
    const { name } = document.head;
    const stem = stemOf(path);
    return [
      {
        path,
        target: place.target.id,
        stem,
        name: typeof name === 'string' && name !== '' ? name : stem,
        document,
      },
    ];
  }),
);

/**
 * The ids of the personas to whom work can be handed here: those of the repository, and where it has
 * any of ours, those that ship too. In a repository of strangers nobody knows our `devops`.
 */
export function personasIn(context: Context): readonly string[] {
  const all = [...context.personas.values()];
  const isOurs = all.some(isOwn) || context.tree.has(manifestPath);
  return all.filter((persona) => isOurs || isOwn(persona)).map(({ id }) => id);
}

const isOwn = ({ path }: Persona) => path.startsWith('.persona/');

/** How an agent is called in words: by its name, where that is no id, or by its first heading. */
export function titleOf({ name, stem }: Agent, headings: readonly Heading[]): string | undefined {
  if (/[\sA-Z]/.test(name) && name !== stem) return name.trim();
  const top = headings.find(({ level }) => level === 1)?.text.replace(/^[\w ]*mode:\s*/i, '');
  const plain = top?.replace(/[^\p{L}\p{N}\s&/-]/gu, '').trim();
  // A heading that has no word of the id is the title of a text, and not of an agent.
  const words = kebab(stem).split('-');
  return plain !== undefined &&
    kebab(plain)
      .split('-')
      .some((word) => words.includes(word))
    ? plain
    : undefined;
}

export const stemOf = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/(\.(agent|chatmode|instructions|prompt|memory|spec))?\.(mdx?|toml|json|ya?ml)$/, '');
