import { defineGenerator, type Workspace } from '../src/generator.ts';
import { importers } from '../src/importers/index.ts';
import { takeIn } from '../src/intake/take-in.ts';
import { choiceUnknown, importMissing, importOne } from '../src/problems.ts';
import { text, texts } from '../src/questions.ts';
import { reserved } from '../src/reserved.ts';
import { loadTokenizer } from '../src/cost/tokens.ts';

export default defineGenerator({
  name: 'import',
  describes: 'Personas, conventions and instructions from files that are there already',
  examples: [
    'create-persona import .github/chatmodes',
    'create-persona import .claude/agents/reviewer.md AGENTS.md --diff',
  ],

  questions: [
    { name: 'files', kind: 'texts', asks: 'Which files or folders should be taken in?' },
    {
      name: 'as',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'What kind of file it is, where its name does not say so',
    },
    {
      name: 'id',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'What the persona is to be called, where only one is taken in',
      refuse: (answer) =>
        answer !== '' &&
        (reserved.includes(answer) || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(answer)) &&
        'An id is lower-case words joined by hyphens, and no name of a command or a generator.',
    },
  ],

  prepare: loadTokenizer,

  plan(answers, workspace) {
    const as = text(answers['as']);
    const importer = importers.find(({ name }) => name === as);
    if (as !== '' && importer === undefined)
      throw choiceUnknown(
        'as',
        as,
        importers.map(({ name }) => name),
      );
    const words = texts(answers['files']);
    const given = words.flatMap((word) => filesAt(word, workspace));
    const id = text(answers['id']);
    if (id !== '' && given.length > 1) throw importOne(given.map(({ path }) => path));

    const taken = takeIn(
      [...new Map(given.map((file) => [file.path, file])).values()],
      importers,
      { ...(importer && { as: importer }), ...(id !== '' && { id }) },
      workspace,
    );
    return {
      generator: 'import',
      // A persona that came from elsewhere than a file of others is not given up for one that did.
      replaces: 'own',
      files: taken.files,
      changes: taken.changes,
      // A path out of the project is true on one machine only.
      answers: { ...answers, files: words.map((word) => asKept(word, workspace)) },
      next: [
        ...taken.personas.map((each) => `Write it for your tools: \`create-persona ${each}\`.`),
        ...taken.instructions.map(
          (each) => `Write it for your tools: \`create-persona instruction ${each}\`.`,
        ),
      ].slice(0, 5),
    };
  },
});

const asKept = (word: string, { project }: Workspace) =>
  !/^(\.\.([\\/]|$)|[\\/]|[A-Za-z]:)/.test(word) && project.has(word)
    ? word
    : word.replace(/^.*[\\/](?=.)/, '');

function filesAt(word: string, { given }: Workspace) {
  const found = given(word);
  if (found.length === 0) throw importMissing(word);
  const isFolder = found.length > 1 || !sameFile(found[0]!.path, word);
  return found.map((file) => ({ ...file, isOneOfMany: isFolder }));
}

/** A folder with one file in it brings that file along; a file is itself. */
const sameFile = (path: string, word: string) =>
  path.slice(path.lastIndexOf('/') + 1) ===
  word.slice(word.replaceAll('\\', '/').lastIndexOf('/') + 1);
