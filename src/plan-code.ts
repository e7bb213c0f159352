import { type CodeFile, reviewCode } from './convention-review.ts';
import type { Convention } from './convention.ts';
import type { Workspace } from './generator.ts';
import { shipped } from './shipped.ts';
import type { Finding, Plan, PlannedFile } from './stages.ts';
import type { Tree } from './tree.ts';

/**
 * What the conventions have to say of the code of a plan, before it is written.
 *
 * A file that a template of ours has become, to the letter of that template, is known to keep ours:
 * a test renders every combination and reads it (`test/conventions/rendered.test.ts`). So only what
 * a team has changed is read: its templates, its conventions. Of a file that stood there already,
 * such as `api.py`, only what is new counts.
 *
 * @param tree - the project as it will be
 */
export async function reviewPlan(
  { files }: Plan,
  conventions: readonly Convention[],
  { project, config }: Workspace,
  tree: Tree,
): Promise<readonly Finding[]> {
  const held = conventions.filter(({ check }) => typeof check === 'string');
  const own = held.filter(({ path }) => path.startsWith('.persona/'));
  const code = files.filter(
    ({ path, text }) => isCode(path) && project.read(path) !== text && !config.ignores(path),
  );
  const arePartialsOurs = project.under('.persona/templates/partials').length === 0;
  const isKnown = (file: PlannedFile) => arePartialsOurs && isAsShipped(file);
  const read = (some: readonly CodeFile[], by: readonly Convention[]) =>
    by.length === 0 ? [] : reviewCode(some, by, (path) => tree.read(path));

  const known = await read(code.filter(isKnown), own);
  const others = code.filter((file) => !isKnown(file));
  const found =
    others.length === 0 ? [] : await reviewCode(others, held, (path) => tree.read(path));
  const before = await read(
    others.flatMap(({ path, keeps }) => (keeps === undefined ? [] : [{ path, text: keeps }])),
    held,
  );
  return [...known, ...withoutThose(found, before)].filter(
    ({ path, check }) => !config.ignores(path, check),
  );
}

const isCode = (path: string) => /\.(py|toml)$/.test(path);

/** Whether the template that a file was made from is the one that ships. */
function isAsShipped({ template }: PlannedFile): boolean {
  const [name = '', hash] = template?.split('@') ?? [];
  return name.startsWith('stacks/') && shipped.stacks().get(name)?.hash === hash;
}

/** Findings that were not there before. Lines move, so a finding is known by its words. */
function withoutThose(found: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  const left = before.map(nameOf);
  return found.filter((finding) => {
    const nth = left.indexOf(nameOf(finding));
    if (nth >= 0) left.splice(nth, 1);
    return nth < 0;
  });
}

const nameOf = ({ path, check, says }: Finding) => `${path}\0${check}\0${says}`;
