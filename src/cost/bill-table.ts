import { billOf, type Item } from './bill.ts';
import { budgetOf } from './budget.ts';
import { countIn, encodingOf, loadEncoding } from './encoding.ts';
import type { Document } from '../front-matter.ts';

/** What a file costs, in all and section by section. */
export interface Bill {
  readonly path: string;
  readonly encoding: string;
  /** The model whose own encoding is not public: another stands in for it. */
  readonly standsInFor?: string;
  readonly tokens: number;
  readonly head: number;
  readonly body: number;
  /** What the file declares, for its body. */
  readonly budget?: number;
  readonly sections: readonly Item[];
}

/** The bill of a file, counted with the encoding of the model that it declares. */
export async function billFor(path: string, text: string, document: Document): Promise<Bill> {
  const encoding = encodingOf(document.head['model']);
  await loadEncoding(encoding);
  const count = (each: string) => countIn(each, encoding)!;
  const [tokens, body] = [count(text), count(document.body)];
  const budget = budgetOf(document.head, document.body);
  return {
    path,
    encoding: encoding.name,
    ...(encoding.standsInFor !== undefined && { standsInFor: encoding.standsInFor }),
    tokens,
    head: tokens - body,
    body,
    ...(budget !== undefined && { budget }),
    sections: billOf(document.body, count),
  };
}

export function billAsText({
  path,
  encoding,
  standsInFor,
  tokens,
  head,
  body,
  budget,
  sections,
}: Bill): string {
  const rows = [
    ...(head > 0 ? [{ title: 'front matter', tokens: head }] : []),
    ...sections.map((item) => ({ ...item, title: item.title || 'before the first section' })),
  ];
  const kept =
    budget === undefined ? '' : `; the budget of its body is ${budget}, and that costs ${body}`;
  const stands =
    standsInFor === undefined ? '' : `, in place of that of ${standsInFor}, which is not public`;
  return [
    `${path}: ${tokens} tokens (${encoding}${stands})${kept}`,
    ...rows.map(
      (row) =>
        `${String(row.tokens).padStart(8)}  ${row.title}${'movesTo' in row && row.movesTo !== undefined ? ` (could be ${row.movesTo})` : ''}`,
    ),
  ].join('\n');
}
