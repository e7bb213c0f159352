import { createTwoFilesPatch } from 'diff';
import type { Plan } from '../stages.ts';
import type { Tree } from '../tree.ts';

/** What a plan would change, as one unified diff. Files that would stay as they are do not appear. */
export function diffOf({ files, removes = [] }: Plan, project: Tree): string {
  const after: readonly { path: string; text?: string }[] = [
    ...files,
    ...removes.map(({ path }) => ({ path })),
  ];
  return after
    .map(({ path, text }) => ({
      path,
      text: text?.replaceAll('\r\n', '\n'),
      now: project.read(path)?.replaceAll('\r\n', '\n'),
    }))
    .filter(({ text, now }) => now !== text)
    .map(({ path, text, now }) =>
      createTwoFilesPatch(
        now === undefined ? '/dev/null' : `a/${path}`,
        text === undefined ? '/dev/null' : `b/${path}`,
        now ?? '',
        text ?? '',
        undefined,
        undefined,
        { context: 3 },
      )
        .replace(/^=+\n/, '')
        .replaceAll(/^(---|\+\+\+) (.*?)\t?$/gm, '$1 $2'),
    )
    .join('');
}
