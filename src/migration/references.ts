import { dirname, join, normalize, relative } from 'node:path/posix';
import { reading } from '../reading.ts';
import type { Change, PlannedFile } from '../stages.ts';
import type { Tree } from '../tree.ts';

/** What was moved: old path to new path. */
export type Moved = ReadonlyMap<string, string>;

/** Files in which a path is a path. In code it may be anything. */
const isText = /\.(md|mdc|mdx|txt|json|jsonc|ya?ml|toml|code-workspace)$/;

/**
 * The files of a project that name what was moved, with the new names. A name in a longer address,
 * in a file of another kind, or of the folder alone is told and left: only a person knows what is meant.
 */
export function mendReferences(
  project: Tree,
  moved: Moved,
  skip: ReadonlySet<string>,
): { readonly files: readonly PlannedFile[]; readonly changes: readonly Change[] } {
  const files: PlannedFile[] = [];
  const changes: Change[] = [];
  const folders = new Set([...moved.keys()].map((path) => dirname(path)));
  const names = [...moved.keys()].map((path) => path.slice(path.lastIndexOf('/') + 1));
  for (const path of project.paths()) {
    if (skip.has(path) || path.startsWith('.persona/manifest')) continue;
    const text = project.read(path) ?? '';
    const mayBe =
      names.some((name) => text.includes(name)) || [...folders].some((each) => text.includes(each));
    if (!mayBe || text.includes('\0') || text.includes('\ufffd')) continue;
    const mended = isText.test(path) ? relinked(text, path, path, moved, project) : text;
    if (mended !== text) files.push({ path, text: mended, keeps: text, quotes: 'whole' });
    for (const [index, line] of mended.split('\n').entries()) {
      const left =
        [...moved.keys()].find((old) => line.includes(old)) ??
        [...folders].find((folder) => line.includes(folder));
      if (left !== undefined)
        changes.push({
          how: 'lost',
          path,
          line: index + 1,
          what: `\`${left}\``,
          because: `it names what is elsewhere now${moved.has(left) ? `: ${moved.get(left)}` : ''}. It is left as it is`,
        });
    }
  }
  return { files, changes };
}

/**
 * A text with its paths and its links as they are once all is moved, it included.
 *
 * @param was - where the text stood
 * @param is - where it will stand
 */
export function relinked(
  text: string,
  was: string,
  is: string,
  moved: Moved,
  project: Tree,
): string {
  let put = text;
  if (/\.(md|mdc|mdx|txt)$/.test(was)) {
    const { markdown } = reading(text);
    const lines = text.split('\n');
    for (const { to, line } of [...markdown.links].reverse()) {
      const next = linkFrom(to, was, is, moved, project);
      if (next !== undefined)
        lines[line - 1] = lines[line - 1]!.replaceAll(`](${to}`, `](${next}`)
          .replaceAll(`](<${to}`, `](<${next}`)
          .replace(`]: ${to}`, `]: ${next}`);
    }
    put = lines.join('\n');
  }
  for (const [old, now] of moved) {
    if (!put.includes(old)) continue;
    const whole = new RegExp(
      `(^|[\\s"'\`(<=:,|[]|(?<=[\\s"'\`(<=:,|[])\\./)${escaped(old)}(?![\\w-])`,
      'gm',
    );
    put = put.replace(whole, (_, before: string) => `${before}${now}`);
  }
  return put;
}

/** A link within the project, as it must read from the new place; nothing where it may stay. */
function linkFrom(
  to: string,
  was: string,
  is: string,
  moved: Moved,
  project: Tree,
): string | undefined {
  const [path = '', ...rest] = to.split(/(?=[#?])/);
  if (path === '' || /^[a-z][\w+.-]*:|^[/#]/i.test(path)) return undefined;
  const meant = normalize(join(dirname(was), path));
  if (meant.startsWith('..') || !(project.has(meant) || moved.has(meant))) return undefined;
  const next = relative(dirname(is), moved.get(meant) ?? meant);
  if (normalize(join(dirname(is), path)) === (moved.get(meant) ?? meant)) return undefined;
  return `${path.startsWith('./') && !next.startsWith('.') ? './' : ''}${next}${rest.join('')}`;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
