import type { Source } from '../importer.ts';
import { outline } from '../text/outline.ts';
import { knownServers } from '../server.ts';
import type { Named } from './tools.ts';

/** `**Role:** Backend Developer`, wherever it stands. */
export function labelled(source: Source, label: string): string | undefined {
  const line = new RegExp(`^\\s*(?:[-*]\\s+)?\\*\\*${label}\\s*:?\\*\\*:?\\s*(.+)$`, 'i');
  for (const { text } of source.markdown.prose) {
    const found = text.length > 1_000 ? null : line.exec(text);
    if (found !== null) return found[1]!.trim();
  }
  return undefined;
}

/** The first heading of the first rank, without "Chat Mode" before or after it. */
export function titleIn({ markdown }: Source): string | undefined {
  const heading = markdown.headings.find(({ level }) => level === 1)?.text;
  const title = heading
    ?.replace(/[*`]/g, '')
    .replace(/^\s*chat ?mode:?\s+/i, '')
    .replace(/\s+chat ?mode\s*$/i, '')
    .replace(/^\P{L}+(?=\p{L})/u, '')
    .trim();
  return title === '' ? undefined : title;
}

/** The first sentence that is no heading, no list, no label, and does not only lead to a list. */
export function firstSentence({ markdown }: Source): string | undefined {
  const line = markdown.prose
    .map(({ text }) => text.trim())
    .find((text) => /^[*_"]{0,3}\p{L}/u.test(text) && !/^\*\*[^*]+:?\*\*:?|:$/.test(text));
  const plain = line?.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '');
  const sentence = plain?.slice(0, 1_000).match(/^.*?[.!?](?=\s|$)/)?.[0] ?? plain?.slice(0, 300);
  return sentence?.trim() === '' ? undefined : sentence?.trim();
}

/** Tools in back-ticks under a heading that allows tools. */
export function toolsInText({ markdown }: Source): readonly Named[] {
  const allowed = new Set(
    outline(markdown).flatMap(({ line, above }) => {
      const headings = above.map(({ text }) => text);
      const isAllowed = headings.some((text) =>
        /\b(?:allowed|available|core) tools?\b/i.test(text),
      );
      return isAllowed && !/restricted|denied|forbidden/i.test(headings.at(-1) ?? '') ? [line] : [];
    }),
  );
  const names = markdown.spans.filter(({ line }) => allowed.has(line));
  return names.map(({ text, line }) => ({ name: text, line }));
}

/** Known MCP servers that a list names, in a text that is about servers or tools at all. */
export function serversInText({ markdown }: Source): readonly string[] {
  if (!markdown.prose.some(({ text }) => /\bMCP\b|tool access/i.test(text))) return [];
  const named = markdown.prose.flatMap(({ text }) => {
    const found = /^\s*[-*+]\s+[^\w*`]*(?:\*\*|`)([\w -]{3,30}?):?(?:\*\*|`)/u.exec(text)?.[1];
    return found === undefined ? [] : [found.toLowerCase().replaceAll(' ', '-')];
  });
  return [...new Set(named)].filter((name) => knownServers.includes(name));
}
