/**
 * Every sentence we say when we stop, in one place.
 *
 * A problem is a mistake that the person can mend; anything else that is thrown is a fault of ours.
 * `name` is searched for and quoted in issues: once released it never changes.
 */
import { nearest } from './nearest.ts';

export class Problem extends Error {
  override readonly name: string;
  readonly mend: string;

  constructor(name: string, says: string, mend: string) {
    super(says);
    this.name = name;
    this.mend = mend;
  }
}

const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

/** "There is no X", with the nearest name first: what one does about every misspelt name. */
const notFound = (name: string, what: string, given: string, known: readonly string[], or = '') => {
  const meant = nearest(given, known);
  const question = meant === undefined ? '' : `Did you mean \`${meant}\`? `;
  return new Problem(
    name,
    `There is no ${what} \`${given}\`.`,
    `${question}Choose one of ${list(known)}${or}.`,
  );
};

export const personaNotFound = (id: string, known: readonly string[]) =>
  notFound(
    'PersonaNotFound',
    'persona',
    id,
    known,
    `, or write your own in \`.persona/personas/${id}.md\``,
  );

export const conventionNotFound = (id: string, known: readonly string[]) =>
  notFound('ConventionNotFound', 'convention', id, known);

export const targetNotFound = (id: string, known: readonly string[]) =>
  notFound('TargetNotFound', 'target', id, known);

export const topicNotFound = (name: string, known: readonly string[]) =>
  notFound('TopicNotFound', 'check, convention, capability, gate or target', name, known);

export const shellNotFound = (name: string, known: readonly string[]) =>
  notFound('ShellNotFound', 'script for the shell', name, known);

export const flagUnknown = (flag: string, command: string, known: readonly string[]) =>
  notFound('FlagUnknown', `flag for \`${command}\` called`, flag, known);

export const flagWrong = (says: string, mend: string) => new Problem('FlagWrong', says, mend);

export const answerMissing = (generator: string, question: string, asks: string) =>
  new Problem(
    'AnswerMissing',
    `\`${generator}\` needs an answer to "${asks}", and nobody is there to be asked. Nothing was written.`,
    `Give it as \`--${question} …\`.`,
  );

export const answerRefused = (question: string, answer: string, because: string) =>
  new Problem(
    'AnswerRefused',
    `"${answer}" cannot be the ${question}. Nothing was written.`,
    because,
  );

export const nameRefused = (what: string, given: string, rule: string, instead = '') =>
  new Problem(
    'NameRefused',
    `"${given}" cannot be the ${what}: ${rule}. Nothing was written.`,
    instead === '' ? 'Choose another name.' : `Take another name, such as \`${instead}\`.`,
  );

export const pathRefused = (given: string, because: string, instead = '') =>
  new Problem(
    'PathRefused',
    `"${given}" cannot be the path: ${because}. Nothing was written.`,
    `Write ${instead === '' ? 'a path of words and parameters: `/players/{player_id}/actions`' : `\`${instead}\``}.`,
  );

export const fieldRefused = (given: string, because: string, mend: string) =>
  new Problem(
    'FieldRefused',
    `"${given}" cannot be a field: ${because}. Nothing was written.`,
    mend,
  );

export const choiceUnknown = (question: string, given: string, known: readonly string[]) =>
  notFound('ChoiceUnknown', question, given, known);

export const tooManyWords = (generator: string, extra: readonly string[]) =>
  new Problem(
    'TooManyWords',
    `\`${generator}\` has no use for ${list(extra)}. Nothing was written.`,
    `Put an answer of several words in quotes, or see \`create-persona ${generator} --help\`.`,
  );

/** `where` is `path:line`. */
export const personaWrong = (where: string, says: string, mend: string) =>
  new Problem('PersonaWrong', `${where} ${says}`, mend);

export const conventionWrong = (where: string, says: string, mend: string) =>
  new Problem('ConventionWrong', `${where} ${says}`, mend);

export const nothingGranted = (persona: string, target: string) =>
  new Problem(
    'NothingGranted',
    `Nothing that \`${persona}\` can do has a name in ${target}: its list of tools would be empty. Nothing was written.`,
    'Give the persona a capability that this target knows, or leave the target out with `--targets`.',
  );

export const noPlace = (
  kind: string,
  reasons: readonly { readonly target: string; readonly because: string }[],
) =>
  new Problem(
    'NoPlace',
    `No chosen target has a place for ${kind === 'instruction' ? 'an' : 'a'} ${kind}. Nothing was written.\n${reasons.map(({ target, because }) => `  ${target}: ${because}.`).join('\n')}`,
    'Choose another with `--targets`; `create-persona explain <target>` tells what each has a place for.',
  );

