import { type Arguments, sortWords } from './arguments.ts';
import { patchedFiles } from './edits.ts';
import { deep, type Effect, hide, type Meaning, type Told, write } from './effect.ts';
import { each } from './writers.ts';

const names = (text: string) => new Set(text.split(' '));

/**
 * Subcommands that leave the files of the work tree alone, or bring them to a state that the team has
 * committed: https://git-scm.com/docs. What an alias stands for nobody can say, so a name that is
 * not here hides what it does.
 */
const looks = names(
  'status log diff show blame annotate grep ls-files ls-tree ls-remote rev-parse describe remote fetch push tag shortlog reflog cat-file for-each-ref name-rev rev-list merge-base check-ignore check-attr var help version whatchanged count-objects fsck diff-tree diff-index diff-files show-ref show-branch cherry range-diff add stage commit branch switch merge pull rebase notes gc prune maintenance symbolic-ref verify-commit verify-tag',
);
const hides = names(
  'cherry-pick revert am read-tree bisect filter-branch filter-repo sparse-checkout checkout-index fast-import update-index replace',
);

/** @param read - the text of a file of the project, counted from the folder that git runs in */
export function git(told: Told, read: (path: string) => string | undefined): readonly Effect[] {
  const before = told.words.findIndex((word) => word === undefined || !/^-/.test(word[0] ?? ''));
  const { words, folder, oddity } = ofAll(told.words);
  if (oddity !== undefined) return [hide(oddity)];
  const [name, ...rest] = words;
  if (name === undefined) return before < 0 ? [] : [hide('the subcommand of `git` is computed')];
  const effects = name.flatMap((each) => subcommand(each, rest, told, read));
  return folder === undefined ? effects : effects.map((effect) => inFolder(effect, folder));
}

/** The flags of git itself, before the subcommand. */
function ofAll(words: readonly Meaning[]) {
  let nth = 0;
  let folder: string | undefined;
  for (; nth < words.length; nth++) {
    const text = words[nth]?.[0];
    if (text === undefined || !text.startsWith('-')) break;
    if (text === '-C') {
      const given = words[++nth];
      if (given?.length !== 1)
        return { words: [], folder, oddity: '`git -C` is given a folder that is computed' };
      folder = given[0];
    } else if (text === '-c') {
      if (
        !/^(user|color|core\.quote[Pp]ath|advice|init|log|diff\.(?!external|.*\.(command|textconv|cachetextconv))|commit)\b/.test(
          words[++nth]?.[0] ?? '',
        )
      )
        return { words: [], folder, oddity: '`git -c` can make git run any command' };
    } else if (/^--(git-dir|work-tree|exec-path=|config-env|namespace)/.test(text))
      return { words: [], folder, oddity: `\`git ${text}\` makes git work somewhere else` };
  }
  return { words: words.slice(nth), folder, oddity: undefined };
}

const inFolder = (effect: Effect, folder: string): Effect =>
  effect.does === 'write' && !effect.path.startsWith('/')
    ? { ...effect, path: `${folder}/${effect.path}` }
    : effect;

