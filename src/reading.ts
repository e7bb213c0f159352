import { type Document, parseDocument } from './front-matter.ts';
import { type Markdown, scanMarkdown } from './text/markdown.ts';

/** A text in all the ways in which it is looked at. Each is made when first asked for. */
export interface Reading {
  readonly lines: readonly string[];
  readonly document: Document;
  readonly markdown: Markdown;
}

const kept = new Map<string, Reading>();

/** Enough for the agent files of a large repository, and little beside what their texts take. */
const most = 500;

/**
 * Read a text, once: the file in hand is read by every check, and those that compare files read
 * the others, which are in hand in turn.
 */
export function reading(text: string): Reading {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= most) kept.clear();
  const fresh = readAnew(text);
  kept.set(text, fresh);
  return fresh;
}

function readAnew(text: string): Reading {
  let lines: readonly string[] | undefined;
  let document: Document | undefined;
  let markdown: Markdown | undefined;
  return {
    get lines() {
      lines ??= text.split(/\r?\n/);
      return lines;
    },
    get document() {
      document ??= parseDocument(text);
      return document;
    },
    get markdown() {
      markdown ??= scanMarkdown(this.lines, this.document.bodyLine);
      return markdown;
    },
  };
}
