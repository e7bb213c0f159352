import { defineCheck } from '../check.ts';
import { globFault, globMatcher, globsIn } from '../globs.ts';
import { placeInHead } from '../head-place.ts';
import { isProjectCode } from '../project-code.ts';
import { oncePerTree } from '../once-per-tree.ts';

export default defineCheck({
  name: 'globs-match-files',
  level: 'warning',
  why: 'A path that is denied and matches no file protects nothing, and the folder that was meant stands open. Instructions for files that are not there are never read.',
  reads: ({ kind }) => kind === 'agent' || kind === 'instruction' || kind === 'persona',

  good: {
    path: '.augment/chatmodes/a.chatmode.md',
    text: '---\ndescription: a\nsecurity:\n  restricted_paths: ["**/chatmodes/**", "**/node_modules/**"]\n---\n\nI build.\n',
  },
  bad: {
    path: '.augment/chatmodes/a.chatmode.md',
    text: '---\ndescription: a\nsecurity:\n  restricted_paths: ["**/a.chatmode.md", ".augment/**", ".augment/chatmodes/*"]\n---\n\nI build.\n',
  },

  *remarks(file, context) {
    const { head } = file.document;
    const [keys, globs] =
      file.place.kind === 'agent'
        ? ([
            ['security', 'restricted_paths'],
            globsIn(below(head['security'], 'restricted_paths')),
          ] as const)
        : file.place.kind === 'persona'
          ? ([['paths', 'deny'], globsIn(below(head['paths'], 'deny'))] as const)
          : ([['applyTo'], globsIn(head['applyTo'])] as const);
    if (globs.length === 0) return;

    if (file.place.kind !== 'instruction') {
      for (const [index, glob] of globs.entries()) {
        const wider = globs.find((each, at) => at !== index && covers(each, glob));
        if (wider === undefined) continue;
        yield {
          level: 'info',
          ...placeInHead(file, keys, glob),
          says: `\`${glob}\` is shadowed: \`${wider}\` takes in all that it matches.`,
          mend: 'Take it out.',
        };
      }
    }
    const paths = projectPaths(context);
    // Of a repository with a handful of files nobody can say what is missing from it, only what is there.
    const isSmall = paths.length < 5;
    for (const glob of globs) {
      if (globFault(glob) !== undefined || isOfTools(glob) || globs.length > 20) continue;
      if (paths.some(globMatcher([glob])) || context.tree.paths().some(globMatcher([glob])))
        continue;
      const isDenied = file.place.kind !== 'instruction';
      const root = glob.split('/')[0]!;
      // `**/frontend/**` in a repository without a frontend is a precaution, and `packages/…` without
      // `packages` a mistake; so is a folder of the name that stands open elsewhere.
      const meant = isDenied ? alike(glob, paths) : undefined;
      const isRooted =
        !isSmall && /^[\w-]+$/.test(root) && glob.includes('/') && !context.tree.has(root);
      if (meant === undefined && !isRooted) continue;
      yield {
        ...placeInHead(file, keys, glob),
        says: `\`${glob}\` matches no file of this repository, so it ${isDenied ? 'protects nothing' : 'is for nothing'}${meant === undefined ? `: there is no \`${root}/\`` : `; \`${meant}/\` is there, and stands open`}.`,
        mend:
          meant === undefined
            ? 'Correct it, or take it out.'
            : `Write \`${meant}/**\` if that is what it should deny.`,
      };
    }
  },
});

/** The files that are no agent files. Where there are none, nothing can be told of a project. */
const projectPaths = oncePerTree('code', ({ tree, targets }): readonly string[] =>
  tree.paths().filter((path) => isProjectCode(path, targets)),
);

/** What no tree of ours shows, or no repository holds: fetched, built or kept out of git. */
const isOfTools = (glob: string) =>
  /node_modules|\.venv|venv|__pycache__|\.?cache|\bdist\b|\bbuild\b|\.env|secrets?|\.pem|\.key|coverage|\.git\b|vendor|target|credentials/i.test(
    glob,
  );

/** A folder of the name that the glob ends in, somewhere else in the tree. */
function alike(glob: string, paths: readonly string[]): string | undefined {
  const name = glob
    .split('/')
    .filter((part) => part !== '' && !/[*?{[]/.test(part))
    .at(-1);
  if (name === undefined || name.includes('.')) return undefined;
  const found = paths.find((path) => path.split('/').slice(0, -1).includes(name));
  return found?.slice(0, `/${found}`.indexOf(`/${name}/`) + name.length);
}

/** Whether one glob surely takes in all of another: it ends in `/**`, and the other stands below. */
const covers = (wide: string, narrow: string) =>
  wide !== narrow &&
  wide.endsWith('/**') &&
  !narrow.startsWith('!') &&
  (narrow.startsWith(wide.slice(0, -2)) || globMatcher([wide])(narrow.replaceAll('*', 'x')));

const below = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