function subcommand(
  name: string,
  words: readonly Meaning[],
  told: Told,
  read: (path: string) => string | undefined,
): readonly Effect[] {
  const by = `git ${name}`;
  const { flags, operands, values } = sortWords(
    words,
    '-b -B -m -C --source -s -o --output --output-directory --directory -p --pathspec-from-file -e',
  );
  const output = ['--output', '--output-directory', '-o'].flatMap((flag) =>
    name === 'grep' || name === 'ls-files' || name === 'push'
      ? []
      : each(values.get(flag) ?? [], by, (path) => deep(path, by)),
  );
  const starts = words.some((word) =>
    /^(-x|--exec|--upload-pack|--receive-pack|-O|--open-files-in-pager)/.test(word?.[0] ?? ''),
  );
  if (looks.has(name) && starts) return [hide(`\`${by}\` is told to start another program`)];
  if (looks.has(name)) return output;
  if (hides.has(name)) return [hide(`\`${by}\` brings changes that are not in the call`)];
  switch (name) {
    case 'checkout':
    case 'restore':
      if (flags.has('-p') || flags.has('--patch'))
        return [hide(`\`${by} --patch\` changes what its input says`)];
      return restores(by, flags, operands);
    case 'reset':
      return ['--hard', '--merge', '--keep'].some((flag) => flags.has(flag))
        ? [hide(`\`${by} --hard\` throws away changes in any file`)]
        : [];
    case 'stash':
      return /^(list|show)$/.test(operands[0]?.[0] ?? '')
        ? []
        : [hide(`\`${by}\` changes files that are not in the call`)];
    case 'clean':
      return flags.has('-n') || flags.has('--dry-run')
        ? []
        : each(operands.length === 0 ? [['.']] : operands, by, (path) => deep(path, by));
    case 'rm':
    case 'mv':
      return each(operands, by, specified(by));
    case 'apply':
      return applied(by, { flags, operands, values }, told, read);
    case 'config':
      return /^(get|list|--get.*|--list|-l)$/.test(words[0]?.[0] ?? '') ||
        (operands.length === 1 && flags.size === 0)
        ? []
        : [write('.git/config', by)];
    case 'submodule':
      if (operands[0]?.[0] === 'foreach') return [hide(`\`${by} foreach\` starts another program`)];
      return /^(status|summary)$/.test(operands[0]?.[0] ?? '')
        ? []
        : [hide(`\`${by}\` brings files that are not in the call`)];
    case 'worktree':
      return /^(list|status|prune|summary)$/.test(operands[0]?.[0] ?? '')
        ? []
        : each(operands.slice(1), by, (path) => deep(path, by));
    case 'init':
    case 'clone':
      return each(operands.slice(name === 'clone' ? 1 : 0), by, (path) => deep(path, by));
    case 'archive':
    case 'format-patch':
      return output;
    case 'bundle':
      return operands[0]?.[0] === 'create'
        ? each(operands.slice(1, 2), by, (path) => write(path, by))
        : output;
    default:
      return [hide(`\`${by}\` is no subcommand that is known, and may be an alias for anything`)];
  }
}

/** A branch is nothing of the work tree, and a path may look like one: so every word counts as a path. */
const restores = (by: string, flags: ReadonlySet<string>, operands: readonly Meaning[]) => {
  if (flags.has('--pathspec-from-file')) return [hide(`\`${by}\` reads its paths from a file`)];
  const forced = flags.has('-f') || flags.has('--force');
  const whole =
    forced && by === 'git checkout'
      ? [hide(`\`${by} --force\` throws away changes in any file`)]
      : [];
  return [...whole, ...each(operands, by, specified(by))];
};

/** `:/x`, `:!x` and their like: https://git-scm.com/docs/gitglossary#Documentation/gitglossary.txt-pathspec */
const specified = (by: string) => (path: string) =>
  path.startsWith(':') ? hide(`\`${by} ${path}\` is a pathspec with magic in it`) : deep(path, by);

function applied(
  by: string,
  { flags, operands, values }: Arguments,
  told: Told,
  read: (path: string) => string | undefined,
) {
  if (
    ['--check', '--stat', '--numstat', '--summary'].some((flag) => flags.has(flag)) &&
    !flags.has('--apply')
  )
    return [];
  if (values.has('--directory') || flags.has('--unsafe-paths'))
    return [hide(`\`${by} --directory\` moves what the patch names`)];
  return patches(by, operands, told, read);
}

/** The files of the patches that are named, or that stand on standard input. */
export function patches(
  by: string,
  named: readonly Meaning[],
  { stdin }: Told,
  read: (path: string) => string | undefined,
): readonly Effect[] {
  const texts =
    named.length === 0
      ? [stdin]
      : named.flatMap((word) => (word === undefined ? [undefined] : word.map(read)));
  return texts.flatMap((text) =>
    text === undefined
      ? [hide(`\`${by}\` is given a patch that cannot be read here`)]
      : patchedFiles(text).map((path) => write(path, by)),
  );
}
