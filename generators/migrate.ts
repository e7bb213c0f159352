import { defineGenerator, type Workspace } from '../src/generator.ts';
import { globFault, globMatcher } from '../src/globs.ts';
import { migrate } from '../src/migration/migrate.ts';
import { importMissing } from '../src/problems.ts';
import { text, texts } from '../src/questions.ts';

export default defineGenerator({
  name: 'migrate',
  describes: 'Old agent files in the forms of today: agents, skills, current names of tools',
  examples: ['create-persona migrate', 'create-persona migrate .github/chatmodes --yes'],
  keepsNoManifest: true,
  showsFirst: true,

  questions: [
    {
      name: 'paths',
      kind: 'texts',
      quiet: true,
      isWord: true,
      default: [],
      asks: 'Which files or folders; none is all of .github and .claude',
    },
    {
      name: 'skills',
      kind: 'text',
      quiet: true,
      default: ({ project }) =>
        project.has('.agents/skills') && !project.has('.github/skills')
          ? '.agents/skills'
          : '.github/skills',
      asks: 'The folder that prompts go to, as skills',
      refuse: (answer) =>
        !/^\.(github|agents|claude)\/skills$/.test(answer) &&
        'Take one of `.github/skills`, `.agents/skills` and `.claude/skills`: others are not read.',
    },
  ],

  plan(answers, workspace) {
    const wanted = texts(answers['paths'])
      .map((path) => path.replace(/^\.\//, '').replace(/\/+$/, ''))
      .flatMap((path) => (workspace.project.has(path) ? [path] : globbed(path, workspace)));
    const plan = migrate(wanted, text(answers['skills']), workspace);
    return {
      generator: 'migrate',
      ...plan,
      next: ['See what is left to mend: `create-persona check`.'],
    };
  },
});

/** Not every shell fills in a glob. @throws ImportMissing - it takes in no file */
function globbed(glob: string, { project }: Workspace): readonly string[] {
  const isGlob = /[*?[{]/.test(glob) && globFault(glob) === undefined;
  const found = isGlob ? project.paths().filter(globMatcher([glob])) : [];
  if (found.length === 0) throw importMissing(glob);
  return found;
}
