import {
  freeInstructionFiles,
  instructionFiles,
  ownInstructionFiles,
} from '../src/compose/instruction.ts';
import { defineGenerator } from '../src/generator.ts';
import { globFault } from '../src/globs.ts';
import { homelessOrNone } from '../src/homeless.ts';
import { answerMissing, answerRefused } from '../src/problems.ts';
import { chosenTargets, targetQuestion, text, texts } from '../src/questions.ts';
import { kebab } from '../src/words.ts';

export default defineGenerator({
  name: 'instruction',
  describes:
    'An instruction file: one of our conventions, or rules of your own for some of the files',
  examples: [
    'create-persona instruction arrange-act-assert',
    'create-persona instruction "API errors" --apply-to "src/api/**" --rules "Answer errors as RFC 9457; Never leak a stack trace"',
  ],

  questions: [
    {
      name: 'name',
      kind: 'one',
      open: true,
      asks: 'Which convention, or what title?',
      of: ({ conventions, instructions }) =>
        [...conventions.values(), ...instructions.values()].map(({ id, title }) => ({
          value: id,
          title,
        })),
      refuse: (answer) => kebab(answer) === '' && 'Give it a title of letters or digits.',
    },
    targetQuestion,
    {
      name: 'apply-to',
      kind: 'texts',
      quiet: true,
      default: [],
      asks: 'Globs of the files that it applies to',
    },
    {
      name: 'summary',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'What it is about, in one sentence',
    },
    {
      name: 'rules',
      kind: 'texts',
      quiet: true,
      default: [],
      asks: 'Its rules, one sentence each',
    },
  ],

  plan(answers, workspace) {
    const title = text(answers['name']);
    const targets = chosenTargets(answers, workspace);
    const losses = homelessOrNone('instruction', title, targets);
    const globs = texts(answers['apply-to']).flatMap((each) => each.split(','));
    for (const glob of globs) {
      const fault = globFault(glob);
      if (fault !== undefined) throw answerRefused('apply-to', glob, `It is not a glob: ${fault}.`);
    }
    const convention = workspace.conventions.get(title);
    if (convention !== undefined) {
      const applies = globs.length > 0 ? globs : convention.applies;
      return {
        generator: 'instruction',
        files: instructionFiles({ ...convention, applies }, targets, workspace),
        losses,
      };
    }
    const own = workspace.instructions.get(title);
    if (own !== undefined) {
      const applies = globs.length > 0 ? globs : own.applies;
      return {
        generator: 'instruction',
        files: ownInstructionFiles({ ...own, applies }, targets),
        losses,
      };
    }
    const rules = texts(answers['rules']);
    if (globs.length === 0)
      throw answerMissing('instruction', 'apply-to', 'Globs of the files that it applies to');
    if (rules.length === 0)
      throw answerMissing('instruction', 'rules', 'Its rules, one sentence each');
    const summary = text(answers['summary']) || `How we handle ${title} in this repository.`;
    return {
      generator: 'instruction',
      files: freeInstructionFiles({ title, summary, globs, rules }, targets, workspace),
      losses,
    };
  },
});
