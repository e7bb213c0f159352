import { defineCheck, type TextFile } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import { countTokens, fitsSurely } from '../tokens.ts';

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
    const { body } = file.document;
    if (declared === undefined || fitsSurely(body, declared.budget)) return;
    const cost = countTokens(body);
    // Where no tokenizer is loaded, a bound is all there is, and a bound is no finding.
    if (cost === undefined || cost <= declared.budget) return;

    const whole = countTokens(file.text);
    yield {
      line: declared.line,
      column: declared.column,
      says: `The budget is ${declared.budget} tokens, and the text costs ${cost}${whole === undefined ? '' : ` (${whole} with the front matter)`}, counted with o200k_base.`,
      mend: 'Move what is not needed each time into instructions or a skill, or declare what it costs.',
    };
  },
});

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
