import { handoffsInText, idOf, isSame } from '../text/handoffs-in-text.ts';
import type { Colleague, TakenPersona } from '../importer.ts';
import { itemText, outline } from '../text/outline.ts';
import type { Markdown } from '../text/markdown.ts';
import type { Handoff, Persona } from '../persona.ts';
import type { Change } from '../stages.ts';
import { uncapital } from '../words.ts';

/** Everybody whom a text hands work or questions to: in its sentences, and in tables about that. */
export function colleaguesInText(markdown: Markdown): readonly Colleague[] {
  const lines = new Map(markdown.prose.map(({ line, text }) => [line, text]));
  const mentions = handoffsInText(markdown).map(
    ({ verb, called, line, about, section, isLoose }) => {
      // What an item says beside the name is about it; what a paragraph says need not be.
      const says = itemText(lines.get(line) ?? '') === undefined ? '' : plain(about);
      const isLeft = /don['’]?t|restricted|never|not\b|limit/i.test(section);
      return {
        called,
        how: verb,
        line,
        ...(isLoose && { isVague: true as const }),
        ...(says !== '' && (isLeft ? { leaves: says } : { for: says })),
      };
    },
  );
  return [...mentions, ...tables(markdown)].sort((a, b) => a.line - b.line);
}

/** `| Architect | consult | when the design changes |`, under a heading that is about hand-offs. */
const tables = (markdown: Markdown): readonly Colleague[] =>
  outline(markdown).flatMap(({ line, text, above }) => {
    const isAbout = above.some(({ text: heading }) =>
      /hand-?offs?|delegat|collaborat|other (?:roles|agents|personas)/i.test(heading),
    );
    if (!isAbout || !/^\s*\|.*\|/.test(text) || /^\s*\|[\s:|-]+$/.test(text)) return [];
    const [called = '', ...rest] = text
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => plain(cell));
    if (called === '' || called.length > 40) return [];
    const says = rest.filter((cell) => cell !== '').join(', ');
    const how = /\bconsult/i.test(says) ? ('consult' as const) : ('delegate' as const);
    return [{ called, how, line, isVague: true as const, ...(says !== '' && { for: says }) }];
  });

const plain = (text: string) =>
  (itemText(text) ?? text)
    .replace(/[*`]/g, '')
    .replace(/^[\s:✅❌–—-]+|[\s:;,.–—-]+$/gu, '')
    .replace(/\s+/g, ' ');

/**
 * The hand-offs of a persona to those who are there. Of two verbs for the same colleague the one
 * that is used more often counts, and the first where both are.
 */
export function handoffsOf(
  { id, path, colleagues }: TakenPersona,
  there: readonly Pick<Persona, 'id' | 'title'>[],
): { readonly handoffs: readonly Handoff[]; readonly changes: readonly Change[] } {
  const changes: Change[] = [];
  const found = new Map<string, Colleague[]>();
  const absent = new Set<string>();
  for (const each of colleagues) {
    const to = there.find(
      (other) => isSame(each.called, other.id) || idOf(each.called) === idOf(other.title),
    );
    if (to?.id === id) continue;
    if (to !== undefined) found.set(to.id, [...(found.get(to.id) ?? []), each]);
    else if (!each.isVague && !absent.has(idOf(each.called))) {
      absent.add(idOf(each.called));
      changes.push({
        how: 'lost',
        path,
        line: each.line,
        what: `hand-off to ${each.called}`,
        because: 'no persona of that name is here; the text says it, and no tool offers it',
      });
    }
  }
  const handoffs = [...found].map(([to, all]) => {
    const consults = all.filter(({ how }) => how === 'consult').length;
    const how =
      consults * 2 === all.length
        ? all[0]!.how
        : consults * 2 > all.length
          ? 'consult'
          : 'delegate';
    const leaves = [...new Set(all.flatMap((each) => each.leaves ?? []))];
    const said = all.flatMap((each) => each.for ?? []);
    // What one leaves to the other, without the "no".
    const left = leaves.map((each) => each.replace(/^(?:no|never|not|do not|don['’]t)\s+/i, ''));
    const best = said.sort((a, b) => b.length - a.length)[0] ?? left.join(', ');
    return { to, how, for: uncapital(best === '' ? 'what is their work' : best), leaves } as const;
  });
  return { handoffs, changes };
}
