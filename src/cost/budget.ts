import type { Head } from '../front-matter.ts';

/**
 * The budget that an agent file declares, in tokens: in its front matter, or in the line of its
 * body that says who it is (`**Persona:** … (2000 tokens`). It is for the body: that is what the
 * model reads, while the front matter is for the tool.
 */
export function budgetOf(head: Head, body: string): number | undefined {
  const declared = head['persona_token_budget'];
  if (typeof declared === 'number') return declared;
  const said = /^[-*\s]*\*\*Persona:\*\*.*?\((\d+)\s+tokens/m.exec(body)?.[1];
  return said === undefined ? undefined : Number(said);
}