/** `where` is `path:line`. */
export const instructionWrong = (where: string, says: string) =>
  new Problem('InstructionWrong', `${where} ${says}`, 'Mend its front matter.');

export const toolWidens = (path: string, target: string, tool: string) =>
  new Problem(
    'ToolWidens',
    `${path} lists \`${tool}\` under \`tools.${target}\`, and nothing that the persona can do brings it. Nothing was written.`,
    'Take it out of the list, or give the persona the capability (`can`) or the server (`servers`) that it belongs to.',
  );

export const importUnknown = (path: string, known: readonly string[]) =>
  new Problem(
    'ImportUnknown',
    `${path} is in no form that can be taken in. Nothing was written.`,
    `Say what it is with \`--as\`: ${list(known)}.`,
  );

export const importPrompt = (path: string) =>
  new Problem(
    'ImportPrompt',
    `${path} is a prompt, and no persona or instruction comes of one. Nothing was written.`,
    'Make a skill of it: `create-persona migrate --dry-run` shows how.',
  );

export const importMissing = (path: string) =>
  new Problem(
    'ImportMissing',
    `There is no file to take in at ${path}. Nothing was written.`,
    'Name a file, or a folder with files in it.',
  );

export const importOne = (paths: readonly string[]) =>
  new Problem(
    'ImportOne',
    `\`--id\` names one persona, and there are ${paths.length} files. Nothing was written.`,
    'Take them in one by one, or leave `--id` out.',
  );

export const importUnreadable = (where: string, because: string, mend: string) =>
  new Problem(
    'ImportUnreadable',
    `${where} cannot be taken in: ${because}. Nothing was written.`,
    mend,
  );

export const importCollides = (id: string, paths: readonly string[]) =>
  new Problem(
    'ImportCollides',
    `${paths.join(' and ')} would both become \`${id}\`. Nothing was written.`,
    'Take them in one by one, and give one of them another name with `--id`.',
  );

/** @param generator - what was asked for: of an import the new name can be another one */
export const filesInTheWay = (paths: readonly string[], generator: string) =>
  new Problem(
    'FileInTheWay',
    `${paths.join('\n')}\n${paths.length === 1 ? 'is already there, and its text is' : 'are already there, and their text is'} not ours. Nothing was written.`,
    generator === 'import'
      ? 'See with `--diff` how what is taken in differs. Keep both with `--id <another name>`, or replace what is there with `--force`.'
      : 'See what would change with `--diff`. Move what you want to keep, or run again with `--force` to replace it.',
  );

export const pathOutside = (path: string) =>
  new Problem(
    'PathOutside',
    `${path} leads out of the project. Nothing was written.`,
    'Use a path without `..`, a leading slash, or a link to elsewhere.',
  );

export const placeTaken = (path: string, by: string) =>
  new Problem(
    'PlaceTaken',
    `${path} cannot be written: ${by}. Nothing was written.`,
    'Move it out of the way, or choose another name.',
  );

export const diskRefused = (path: string, because: string) =>
  new Problem(
    'DiskRefused',
    `${path} cannot be written: ${because}. The project is as it was.`,
    'Make room, or give yourself the right to write there, and run again.',
  );

/** `pid` is 0 where it is not known. */
export const otherRun = (desk: string, pid: number) =>
  new Problem(
    'OtherRun',
    `Another run${pid === 0 ? '' : ` (process ${pid})`} is writing here. Nothing was written.`,
    `Wait until it is done, and run again. If there is no such run, remove \`${desk}\`.`,
  );

export const deskBroken = (desk: string) =>
  new Problem(
    'DeskBroken',
    `An earlier run was cut off here, and what it left in \`${desk}\` cannot be read. Nothing was written.`,
    `What it replaced is in \`${desk}/old\`. Put back what you miss, then remove the folder.`,
  );

export const interrupted = () =>
  new Problem('Interrupted', 'Interrupted. Nothing was written.', 'Run it again when you like.');

export const folderMissing = (path: string) =>
  new Problem(
    'FolderMissing',
    `There is no folder ${path}.`,
    'Name one that is there, with `--dir`.',
  );

export const pathMissing = (path: string) =>
  new Problem(
    'PathMissing',
    `There is nothing at ${path}.`,
    'Name a file or a folder of the project.',
  );

/** @param or - what else one can do: `, or …` */
export const notReadable = (path: string, or = '') =>
  new Problem(
    'NotReadable',
    `${path} cannot be read: you have no right to.`,
    `Give yourself the right to read it${or}.`,
  );

export const pathDenied = (path: string, persona: string, glob: string) =>
  new Problem(
    'PathDenied',
    `${path} is denied to \`${persona}\` by the rule \`${glob}\`. Nothing was written.`,
    'Choose another name or package, or change `paths.deny` of the persona.',
  );

