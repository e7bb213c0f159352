import { takeWanted } from './engine.ts';
import type { Workspace } from './generator.ts';
import { manifestPath } from './manifest.ts';
import { type Secret, secretsIn } from './secrets.ts';
import type { Finding, Plan } from './stages.ts';

/**
 * The secrets in what a plan would write beside agent files, which have a check of their own: what
 * was said to a question stands in code and its tests as well. A line that stood there already is
 * no news, and neither is one that says to detect-secrets that it is none.
 */
export async function secretsOfPlan(
  { files }: Plan,
  { project, config }: Workspace,
): Promise<readonly Finding[]> {
  const texts = files.filter(
    // The manifest has the answers too, but nobody could mend them there.
    ({ path, text }) => path !== manifestPath && project.read(path) !== text,
  );
  const isOpen = texts.map(({ text }) => secretsIn(text)).includes(undefined);
  if (isOpen) await Promise.all(takeWanted().map((load) => load()));
  return texts.flatMap(({ path, text, keeps }) => {
    const lines = text.split('\n');
    const before = new Set(keeps?.split('\n'));
    return [...(secretsIn(text) ?? []), ...accessKeys(text)]
      .map(({ kind, line, column }) => ({ kind, line, column, of: lines[line - 1] ?? '' }))
      .filter(({ of }) => !before.has(of) && !of.includes('pragma: allowlist secret'))
      .map(({ kind, line, column }) => ({
        check: 'no-secret-inside',
        path,
        line,
        column,
        level: 'error' as const,
        says: `This looks like a secret: ${kind}.`,
        mend: 'Say it otherwise, and have it changed where it opens anything: what was typed once is known.',
      }))
      .filter((finding) => !config.ignores(path, finding.check));
  });
}

/** detect-secrets takes the name of a key for one too, and then `verify` fails. */
const accessKeys = (text: string): readonly Secret[] =>
  [...text.matchAll(/(?:A3T[A-Z\d]|ABIA|ACCA|AKIA|ASIA)[A-Z\d]{16}/g)].map(({ index }) => ({
    kind: 'aws',
    line: text.slice(0, index).split('\n').length,
    column: index - text.lastIndexOf('\n', index - 1),
  }));
