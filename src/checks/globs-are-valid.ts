import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { globFault, globsIn } from '../globs.ts';
import { placeInHead } from '../head-place.ts';

export default defineCheck({
  name: 'globs-are-valid',
  level: 'error',
  why: 'A glob that is none matches no file: the instructions are never read, and the paths that it should protect are open.',
  reads: () => true,

  good: {
    path: '.github/instructions/py.instructions.md',
    text: '---\ndescription: Python\napplyTo: "src/**/*.{py,pyi}, tests/**"\n---\n\nWrite types.\n',
  },
  bad: {
    path: '.github/instructions/py.instructions.md',
    text: '---\ndescription: Python\napplyTo: "/src/**/*.py, tests/{a,b"\n---\n\nWrite types.\n',
  },

  *remarks(file) {
    const { document, place } = file;
    const { head } = document;
    if (place.kind === 'instruction') {
      yield* applyTo(file);
      if (place.target?.id === 'claude') yield* faults(file, ['paths'], globsIn(head['paths']));
    }
    if (place.kind === 'agent')
      yield* faults(
        file,
        ['security', 'restricted_paths'],
        globsIn(below(head['security'], 'restricted_paths')),
      );
    if (place.kind === 'persona')
      yield* faults(file, ['paths', 'deny'], globsIn(below(head['paths'], 'deny')));
  },
});

/** One line of globs with commas. https://code.visualstudio.com/docs/copilot/customization/custom-instructions */
function* applyTo(file: TextFile): Iterable<Remark> {
  const value = file.document.head['applyTo'];
  const at = placeInHead(file, ['applyTo']);
  if (typeof value === 'string' && value.trim() === '') {
    yield {
      // Some write it so to say that the file is attached by hand.
      level: 'warning',
      ...at,
      says: '`applyTo` is empty, so the instructions apply to no file.',
      mend: 'Write the globs of the files that they are for, or take the key out.',
    };
    return;
  }
  if (Array.isArray(value)) {
    if (value.some((each) => typeof each !== 'string')) {
      yield {
        ...at,
        says: '`applyTo` is a list of more than texts, which no tool reads: the instructions apply to no file.',
        mend: 'Write one line of globs with commas between them.',
      };
      return;
    }
    if (file.place.target?.id === 'copilot') {
      yield {
        ...at,
        level: 'warning',
        says: '`applyTo` is a list. Some readers take it, and VS Code asks for one line.',
        mend: `Write \`applyTo: "${value.join(',')}"\`.`,
      };
    }
  }
  yield* faults(file, ['applyTo'], globsIn(value));
}

function* faults(
  file: TextFile,
  keys: readonly string[],
  globs: readonly string[],
): Iterable<Remark> {
  for (const glob of globs) {
    const fault = globFault(glob);
    if (fault !== undefined)
      yield {
        // Where a leading slash is the root of the project, in `.gitignore`, it would be right.
        ...(/^\/[^/]/.test(glob) && { level: 'warning' }),
        ...placeInHead(file, keys, glob),
        says: `\`${glob}\` matches nothing: ${fault}.`,
        mend: 'Write it from the root of the project, such as `src/**/*.py`.',
      };
  }
}

const below = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
