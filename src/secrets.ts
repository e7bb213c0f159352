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
      messages
        .filter(({ range }) => !isStandIn(content.slice(...range)))
        .map(({ ruleId, loc }) => ({
          kind: ruleId.replace(/^.*secretlint-rule-/, ''),
          line: loc.start.line,
          column: loc.start.column + 1,
        })),
    );
    waiting.delete(content);
  }
}

/**
 * Whether it only shows where a secret goes: `postgres:postgres@localhost`, `[PASSWORD]`, `ghp_xxxx`.
 * A manual is full of these, and none of them opens a door that was shut.
 */
function isStandIn(found: string): boolean {
  const address = /:\/\/([^\s/:@]*):(.*)@([^\s/:@]*)/.exec(found);
  if (address !== null) {
    const [, user = '', password = '', host = ''] = address;
    return (
      password === user ||
      /[[\]<>{}$%*…]|\.\.\./.test(password) ||
      /^[A-Z][A-Z_]*$/.test(password) ||
      /(?:^|[-_.])(?:your|my|the|some|example|dummy|fake|sample|placeholder)(?:[-_.]|$)/i.test(
        password,
      ) ||
      spoken.test(password) ||
      (ownMachine.test(host) && password.length < 12)
    );
  }
  const body = found.replace(/^.*?[_-](?=\w{10})/, '').replace(/[^a-z0-9]/gi, '');
  return (
    new Set(body.toLowerCase()).size <= 4 ||
    /\bx{3,}(?!\w)|\/T0+\/B0+\/|x{8}|0{8}|your|example|placeholder|abcdefghij|0123456789|1234567890/i.test(
      found,
    )
  );
}

/** What people write for a password that is none. */
const spoken =
  /^(?:pass(?:word|wd|phrase)?|pwd|pw|secret|token|key|change-?me\w*|admin|root|user(?:name)?|test(?:ing)?|demo|guest|foo|bar|xxx+|postgres|mysql|mongo|redis|123\w{0,6}|p[a@][s$]{2}w[o0]rd\S{0,4})$/i;

/** Where nobody else comes in. */
const ownMachine =
  /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|db|postgres|mysql|mongo|mongodb|redis|database|host(?:name)?)$/i;
