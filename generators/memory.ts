import { categories, entryFile, lessonFile, severities } from '../src/compose/lesson.ts';
import { defineGenerator } from '../src/generator.ts';
import { chosenTargets, targetQuestion, text } from '../src/questions.ts';
import { kebab } from '../src/words.ts';

export default defineGenerator({
  name: 'memory',
  describes: 'What was learned: a memory of its own, or an entry of a topic',
  examples: [
    'create-persona memory "Redis needs a timeout" --lesson "Give every client a socket timeout"',
    'create-persona memory "Freeze the clock" --topic testing-patterns --lesson "Inject the clock"',
  ],

  questions: [
    {
      name: 'name',
      kind: 'text',
      asks: 'What is it about, in a few words?',
      refuse: (answer) =>
        kebab(answer) === ''
          ? 'Give it a title of letters or digits.'
          : answer.includes('\n') && 'A title is one line.',
    },
    {
      name: 'category',
      kind: 'one',
      asks: 'What kind of lesson is it?',
      of: () => categories.map(({ value, title }) => ({ value, title })),
      default: 'implementation-failures',
    },
    {
      name: 'component',
      kind: 'text',
      asks: 'Which component?',
      default: ({ facts }) => facts().name,
    },
    {
      name: 'severity',
      kind: 'one',
      asks: 'How much does it matter?',
      of: () => Object.keys(severities).map((value) => ({ value, title: value })),
      default: 'medium',
    },
    { name: 'problem', kind: 'text', default: '', asks: 'What happened?' },
    { name: 'cause', kind: 'text', default: '', asks: 'Why?' },
    { name: 'solution', kind: 'text', default: '', asks: 'What was done about it?' },
    {
      name: 'lesson',
      kind: 'text',
      asks: 'What should the next person know?',
      refuse: (answer) => answer.trim() === '' && 'A memory without a lesson helps nobody.',
    },
    {
      name: 'topic',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'Add it to this topic, such as testing-patterns',
      refuse: (answer) =>
        answer !== '' &&
        kebab(answer) !== answer &&
        'A topic is lower-case words joined by hyphens.',
    },
    { name: 'tags', kind: 'texts', quiet: true, default: [], asks: 'Tags' },
    { name: 'symptoms', kind: 'texts', quiet: true, default: [], asks: 'What one could see' },
    { name: 'impact', kind: 'text', quiet: true, default: '', asks: 'What it cost' },
    {
      name: 'investigation',
      kind: 'texts',
      quiet: true,
      default: [],
      asks: 'How that was found out',
    },
    {
      name: 'verification',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'How one knows that it helped',
    },
    { name: 'who', kind: 'text', quiet: true, default: '', asks: 'Who learned it' },
    { name: 'when', kind: 'text', quiet: true, default: '', asks: 'When it applies' },
    { name: 'when-not', kind: 'text', quiet: true, default: '', asks: 'When it does not' },
    { name: 'related', kind: 'texts', quiet: true, default: [], asks: 'Paths of related memories' },
    { name: 'references', kind: 'texts', quiet: true, default: [], asks: 'Links' },
    { ...targetQuestion, quiet: true },
  ],

  plan(answers, workspace) {
    const targets = chosenTargets(answers, workspace);
    const topic = text(answers['topic']);
    const file =
      topic === ''
        ? lessonFile(answers, targets, workspace)
        : entryFile(topic, answers, targets, workspace);
    return { generator: 'memory', files: [file] };
  },
});
