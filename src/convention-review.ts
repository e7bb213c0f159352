import type { CodeCheck } from './code-check.ts';
import { moduleOf, at, type Module } from './python/module.ts';
import { codeChecks } from './code-checks/index.ts';
import type { Convention } from './convention.ts';
import { globMatcher } from './globs.ts';
import { firstFault } from './python/nodes.ts';
import { loadPython, type Node, parsePython } from './python/parser.ts';
import type { Finding } from './stages.ts';
import { suppressedIn } from './suppression.ts';

/** A file of code, its path relative to the project. */
export interface CodeFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Read code as the conventions would have it: each file by the checks of the conventions that apply
 * to it, and Python that cannot be parsed by no other. A comment lets a finding stand, with its reason:
 * `# create-persona-ignore <check>: <reason>`.
 *
 * @param beside - another file of the project, by its path; those that are read, if left out
 * @returns findings in the order of the files and of their places; `check` is the name of the code check
 */
export async function reviewCode(
  files: readonly CodeFile[],
  conventions: readonly Convention[],
  beside: Module['beside'] = (path) => files.find((each) => each.path === path)?.text,
): Promise<readonly Finding[]> {
  const shelf = new Map(codeChecks.map((check) => [check.name, check]));
  const held = conventions.flatMap(({ check, applies }) => {
    const found = typeof check === 'string' ? shelf.get(check) : undefined;
    return found === undefined ? [] : [{ check: found, isFor: globMatcher(applies) }];
  });
  if (files.some(({ path }) => isPython(path))) await loadPython();
  return files.flatMap((file) => {
    const checks = new Set(held.filter(({ isFor }) => isFor(file.path)).map(({ check }) => check));
    return read(file, [...checks], beside);
  });
}

const isPython = (path: string) => path.endsWith('.py');

function read(
  file: CodeFile,
  checks: readonly CodeCheck[],
  beside: Module['beside'],
): readonly Finding[] {
  if (!isPython(file.path)) return findings(file, checks, moduleOf(file, undefined, beside));
  const found = parsePython(file.text, (root) =>
    root.hasError
      ? [fault(file, firstFault(root))]
      : findings(file, checks, moduleOf(file, root, beside)),
  );
  if (found === undefined) throw new Error('loadPython() comes before parsePython()');
  return found;
}

function findings(
  { path, text }: CodeFile,
  checks: readonly CodeCheck[],
  module: Module,
): readonly Finding[] {
  const isSuppressed = suppressedIn(text);
  return checks
    .flatMap((check) =>
      [...check.remarks(module)].map((remark) => ({
        check: check.name,
        path,
        level: 'error' as const,
        line: 1,
        column: 1,
        ...remark,
      })),
    )
    .filter(({ check, line }) => !isSuppressed(check, line))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

const fault = ({ path }: CodeFile, node: Node): Finding => ({
  check: 'syntax',
  path,
  level: 'error',
  ...at(node),
  says: 'This is no Python: it cannot be read from here on.',
  mend: 'Mend the line, or the template that it came from.',
});
