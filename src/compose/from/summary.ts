import type { Losing } from './reading.ts';
import type { Resource } from './resource.ts';

/** What the chosen operation says that it is for, as far as it can stand in a docstring. */
export function summaryOf({ chosen }: Resource, { lose }: Losing): string {
  const place = chosen.place.get('summary') ?? chosen.place.get('description');
  if (place?.is !== 'text') return '';
  const summary = plainSummary(String(place.value));
  if (isPlain.test(summary)) return '';
  const refused = refuseSummary(summary);
  if (refused) lose('method', `${chosen.method} ${chosen.path}`, 'has a summary of its own', place);
  return refused ? '' : summary;
}

/** What a method does anyway: "Create a quest", "List quests". */
const isPlain =
  /^(create|add|list|get|read|replace|change|update|delete|remove)s? (an? |the |all |one )?[\w-]+( [\w-]+)?\.?$/i;

/** One line, in the punctuation that ruff takes for unambiguous. */
export const plainSummary = (text: string): string =>
  text
    .replace(/[\u2018\u2019\u201b]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/\s+/g, ' ')
    .trim();

/** https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals */
export const refuseSummary = (summary: string): string | false =>
  (/"""|\\|"$|[\p{Cc}\p{Cf}]/u.test(summary) || summary.length > 600) &&
  'A summary is a line of at most 600 letters, without back-slashes, and with no quote at its end.';
