import { expect, test } from 'vitest';
import check from '../../src/checks/handoffs-have-takers.ts';
import { claude, marks } from '../support/checks.ts';

test.each([
  ['a persona', '- No design (consult architect)\n', []],
  ['an agent, by the name that it shows', '- No reviews (delegate to Code Reviewer)\n', []],
  ['nobody', '- No deployments (delegate to devops)\n', ['info 1:31']],
  [
    'told once',
    '- No deployments (delegate to devops)\n- No CI (delegate to DevOps)\n',
    ['info 1:31'],
  ],
  ['two in one', '- No code (delegate to backend-dev/frontend-dev)\n', ['info 1:24', 'info 1:36']],
  ['an id in back-ticks is held elsewhere', '- No deployments (delegate to `devops`)\n', []],
  ['code delegates too', '- Delegate the rendering to `child`\n', []],
  ['a chat mode', 'For design, consult the designer chat mode.\n', ['info 1:25']],
  ['a plain word is not surely somebody', 'For law, consult lawyers first.\n', []],
  ['what people read', '- Ask nobody (consult the official docs)\n', []],
])('%s', (_, text, expected) => {
  const others = { '.claude/agents/code-reviewer.md': '---\nname: code-reviewer\n---\n' };
  expect(marks(check, claude(text), others, ['architect'])).toEqual(expected);
});
