/**
 * The deepest folder that holds every file of these globs, without a slash at its end; `''` is the
 * root of the repository. A glob that takes something back (`!`) narrows nothing.
 */
export function folderOf(globs: readonly string[]): string {
  const folders = globs.filter((glob) => !glob.startsWith('!')).map(fixedPart);
  const [first = [], ...others] = folders;
  const shared = first.filter(
    (part, depth) =>
      others.every((folder) =>
        first.slice(0, depth + 1).every((each, at) => folder[at] === each),
      ) && part !== '',
  );
  return shared.join('/');
}

/** The folders of a glob before its first part that may be several. */
const fixedPart = (glob: string): readonly string[] => {
  const parts = glob
    .replace(/^\.?\//, '')
    .split('/')
    .slice(0, -1);
  const open = parts.findIndex((part) => /[*?[\]{}()!\\]/.test(part) || part === '..');
  return open < 0 ? parts : parts.slice(0, open);
};
