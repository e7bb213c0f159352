import { want } from './engine.ts';

/** A piece of a text that opens a door, and what it looks like. The piece itself is never shown. */
export interface Secret {
  /** As the detector calls it: `github`, `database-connection-string`. */
  readonly kind: string;
  readonly line: number;
  readonly column: number;
}

const known = new Map<string, readonly Secret[]>();
const waiting = new Set<string>();

/**
 * The secrets of a text, as secretlint's recommended rules find them; nothing, and word left, where
 * it has not been asked yet. It works asynchronously and takes 60 ms to load, so only texts in which
 * something looks like one are shown to it.
 */
export function secretsIn(text: string): readonly Secret[] | undefined {
  if (!suspect.test(text)) return [];
  const found = known.get(text);
  if (found !== undefined) return found;
  waiting.add(text);
  want(findSecrets);
  return undefined;
}

/** What the tokens begin with that its rules know, keys in PEM, and passwords in addresses. */
const suspect =
  /AKIA|ASIA|aws_|gh[opsur]_\w|github_pat_|glpat-|xox[a-z]-|hooks\.slack\.com|sk-[\w-]{10}|sk_live|SG\.\w|AIza|npm_\w|_authToken|shp(?:at|ca|pa|ss)_|lin_api|secret_\w{10}|-----BEGIN [A-Z ]*PRIVATE KEY|:\/\/[^\s/:@]+:[^\s/@]+@|private_key|ops_eyJ|hf_\w|dop_v1|figd_|hvs\./;

async function findSecrets(): Promise<void> {
  const { lintSource } = await import('@secretlint/core');
  const { creator } = await import('@secretlint/secretlint-rule-preset-recommend');
  const id = '@secretlint/secretlint-rule-preset-recommend';
  for (const content of [...waiting]) {
    const { messages } = await lintSource({
      source: { content, filePath: 'agent.md', ext: '.md', contentType: 'text' },
      options: { config: { rules: [{ id, rule: creator, options: {} }] } },
    });
    known.set(
      content,
      messages.map(({ ruleId, loc }) => ({
        kind: ruleId.replace(/^.*secretlint-rule-/, ''),
        line: loc.start.line,
        column: loc.start.column + 1,
      })),
    );
    waiting.delete(content);
  }
}
