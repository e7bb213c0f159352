import type { ImportScene, Source } from '../importer.ts';
import type { HeadReader } from './dialect.ts';

/**
 * How many tokens an agent may cost: as its front matter or its text declares, or, where neither
 * does, what it costs today in steps of 500.
 */
export function budgetOf(
  { document, markdown }: Source,
  { value, tell }: HeadReader,
  { tokens }: Pick<ImportScene, 'tokens'>,
): number {
  const said = Number(value('budget'));
  if (Number.isInteger(said) && said > 0) return said;
  for (const { text } of markdown.prose) {
    const found =
      /\*\*(?:Persona|Token Budget):?\*\*.{0,80}?(\d[\d,]{0,8}) tokens\b/i.exec(text)?.[1] ?? '';
    const many = Number(found.replaceAll(',', ''));
    if (many > 0) return many;
  }
  const cost = tokens(document.body);
  const budget = Math.max(500, Math.ceil(cost / 500) * 500);
  tell('assumed', 1, `budget: ${budget}`, `it declares none, and costs ${cost} tokens`);
  return budget;
}
