/**
 * What detect-secrets takes for a secret, and secretlint does not: a text behind a name such as
 * `password`, and a text that looks as if it had been drawn by lot.
 * https://github.com/Yelp/detect-secrets#viewing-all-enabled-plugins
 */
const names =
  '(?:(?:api|auth|service|account|db|database|priv|private|client)_?key|(?:db|database|key)_?pass|password|passwd|pwd|secret|contrasena)';

const isNamedSo = new RegExp(names, 'i');
export const isSecretName = (name: string): boolean => isNamedSo.test(name);

/** Bits a letter from which a text counts as drawn by lot, as detect-secrets has it by default. */
const limits = [
  { alphabet: /^[\da-f]+$/i, bits: 3 },
  { alphabet: /^[\w+/=-]+$/, bits: 4.5 },
] as const;

export const looksDrawn = (text: string): boolean =>
  limits.some(
    ({ alphabet, bits }) => alphabet.test(text) && !/^\d+$/.test(text) && entropyOf(text) > bits,
  );

/** Shannon's, in bits a letter. */
function entropyOf(text: string): number {
  const times = new Map<string, number>();
  for (const letter of text) times.set(letter, (times.get(letter) ?? 0) + 1);
  return [...times.values()]
    .map((many) => many / text.length)
    .reduce((sum, share) => sum - share * Math.log2(share), 0);
}

/** `"password": "first"`, `created.password == "first"`: our own examples, in rows and assertions. */
const row = new RegExp(
  `^ +(?:"\\w*${names}\\w*": |assert [\\w.]*${names}\\w* == )"[^"]+",?$`,
  'gim',
);

/**
 * A test of ours with a word for detect-secrets behind the examples that it would take for secrets.
 * They are ours: a default that somebody gives to such a field is refused (`fields.ts`).
 */
export const excused = (path: string, text: string): string =>
  path.startsWith('tests/') && isNamedSo.test(text)
    ? text.replace(row, (line) => `${line}  # pragma: allowlist secret`)
    : text;
