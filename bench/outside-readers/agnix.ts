import type { OutsideReader } from '../outside-reader.ts';

/** A linter of agent files of every tool: https://github.com/agent-sh/agnix */
export const agnix: OutsideReader = {
  name: 'agnix',
  from: 'PyPI',
  packages: ['agnix'],
  says: ({ installed, run }) => {
    const { stdout } = run(installed('venv/bin/agnix'), ['--format', 'json', '.']);
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { level: string; rule: string }[];
    };
    const rules = new Map<string, number>();
    for (const { rule, level } of diagnostics)
      rules.set(`${level} ${rule}`, (rules.get(`${level} ${rule}`) ?? 0) + 1);
    return [...rules].map(([rule, many]) => `${many} × ${rule}`).join(', ') || 'nothing';
  },
};
