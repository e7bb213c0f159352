import type { OutsideReader } from '../outside-reader.ts';

/**
 * A linter of agent files of every tool: https://github.com/agent-sh/agnix. An error of it that we do
 * not know, and have not held against the document of the tool's makers, fails the run.
 */
export const agnix: OutsideReader = {
  name: 'agnix',
  from: 'PyPI',
  packages: ['agnix'],
  says: ({ installed, run }) => {
    const { stdout } = run(installed('venv/bin/agnix'), ['--format', 'json', '.']);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
    const rules = new Map<string, number>();
    for (const each of diagnostics) {
      const known = disagreements.find((one) => holds(one, each));
      const name = `${each.level} ${each.rule}${known === undefined ? '' : ` (${known.we})`}`;
      rules.set(name, (rules.get(name) ?? 0) + 1);
    }
    const isFault = diagnostics.some(
      (each) => each.level === 'error' && !disagreements.some((one) => holds(one, each)),
    );
    const says = [...rules].map(([rule, many]) => `${many} × ${rule}`).join(', ') || 'nothing';
    return isFault ? { says, isFault } : says;
  },
};

interface Diagnostic {
  readonly level: string;
  readonly rule: string;
  readonly file: string;
  readonly message: string;
}

/** Where agnix calls wrong what the makers of the tool ask for. */
interface Disagreement {
  readonly rule: string;
  readonly file: RegExp;
  readonly message: RegExp;
  /** What we do, in half a line, for the table. */
  readonly we: string;
}

const holds = ({ rule, file, message }: Disagreement, each: Diagnostic) =>
  rule === each.rule && file.test(each.file) && message.test(each.message);

const disagreements: readonly Disagreement[] = [
  // Every example of https://cursor.com/docs/context/rules has them bare, and in quotes they match no
  // file: tried in Cursor 3.17.8 (cosai-oasis/project-codeguard#121; microsoft/apm#3002). 2026-11-24
  {
    rule: 'CUR-003',
    file: /^\.cursor\/rules\/[^/]+\.mdc$/,
    message: /while scanning an alias/,
    we: 'Cursor wants globs bare',
  },
  // It takes every `agents/*.md` for one of Claude Code. The names of Augment's models and tools:
  // https://docs.augmentcode.com/cli/subagents, https://docs.augmentcode.com/cli/permissions. 2026-11-24
  {
    rule: 'CC-AG-003',
    file: /^\.augment\/agents\//,
    message: /^Invalid model 'gpt-[\d.]+'/,
    we: 'a model of Augment',
  },
  {
    rule: 'CC-AG-009',
    file: /^\.augment\/agents\//,
    message: /^Unknown tool '[a-z]+([-_][a-z]+)*'/,
    we: 'a tool of Augment',
  },
];
