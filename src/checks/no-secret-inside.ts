import { defineCheck } from '../check.ts';
import { secretsIn } from '../secrets.ts';

/** Put together here, so that no scanner of this repository finds it. */
const token = ['ghp', '1A2b3C4d5E6f7G8h9I0j1K2l3M4n5O6p7Q8r'].join('_');

export default defineCheck({
  name: 'no-secret-inside',
  level: 'error',
  why: 'An agent file is committed, copied to every tool and sent to a model with every request: what is secret in it is secret no longer.',
  reads: () => true,

  good: { path: '.claude/agents/a.md', text: 'Log in with the token in `GITHUB_TOKEN`.\n' },
  bad: { path: '.claude/agents/a.md', text: `Log in with ${token}.\n` },

  *remarks({ text, lines }) {
    for (const { kind, line, column } of secretsIn(text) ?? []) {
      yield {
        line: Math.min(line, lines.length),
        column: Math.min(column, (lines[line - 1]?.length ?? 0) + 1),
        says: `This looks like a secret (${names[kind] ?? kind}).`,
        mend: 'Take it out, name the variable that holds it, and revoke it: what was committed once is known.',
      };
    }
  },
});

const names: Readonly<Record<string, string>> = {
  github: 'a token of GitHub',
  aws: 'a key of AWS',
  privatekey: 'a private key',
  slack: 'a token of Slack',
  openai: 'a key of OpenAI',
  anthropic: 'a key of Anthropic',
  npm: 'a token of npm',
  basicauth: 'a password in an address',
  'database-connection-string': 'a password in the address of a database',
};
