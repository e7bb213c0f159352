import { defineCheck } from '../check.ts';
import { placeInHead } from '../head-place.ts';

export default defineCheck({
  name: 'description-fits',
  level: 'warning',
  why: 'The description is all that a person sees in the list of agents, and all that another agent goes by when it looks for help.',
  reads: ({ kind, target }) =>
    kind !== 'persona' && kind !== 'skill' && target?.keys[kind]?.['description'] !== undefined,

  good: {
    path: '.claude/agents/tester.md',
    text: '---\nname: tester\ndescription: Writes tests. Use when code has none.\n---\n\nI write tests.\n',
  },
  bad: {
    path: '.claude/agents/tester.md',
    text: '---\nname: tester\ndescription: Tests\n---\n\nI write tests.\n',
  },

  *remarks(file) {
    const { document, place } = file;
    const { description } = document.head;
    if (
      typeof description !== 'string' ||
      place.target === undefined ||
      place.kind === 'persona' ||
      place.kind === 'skill'
    )
      return;
    const { title, description: bounds, keys } = place.target;
    const at = placeInHead(file, ['description']);
    const long = description.trim().length;
    const isRequired = keys[place.kind]?.['description'] === 'text!';

    if (long === 0) {
      yield {
        ...at,
        level: isRequired ? 'error' : 'warning',
        says: `The description is empty${isRequired ? `, and ${title} needs one` : ''}.`,
        mend: 'Say in a sentence what it does and when to use it.',
      };
    } else if (long < 10) {
      yield {
        ...at,
        says: `"${description.trim()}" tells nobody what it does.`,
        mend: 'Say in a sentence what it does and when to use it.',
      };
    } else if (placeholder.test(description.trim())) {
      yield {
        ...at,
        says: `"${description.trim()}" is what a template says: nobody has written a description yet.`,
        mend: 'Say in a sentence what it does and when to use it.',
      };
    } else if (long > bounds.most) {
      yield {
        ...at,
        says: `The description has ${long} characters, and ${title} ${place.target.id === 'claude' ? 'advises' : 'shows'} at most ${bounds.most}.`,
        mend: 'Shorten it; what is left out can stand in the text.',
      };
    } else if (
      place.kind === 'agent' &&
      place.target.id !== 'copilot' &&
      !trigger.test(description)
    ) {
      yield {
        ...at,
        level: 'info',
        says: 'The description does not say when to use it, which is what another agent goes by.',
        mend: 'Add a sentence that begins with "Use when".',
      };
    }
  },
});

/** In VS Code the description stands in the chat box, where a person has chosen already. */
const trigger =
  /\b(use (this|it|when|for|after|before|to|if|proactively|me|as)|used (when|for|to)|when(ever)? |proactively|invoke|call (this|it))|<example>/i;

/** What stands there until somebody writes one. */
const placeholder =
  /^[[<{(]?(?:an? |your |the )?(?:example|sample|short|brief|placeholder|your) (?:description|summary)(?: (?:of|for) (?:the|this|your) \w+)?(?: goes)?(?: here)?[\]>})]?\.?$|^(?:description|summary) (?:goes )?here\.?$/i;
