import * as v from 'valibot';
import { configSchema, type Shelves } from './config-schema.ts';
import { lineOfKey, parseDocument } from './front-matter.ts';
import { globMatcher } from './globs.ts';
import { nearest } from './nearest.ts';
import { configWrong } from './problems.ts';
import type { Finding } from './stages.ts';

export const configPath = '.persona/config.yaml';

/** A config, read and whole. */
export interface Config {
  /** The level of a check, where it shall not be its own. */
  readonly levels: Readonly<Record<string, 'off' | Finding['level']>>;
  /** Whether a check leaves a file alone; without a check, whether all do. */
  readonly ignores: (path: string, check?: string) => boolean;
  readonly targets?: readonly string[];
  readonly baseline?: string;
  readonly maxWarnings?: number;
}

export const noConfig: Config = { levels: {}, ignores: () => false };

/**
 * Read `.persona/config.yaml`.
 *
 * @throws ConfigWrong - naming file, line and key of the first thing that is not as the schema has it
 */
export function readConfig(text: string, shelves: Shelves): Config {
  const whole = `---\n${text.replace(/^\ufeff/, '').replace(/^---\r?\n/, '\n')}\n---\n`;
  const { head, broken } = parseDocument(whole);
  if (broken !== undefined) {
    const line = Math.max(1, broken.line - 1);
    throw configWrong(`${configPath}:${line}`, `cannot be read: ${broken.because}.`, 'Mend it.');
  }
  const schema = configSchema(shelves);
  const read = v.safeParse(schema, head, { abortEarly: true });
  if (!read.success) throw asProblem(whole, deepest(read.issues[0]), shelves);

  const { checks = {}, ignore = [], targets, baseline, 'max-warnings': maxWarnings } = read.output;
  const rules = Object.entries(checks).flatMap(([name, given]) => {
    if (given === undefined) return [];
    return [[name, typeof given === 'string' ? { level: given } : given] as const];
  });
  const left = globMatcher(ignore);
  const leftBy = new Map(rules.map(([name, each]) => [name, globMatcher(each.ignore ?? [])]));
  return {
    levels: Object.fromEntries(
      rules.flatMap(([name, { level }]) => (level === undefined ? [] : [[name, level] as const])),
    ),
    ignores: (path, check) =>
      check === undefined ? left(path) : (leftBy.get(check)?.(path) ?? false),
    ...(targets && { targets }),
    ...(baseline !== undefined && { baseline }),
    ...(maxWarnings !== undefined && { maxWarnings }),
  };
}

/** Of a union the branch that fits best is told: that of a map, where a map was given. */
function deepest(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const below = issue.type === 'union' ? (issue.issues ?? []) : [];
  const [best] = [...below].sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0));
  if (best === undefined) return issue;
  return { ...best, path: [...(issue.path ?? []), ...(best.path ?? [])] } as v.BaseIssue<unknown>;
}

function asProblem(whole: string, issue: v.BaseIssue<unknown>, { checks, targets }: Shelves) {
  const keys = (issue.path ?? []).map(({ key }) => key as string | number);
  const where = `${configPath}:${Math.max(1, lineOfKey(whole, keys) - 1)}`;
  const key = keys.filter((each) => typeof each === 'string').join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known =
      keys.length === 1
        ? ['checks', 'ignore', 'targets', 'baseline', 'max-warnings']
        : keys[0] === 'checks' && keys.length === 2
          ? checks.map(({ name }) => name)
          : ['level', 'ignore'];
    return configWrong(where, `has a key \`${key}\` that nothing reads.`, chooseOne(keys, known));
  }
  const mend =
    keys[0] === 'targets'
      ? chooseOne(
          [String(issue.input)],
          targets.map(({ id }) => id),
        )
      : 'Mend that line.';
  const says =
    issue.kind === 'schema' && issue.message.startsWith('Invalid')
      ? `must be ${issue.expected}, not ${issue.received}`
      : issue.message;
  return configWrong(where, `has a \`${key}\` that cannot be used: ${says}.`, mend);
}

function chooseOne(keys: readonly (string | number)[], known: readonly string[]): string {
  const meant = nearest(String(keys.at(-1)), known);
  return meant === undefined
    ? `Take it out, or use one of ${known.map((each) => `\`${each}\``).join(', ')}.`
    : `Did you mean \`${meant}\`?`;
}
