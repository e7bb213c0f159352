import { takeWanted } from '../engine.ts';
import {
  defineGate,
  type Fault,
  type Ground,
  lastWords,
  notRun,
  shown,
  type Verdict,
} from '../gate.ts';
import { secretsIn } from '../secrets.ts';
import { count } from '../words.ts';

/** Digests stand in these by the hundred, and each looks like a key. */
const isLock = (path: string) =>
  /(^|\/)([^/]*\.lock|package-lock\.json|pnpm-lock\.yaml)$/.test(path);
const baseline = '.secrets.baseline';

/** Windows takes no command line that is longer than 32767 characters. */
const longest = 24_000;

export default defineGate({
  name: 'security',
  asks: 'no key or password lies in a file',
  why: 'A key or a password in a repository is known to all who ever get a copy of it. detect-secrets looks for what resembles one in every file that git does not ignore.',

  async measure(ground) {
    const { tools, scope, project } = ground;
    const files = project
      .paths()
      .filter((path) => scope.holds(path) && !isLock(path) && path !== baseline);
    const detector = tools.find('detect-secrets');
    if (detector === undefined) return inNode(ground, files);
    const found: Secret[] = [];
    for (const batch of batches(files)) {
      const [secrets, because] = await scan(ground, detector, batch);
      if (because !== undefined)
        return notRun(because, 'Mend it, and run again.', [shown([...detector, 'scan'])]);
      found.push(...secrets);
    }
    const faults = found.map(({ path, line, type }) => fault(path, line, type));
    return verdict(faults, files, [shown([...detector, 'scan'])], '');
  },
});

interface Secret {
  readonly path: string;
  readonly line: number;
  readonly type: string;
  readonly hash: string;
}

type Scanned = readonly [secrets: readonly Secret[], because?: string];

/**
 * With a baseline, its settings hold, and what it knows is passed over. detect-secrets writes what
 * it finds into the baseline that it is given, so that is a copy.
 */
async function scan(
  { run, project, lend, readLent, pathOf }: Ground,
  detector: readonly string[],
  files: readonly string[],
): Promise<Scanned> {
  const kept = project.read(baseline);
  const words = kept === undefined ? [] : ['--baseline', lend('secrets.json', kept)];
  // Without the flag it would ask the services themselves whether what it found opens anything.
  const ran = await run([...detector, 'scan', '--no-verify', ...words, '--all-files', ...files]);
  const text = kept === undefined ? ran.stdout : (readLent('secrets.json') ?? '');
  const found = secretsOf(text);
  if (ran.code !== 0 || found === undefined)
    return [[], `detect-secrets stopped with "${lastWords(ran)}".`];
  const known = new Set((secretsOf(kept ?? '') ?? []).map(({ path, hash }) => `${path}\0${hash}`));
  const fresh = found
    .map((secret) => ({ ...secret, path: pathOf(secret.path) }))
    .filter(({ path, hash }) => files.includes(path) && !known.has(`${path}\0${hash}`));
  return [fresh];
}

function secretsOf(json: string): readonly Secret[] | undefined {
  try {
    const { results } = JSON.parse(json) as {
      results: Record<
        string,
        readonly { type: string; line_number: number; hashed_secret: string }[]
      >;
    };
    return Object.entries(results).flatMap(([path, secrets]) =>
      secrets.map(({ type, line_number, hashed_secret }) => ({
        path: path.replaceAll('\\', '/'),
        line: line_number,
        type,
        hash: hashed_secret,
      })),
    );
  } catch {
    return undefined;
  }
}

/** What secretlint finds, with the mark that detect-secrets takes for a leave. */
async function inNode({ project }: Ground, files: readonly string[]): Promise<Verdict> {
  const texts = files.map((path) => [path, project.read(path) ?? ''] as const);
  for (const [, text] of texts) secretsIn(text);
  await Promise.all(takeWanted().map((load) => load()));
  const faults = texts.flatMap(([path, text]) => {
    const lines = text.split('\n');
    return (secretsIn(text) ?? [])
      .filter(({ line }) => !/pragma: ?allowlist secret/.test(lines[line - 1] ?? ''))
      .map(({ kind, line }) => fault(path, line, kind));
  });
  return verdict(
    faults,
    files,
    ['@secretlint/secretlint-rule-preset-recommend'],
    ', by secretlint',
  );
}

const fault = (path: string, line: number, kind: string): Fault => ({
  path,
  line,
  column: 1,
  level: 'error',
  says: `This looks like a secret: ${kind}.`,
  mend: 'Take it out and have it changed where it opens anything. If it is none, write `# pragma: allowlist secret` behind it.',
});

const verdict = (
  findings: readonly Fault[],
  files: readonly string[],
  commands: readonly string[],
  how: string,
): Verdict => ({
  state: findings.length === 0 ? 'passed' : 'failed',
  says:
    (findings.length === 0
      ? `no secret in ${count(files.length, 'file')}`
      : `${count(findings.length, 'secret')} in ${count(files.length, 'file')}`) + how,
  value: findings.length,
  threshold: 0,
  findings,
  commands,
});

function batches(files: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [];
  let length = longest;
  for (const file of files) {
    length += file.length + 3;
    if (length > longest) {
      all.push([]);
      length = file.length;
    }
    all.at(-1)!.push(file);
  }
  return all;
}
