import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import chatmode from '../../generators/chatmode.ts';
import instruction from '../../generators/instruction.ts';
import { parseDocument } from '../../src/front-matter.ts';
import { loadTokenizer } from '../../src/tokens.ts';
import type { Generator, Workspace } from '../../src/generator.ts';
import type { Answers, PlannedFile } from '../../src/stages.ts';
import type { Target } from '../../src/target.ts';
import { targets } from '../../src/targets/index.ts';
import { memoryTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';
import { imported, planned, textsOf } from '../support/import.ts';

/** Agents and instructions that other people wrote. They lie beside this repository, not in it. */
const corpus = join(import.meta.dirname, '../../../shared/corpus/awesome-copilot');
const there = existsSync(corpus);
const filesOf = (shelf: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    there
      ? readdirSync(join(corpus, shelf)).map((name) => [
          `.github/${shelf}/${name}`,
          readFileSync(join(corpus, shelf, name), 'utf8'),
        ])
      : [],
  );
const agents = filesOf('agents');
const rules = filesOf('instructions');

/** Lines that say something: no blank, and no front matter. */
const contentOf = (text: string) =>
  parseDocument(text)
    .body.split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

/** A pack of Hypertool holds tools, and no text; a section of AGENTS.md has headings of a lower rank. */
const withText = targets.filter(({ id }) => !/^(hypertool|agents-md)/.test(id));
const isSection = (path: string) => /(^|\/)(AGENTS|GEMINI)\.md$/.test(path);

/** An agent of which a tool has no tool at all is refused there: it would have every tool. */
function plannedOrNone(generator: Generator, answers: Answers, workspace: Workspace) {
  try {
    return generator.plan(answers, workspace).files;
  } catch (error) {
    if ((error as Error).name === 'NothingGranted') return [];
    throw error;
  }
}

/** The lines of a file, in whatever format its tool has them. */
function saidBy({ path, text }: PlannedFile, target: Target): ReadonlySet<string> {
  const parsed = /\.(toml|json)$/.test(path) ? target.parse?.(text, path) : undefined;
  const body = parsed?.body ?? text;
  return new Set(body.split('\n').map((line) => line.trimEnd()));
}

beforeAll(loadTokenizer);

describe.runIf(there)('awesome-copilot, which needs ../shared', () => {
  test('is taken in with every line that it has', async () => {
    const plan = await imported({ ...agents, ...rules });

    const texts = textsOf(plan);
    const said = new Set(Object.values(texts).flatMap((text) => contentOf(text)));
    const lines = Object.values({ ...agents, ...rules }).flatMap(contentOf);
    const told = plan.changes!.filter(({ how }) => how === 'lost').map(({ what }) => what);
    expect(lines.filter((line) => !said.has(line) && !told.includes(`\`${line.trim()}\``))).toEqual(
      [],
    );
    expect(
      told.filter((what) => /^(the whole file|`)/.test(what) && !/`.{1,6}`/.test(what)),
    ).toEqual([]);
    expect(lines.length).toBeGreaterThan(20_000);
  });

  test('says of every key of the front matter what became of it', async () => {
    const plan = await imported(agents);

    const unsaid = Object.entries(agents).flatMap(([path, text]) =>
      Object.keys(parseDocument(text).head)
        .filter((key) => !taken.has(key))
        .filter(
          (key) =>
            !plan.changes!.some((each) => each.path === path && each.what === `key \`${key}\``),
        )
        .map((key) => `${path} ${key}`),
    );

    expect(unsaid).toEqual([]);
  });

  test.each(withText)('comes out for $id with every line that it has', async (target) => {
    const project = textsOf(await imported({ ...agents, ...rules }));
    const workspace = await openWorkspace('', { project: memoryTree(project) });

    const wrong = Object.entries(project).flatMap(([path, text]) => {
      const [, shelf, id = ''] = /^\.persona\/(personas|instructions)\/(.+)\.md$/.exec(path) ?? [];
      if (shelf === undefined) return [];
      const asked = shelf === 'personas' ? { persona: id } : { name: id };
      const files = plannedOrNone(
        shelf === 'personas' ? chatmode : instruction,
        { ...asked, targets: [target.id] },
        workspace,
      );
      return files
        .filter(({ path: place }) => !isSection(place))
        .map((file) => ({ path: file.path, said: saidBy(file, target) }))
        .filter(({ said }) => !contentOf(text).every((line) => said.has(line)))
        .map((file) => `${path} in ${file.path}`);
    });

    expect(wrong).toEqual([]);
  });

  test('is written with no error that stops it, for three of its agents', async () => {
    const chosen = Object.fromEntries(Object.entries(agents).slice(0, 3));
    const project = textsOf(await imported(chosen));

    const ids = Object.keys(project).flatMap((path) => /personas\/(.+)\.md$/.exec(path)?.[1] ?? []);
    const plans = await Promise.all(ids.map((id) => planned(chatmode, [id], project)));

    const errors = plans.flatMap(({ findings }) =>
      findings.filter(({ level }) => level === 'error'),
    );
    expect(errors).toEqual([]);
  });
});

/** Keys that a persona has a place for. */
const taken = new Set([
  ...['name', 'title', 'description', 'tools', 'model', 'handoffs', 'agents', 'mcp-servers'],
]);
