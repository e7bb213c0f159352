import type { Tree } from '../tree.ts';

/**
 * What Codex has read, in bytes, before it comes to an AGENTS.md and after it. It joins those of all folders
 * from the root down, takes one of each folder, `AGENTS.override.md` first, and ends at a limit.
 * https://developers.openai.com/codex/guides/agents-md
 *
 * @param path - of an AGENTS.md
 */
export function readByCodex(path: string, tree: Pick<Tree, 'read'>) {
  const folders = path.split('/').slice(0, -1);
  const above = folders.map((_, depth) =>
    folders
      .slice(0, depth)
      .map((each) => `${each}/`)
      .join(''),
  );
  const before = above.reduce((sum, folder) => sum + sizeIn(folder, tree), 0);
  return { before, after: before + bytes(tree.read(path)), most: mostOf(tree) };
}

const sizeIn = (folder: string, tree: Pick<Tree, 'read'>) =>
  bytes(tree.read(`${folder}AGENTS.override.md`) ?? tree.read(`${folder}AGENTS.md`));

const bytes = (text: string | undefined) => Buffer.byteLength(text?.trim() ?? '');

/** 32 KiB, unless the project says otherwise. https://developers.openai.com/codex/config-reference */
function mostOf(tree: Pick<Tree, 'read'>): number {
  const said = /^\s*project_doc_max_bytes\s*=\s*([\d_]+)/m.exec(
    tree.read('.codex/config.toml') ?? '',
  );
  return said === null ? 32 * 1024 : Number(said[1]!.replaceAll('_', ''));
}