export const projectUnfit = (says: string, mend: string) =>
  new Problem('ProjectUnfit', `${says} Nothing was written.`, mend);

export const routeTaken = (route: string, path: string) =>
  new Problem(
    'RouteTaken',
    `${route} is answered by ${path} already. Nothing was written.`,
    'Choose another `--path`, or fewer `--methods`.',
  );

export const notRegistered = (path: string, because: string, lines: readonly string[]) =>
  new Problem(
    'NotRegistered',
    `The router cannot be registered in ${path}: ${because}. Nothing was written.`,
    `Mend that and run again, or add these lines by hand:\n\n${lines.map((line) => `    ${line}`).join('\n')}\n\nand then run again.`,
  );

export const moduleUnfit = (module: string, because: string, mend: string) =>
  new Problem(
    'ModuleUnfit',
    `No test can be made of \`${module}\`: ${because}. Nothing was written.`,
    mend,
  );

export const functionNotFound = (
  name: string,
  path: string,
  known: readonly string[],
  isPrivate: boolean,
) =>
  isPrivate
    ? new Problem(
        'FunctionNotFound',
        `\`${name}\` of ${path} is private. Nothing was written.`,
        'Test it through what is public: a test of it would hold its insides fast.',
      )
    : notFound('FunctionNotFound', `function in ${path} called`, name, known);

export const notMerged = (path: string, because: string, mend: string) =>
  new Problem(
    'NotMerged',
    `Our part cannot be put into ${path}: ${because}. Nothing was written.`,
    `${mend} Then run again.`,
  );

export const templateBroken = (template: string, because: string) =>
  new Problem(
    'TemplateBroken',
    `${template} could not be filled in: ${because}. Nothing was written.`,
    'Mend the template; every name that it uses must be in its view.',
  );

export const settingsBroken = (path: string, because: string) =>
  new Problem(
    'SettingsBroken',
    `${path} cannot be added to: ${because}. Nothing was written.`,
    'Mend it by hand, and run again.',
  );

export const manifestBroken = (path: string, because: string) =>
  new Problem(
    'ManifestBroken',
    `${path} cannot be read: ${because}. Nothing was written.`,
    'Take it back from version control, or remove it: then files that we wrote count as yours.',
  );

export const wordUnknown = (word: string, meant: string, known: readonly string[]) =>
  new Problem(
    'CommandNotFound',
    `There is no command, generator or persona \`${word}\`.`,
    `Did you mean \`${meant}\`? There are ${list(known)}. For a new persona of that name, say what it starts from: \`create-persona ${word} --from blank\`.`,
  );

export const startOutside = (path: string, root: string) =>
  new Problem(
    'PathOutside',
    `${path} is not in the project ${root}.`,
    'Name a file or a folder of the project, or another project with `--dir`.',
  );

/** `where` is `path:line`. */
export const configWrong = (where: string, says: string, mend: string) =>
  new Problem('ConfigWrong', `${where} ${says}`, mend);

export const gitFailed = (because: string) =>
  new Problem(
    'GitFailed',
    `\`--changed\` asks git what has changed, and git cannot tell: ${because}.`,
    'Run it in a repository, with a revision that is there, or leave `--changed` out.',
  );

export const baselineWrong = (path: string, because: string) =>
  new Problem(
    'BaselineWrong',
    `The baseline ${path} cannot be read: ${because}.`,
    'Write it with `create-persona check --update-baseline`, or take it back from version control.',
  );

export const notPython = () =>
  new Problem(
    'NotPython',
    'There is no project of Python here: no pyproject.toml, no setup.py, no file that ends in .py. Nothing was measured.',
    'Go to the folder of one, or name it with `--dir`. `create-persona app` makes a new one.',
  );

export const componentNotFound = (given: string, known: readonly string[]) =>
  notFound('ComponentNotFound', 'component', given, known);

export const componentUnclear = (given: string, found: readonly string[]) =>
  new Problem(
    'ComponentUnclear',
    `Several are called \`${given}\`: ${list(found)}.`,
    `Write the path: \`--component ${found[0]}\`.`,
  );

/** `where` is `path`, or `path:line`. */
export const sourceWrong = (where: string, says: string, mend: string) =>
  new Problem('SourceWrong', `${where} ${says} Nothing was written.`, mend);

export const operationNotFound = (path: string, given: string, known: readonly string[]) => {
  const meant = nearest(given, known);
  const question = meant === undefined ? '' : `Did you mean \`${meant}\`? `;
  const more = known.length > 12 ? ` and ${known.length - 12} more` : '';
  return new Problem(
    'OperationNotFound',
    `${given === '' ? `${path} has several resources` : `${path} has no operation \`${given}\``}. Nothing was written.`,
    `${question}Choose with \`--operation\` one of ${list(known.slice(0, 12))}${more}.`,
  );
};
