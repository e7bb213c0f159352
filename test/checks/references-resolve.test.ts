import { describe, expect, test } from 'vitest';
import check from '../../src/checks/references-resolve.ts';
import { claude, marks } from '../support/checks.ts';

const others = {
  '.claude/rules/types.md': '',
  'docs/a b.md': '',
  'docs/a.md': '# One\n\n## The part\n',
  'src/app.py': '',
  '.claude/agents/next.md': '',
};

test.each([
  ['a file beside this one', '[a](next.md) [b](./next.md)', []],
  ['a file from the root', '[a](/docs/a%20b.md) [b](</docs/a b.md> "title")', []],
  ['a folder', '[a](../rules/)', []],
  ['a file that is not there', 'See [a](../rules/none.md#part).', ['error 1:5']],
  ['a file in a folder that is not here either', '[a](../skills/a/SKILL.md)', ['warning 1:1']],
  ['a file in a folder of its own', '[a](parts/a.md)', ['error 1:1']],
  ['the settings of a tool', '`.vscode/settings.json` `.claude/settings.local.json`', []],
  [
    'a file that is shown below',
    'The hook, `.claude/hooks/a.sh`:\n\n```sh\nls\n```\n\nIt is `.claude/hooks/a.sh`.',
    [],
  ],
  ['what is to be written elsewhere', 'Say: "Read our [code](CODE.md)\nfirst."', []],
  ['a link after a quotation', 'Say "go" and see [it](none.md).', ['error 1:18']],
  ['a link by reference', '[a]: none.md', ['error 1:1']],
  [
    'another place than this repository',
    '[a](https://x.org/a.md) [b](mailto:a@b.c) [c](vscode:x/y.md) [d](//x.org/a.md)',
    [],
  ],
  ['what leads out of the repository', '[a](../../../other/a.md)', []],
  ['a sample of a link', '[title](url) [a](path/to/file.md) [b](<file>.md) [c](./{name}.md)', []],
  ['a link in code', '`[a](none.md)`', []],
  ['a heading of this file', '# The Steps: one & two\n\n[a](#the-steps-one--two)', []],
  ['a heading that is twice there', '# A\n\nText.\n\n# A\n\n[a](#a-1)', []],
  ['a heading that begins with a sign', '# 🎯 Goals\n\n[a](#-goals) [b](#goals)', []],
  ['a heading of another file', '[a](/docs/a.md#the-part)', []],
  ['no heading of another file', '[a](/docs/a.md#the-parts)', ['warning 1:1']],
  ['a line of another file', '[a](/docs/a.md#L3) [b](../../src/app.py#parts)', []],
  ['no heading of this file', '[a](#steps)', ['warning 1:1']],
  ['a path of an agent tool', '`.claude/rules/types.md` `.claude/rules/none.md`', ['warning 1:27']],
  ['a path with a line', '`src/app.py:12` `src/app.py#L3-L9` `src/none.py:12`', ['warning 1:37']],
  ['a path in a folder that is not here', '`lib/none.py`', []],
  [
    'a tool, a module, a glob, a folder',
    '`src/codebase` `src/**/*.py` `.github/workflows/` `@scope/src.js`',
    [],
  ],
  [
    'a path with a part to fill in',
    '`.claude/rules/<name>.md` `.claude/rules/your-rule.md` `.claude/rules/{id}.md`',
    [],
  ],
  [
    'a file that is yet to be written',
    'Create `.claude/rules/a.md`. Read `.claude/rules/b.md`, if it exists.\n\nAdd to `.claude/rules/a.md`.',
    [],
  ],
  [
    'a link to what is to be made',
    'If [a](none.md) does not exist, create [a](none.md), and write to\n[a](none.md).',
    [],
  ],
  [
    'a link to what tells how to make things',
    'For creating tests see [a](none.md).',
    ['error 1:24'],
  ],
  ['a file at the root of whatever project', '[a](../../TODO.md)', ['warning 1:1']],
  ['from the root, without a slash', '[a](docs/a.md)', ['warning 1:1']],
  ['with a line', '[a](../../src/app.py:12) [b](../../src/app.py#L3)', []],
  ['a page of GitHub', '[a](../../issues/new) [b](../../wiki)', []],
  ['code that looks like a link', 'Call list[0](self.x) and a[b](c.d).', []],
  ['told once', '`src/none.py` and `src/none.py`', ['warning 1:2']],
])('%s', (_, text, expected) => {
  expect(marks(check, claude(text), others)).toEqual(expected);
});

test.each([
  ['a link to a neighbour that may be there where it is used', '[a](next.md)', ['warning 1:1']],
  ['a path in the repository where it is used', '`.github/rules/none.md`', []],
])('in a collection: %s', (_, text, expected) => {
  expect(marks(check, { path: 'agents/tester.agent.md', text })).toEqual(expected);
});

const skills = {
  '.claude/skills/a/references/own.md': '',
  '.claude/skills/b/references/theirs.md': '',
};

test.each([
  ['what it has', '`references/own.md` `./references/own.md`', []],
  ['what it has not', 'Read `./references/none.md` first.', ['warning 1:7']],
  ['what another has', 'See `b` -> `references/theirs.md`.', []],
  ['a script of the project', '`scripts/none.mjs`', []],
  ['what it writes', 'Save it as `assets/none.png`.', []],
])('of its own folders a skill names %s', (_, text, expected) => {
  const file = { path: '.claude/skills/a/SKILL.md', text };
  expect(marks(check, file, skills)).toEqual(expected);
});

const graph = {
  'logseq/config.edn': '{:meta/version 1}\n',
  'pages/Quality Gates.md': '',
  'pages/Team___Rules.md': '',
  'pages/old%2Fname.md': 'alias:: [[Former]], The Old\n',
  'docs/Elsewhere.md': '',
};

describe('where a graph of Logseq lies in the repository', () => {
  test.each([
    ['a page', 'See [[quality gates]].', []],
    ['a page in a namespace', '[[Team/Rules]] [[old/name]]', []],
    ['another name of a page', '[[former]] [[The Old]]', []],
    ['a page that is not there', 'See [[Elsewhere]] and [[Quality Gates]].', ['warning 1:5']],
    ['a day', '[[2026-01-31]] [[Jan 31st, 2026]]', []],
    ['the page of the file', '**Logseq:** [[Team/Nothing]]', []],
    ['what is to be filled in', '[[<page>]] `[[Page]]`', []],
  ])('%s', (_, text, expected) => {
    expect(marks(check, claude(text), graph)).toEqual(expected);
  });

  test('its pages may be in another folder', () => {
    const moved = { ...graph, 'logseq/config.edn': '{:pages-directory "docs"}\n' };

    expect(marks(check, claude('[[Elsewhere]] [[Quality Gates]]'), moved)).toEqual([
      'warning 1:15',
    ]);
  });

  test('elsewhere nobody knows what double brackets mean', () => {
    expect(marks(check, claude('[[Elsewhere]]'))).toEqual([]);
  });
});

test.each([
  ['a skill of the repository', 'skills: [a, b]', []],
  ['a skill that is not there', 'skills: [a, none]', ['info 2:13']],
  ['names with commas between them', 'skills: a, none', ['info 2:12']],
  ['a skill of a plugin', 'skills: [tools:none]', []],
])('an agent of Claude Code begins with %s', (_, head, expected) => {
  const file = claude(`---\n${head}\n---\n`);

  expect(marks(check, file, skills)).toEqual(expected);
});
