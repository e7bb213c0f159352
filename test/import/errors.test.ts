import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import chatmode from '../../generators/chatmode.ts';
import instruction from '../../generators/instruction.ts';
import { checks } from '../../src/checks/index.ts';
import { sourceOf } from '../../src/intake/source.ts';
import { check } from '../../src/review/plan-check.ts';
import type { PlannedFile } from '../../src/stages.ts';
import { loadTokenizer } from '../../src/cost/tokens.ts';
import { memoryTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';
import { imported, planned, textsOf } from '../support/import.ts';

/** Files that other people wrote. They lie beside this repository, not in it. */
const shared = join(import.meta.dirname, '../../../shared');
const there = existsSync(join(shared, 'seeds')) && existsSync(join(shared, 'corpus'));

const filesOf = (folder: string, place: (name: string) => string, most = Infinity) =>
  there
    ? readdirSync(join(shared, folder))
        .filter((name) => /\.(md|txt)$/.test(name))
        .slice(0, most)
        .map((name) => [place(name), readFileSync(join(shared, folder, name))] as const)
    : [];

const family = (name: string) => {
  const kind = /\.(chatmode|instructions|memory)\.md$/.exec(name)![1]!;
  return `.augment/${{ chatmode: 'chatmodes', instructions: 'instructions' }[kind] ?? kind}/${name}`;
};
const cases = [
  ...filesOf('seeds', () => '.augment/chatmodes/backend-dev.chatmode.md'),
  ...filesOf('corpus/tta', family),
  ...filesOf('corpus/awesome-copilot/agents', (name) => `.github/agents/${name}`, 20),
  ...filesOf('corpus/awesome-copilot/instructions', (name) => `.github/instructions/${name}`, 20),
];

/** Each error that the checks find, where nothing is lowered: its check, and what it is about. */
async function errorsIn(
  files: readonly PlannedFile[],
  project: Readonly<Record<string, string>>,
): Promise<readonly { readonly check: string; readonly says: string; readonly about: string }[]> {
  const workspace = await openWorkspace('', { project: memoryTree(project), today: '2026-01-02' });
  const { findings } = await check({ generator: 'check', files }, checks, workspace);
  return findings
    .filter(({ level }) => level === 'error')
    .map(({ check: name, path, line, says }) => ({
      check: name,
      // A text costs what it costs; above it stands another front matter, with or without a model.
      says: says.replace(/ \(\d+ with the front matter\).*/, ''),
      about: files
        .find((each) => each.path === path)!
        .text.split('\n')
        [line - 1]!.trim(),
    }));
}

beforeAll(loadTokenizer);

describe.runIf(there)('files of others, which need ../shared', () => {
  test('are the seed, its family and forty more', () => {
    expect(cases).toHaveLength(50);
  });

  test.each(cases)(
    '%s: no error is in what comes of it that is not in itself',
    async (path, bytes) => {
      const { text } = sourceOf(path, bytes).source;
      const own = await errorsIn([{ path, text }], {});
      const made = textsOf(await imported({ [path]: text }));
      const workspace = await openWorkspace('', { project: memoryTree(made), today: '2026-01-02' });
      const id = (shelf: string) =>
        Object.keys(made)
          .map((each) => new RegExp(`^\\.persona/${shelf}/(.+)\\.md$`).exec(each)?.[1])
          .find((each) => each !== undefined);
      const [persona, rule] = [id('personas'), id('instructions')];
      const targets = ['augment', 'copilot', 'claude'];
      const { files } =
        persona !== undefined
          ? chatmode.plan({ persona, targets }, workspace)
          : rule !== undefined
            ? instruction.plan({ name: rule, targets }, workspace)
            : { files: [] };
      const sources = Object.entries(made).map(([each, said]) => ({ path: each, text: said }));

      const errors = await errorsIn([...sources, ...files], made);

      const isOurs = (error: (typeof errors)[number]) =>
        !own.some(
          ({ check: name, says, about }) =>
            name === error.check && (says === error.says || about === error.about),
        );
      expect(files).toHaveLength((persona ?? rule) ? 3 : 0);
      expect(errors.filter(isOurs)).toEqual([]);
    },
  );
});

const baker = (head: string, body: string) => ({
  '.persona/personas/baker.md': `---\nid: baker\ntitle: Baker\nsummary: Bakes bread. Use when it is eaten up.\nexpertise: [bread]\nfocus: [bread]\ncan: [web]\nbudget: 100\n${head}voice: whole\n---\n\n${body}`,
});
const levelsOf = async (project: Readonly<Record<string, string>>) =>
  (await planned(chatmode, ['baker'], project, { targets: 'copilot' })).findings.map(
    ({ check: name, level }) => `${level} ${name}`,
  );

describe('of a text that was taken in', () => {
  test('an error in the text itself is told, and stops nothing', async () => {
    const said = await levelsOf(baker('', `# Baker\n\n**Persona:** Baker (1 tokens)\n\nI bake.\n`));

    expect(said).toContain('warning budget-is-kept');
    expect(said.filter((each) => each.startsWith('error'))).toEqual([]);
  });

  test('an error in the front matter above it, which is ours, stops', async () => {
    const said = await levelsOf(baker('tools:\n  copilot: [save-file]\n', '# Baker\n\nI bake.\n'));

    expect(said).toContain('error tools-take-effect');
  });

  test("a hole is its author's, for nothing is filled in", async () => {
    const body = '# Baker\n\n```text\n{{loaf}}\n```\n\nI bake.\n';

    const said = await errorsIn(
      Object.entries(baker('', body)).map(([path, text]) => ({ path, text })),
      baker('', body),
    );

    expect(said).toEqual([]);
  });
});

test('a list of which its own tool knows no name is made anew of what the names stand for', async () => {
  const path = '.github/agents/baker.agent.md';
  const text =
    '---\nname: baker\ndescription: Bakes\ntools: [web_search, web_fetch]\n---\n\n# Baker\n\nI bake.\n';

  const plan = await imported({ [path]: text });

  expect(textsOf(plan)['.persona/personas/baker.md']).not.toContain('tools:');
  expect(plan.changes).toContainEqual(
    expect.objectContaining({ how: 'assumed', line: 4, what: 'list of tools' }),
  );
  const { findings } = await planned(chatmode, ['baker'], textsOf(plan), { targets: 'copilot' });
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
});
