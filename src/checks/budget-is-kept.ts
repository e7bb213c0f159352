import { billOf, whatToMove } from '../cost/bill.ts';
import { defineCheck, type TextFile } from '../check.ts';
import { countIn, encodingOf } from '../cost/encoding.ts';
import { placeInHead } from '../head-place.ts';
import { countTokens, fitsSurely } from '../cost/tokens.ts';

export default defineCheck({
  name: 'budget-is-kept',
  level: 'error',
  why: 'A budget that nobody counts is a wish. What an agent file costs too much is taken from the code and the task, in every single request.',
  reads: ({ kind }) => kind === 'agent',

  good: {
    path: '.augment/chatmodes/a.chatmode.md',
    text: '---\ndescription: Writes tests\npersona_token_budget: 200\n---\n\nI write tests.\n',
  },
  bad: {
    path: '.augment/chatmodes/a.chatmode.md',
    text: '---\ndescription: Writes tests\npersona_token_budget: 2\n---\n\nI write tests, and then I run them.\n',
  },

  *remarks(file) {
    const declared = budgetOf(file);
    if (declared === undefined) return;
    const { body, head } = file.document;
    const { budget } = declared;
    const own = encodingOf(head['model']);
    const isOther = own.name !== 'o200k_base';
    // No token is shorter than a byte, whatever the encoding.
    if (isOther ? Buffer.byteLength(body) <= budget : fitsSurely(body, budget)) return;
    const cost = countTokens(body);
    const ownCost = isOther ? countIn(body, own) : cost;
    // Where no tokenizer is loaded, a bound is all there is, and a bound is no finding.
    if (cost === undefined || ownCost === undefined) return;
    if (cost <= budget && ownCost <= budget) return;

    const whole = countTokens(file.text);
    const besides = isOther
      ? `, and ${ownCost} with ${own.name}, which \`${String(head['model'])}\` has`
      : own.standsInFor === undefined
        ? ''
        : `, which stands in for that of \`${own.standsInFor}\`: its own is not public`;
    yield {
      line: declared.line,
      column: declared.column,
      says: `The budget is ${budget} tokens, and the text costs ${cost}${whole === undefined ? '' : ` (${whole} with the front matter)`}, counted with o200k_base${besides}.`,
      mend: wayDown(body, Math.max(cost, ownCost) - budget),
    };
  },
});

/** Which sections to move, and where to, in the order of what that saves. */
function wayDown(body: string, tooMany: number): string {
  const otherwise = 'Move what is not needed each time into instructions or a skill';
  const items = billOf(body, (text) => countTokens(text) ?? 0);
  const moved = whatToMove(items, tooMany);
  if (moved.length === 0) return `${otherwise}, or declare what it costs.`;
  const named = moved.map(({ title, tokens, movesTo }) => `"${title}" (${tokens}) to ${movesTo}`);
  const saved = moved.reduce((sum, { tokens }) => sum + tokens, 0);
  const comes =
    saved >= tooMany ? 'brings it under' : `is ${saved} of the ${tooMany} that are too many`;
  return `Move ${named.join(', ')}: that ${comes}. \`check --bill\` shows every section.`;
}

interface Declared {
  readonly budget: number;
  readonly line: number;
  readonly column: number;
}

/** `persona_token_budget` in the front matter, or `**Persona:** … (2000 tokens …)` in the text. */
function budgetOf(file: TextFile): Declared | undefined {
  const key = file.document.head['persona_token_budget'];
  if (typeof key === 'number')
    return { budget: key, ...placeInHead(file, ['persona_token_budget']) };
  for (const { line, text } of file.markdown.prose) {
    const found = /\*\*Persona:?\*\*.*?\((\d[\d,]*) tokens\b/.exec(text);
    if (found === null) continue;
    return {
      budget: Number(found[1]!.replaceAll(',', '')),
      line,
      column: text.indexOf(`(${found[1]}`) + 2,
    };
  }
  return undefined;
}
