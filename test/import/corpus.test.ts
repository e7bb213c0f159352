import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import chatmode from '../../generators/chatmode.ts';
import instruction from '../../generators/instruction.ts';
import { parseDocument } from '../../src/front-matter.ts';
import { sourceOf } from '../../src/intake/source.ts';
import { loadTokenizer } from '../../src/cost/tokens.ts';
import type { Generator, Workspace } from '../../src/generator.ts';
import type { Answers, Plan, PlannedFile } from '../../src/stages.ts';
import type { Target } from '../../src/target.ts';
import { targets } from '../../src/targets/index.ts';
import { memoryTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';
import { imported, planned, textsOf } from '../support/import.ts';
import { contentIn, contentOf, lostIn } from '../support/lines.ts';

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

/** Agents of which a tool has none of the tools: what they can has no name there that brings no more. */
const refusedBy: Readonly<Record<string, readonly string[]>> = {
  kiro: [
    'agent-governance-reviewer',
    'declarative-agents-architect',
    'microsoft-study-mode',
    'refine-issue',
    'se-product-manager-advisor',
    'terratest-module-testing',
  ],
  devin: ['doublecheck'],
};

/**
 * Targets that have no place for the words of a persona, and what comes of 112 agents and 95
 * instructions. Hypertool refuses those without a server: tools of servers are all that it has.
 */
const lossy: Readonly<Record<string, object>> = {
  'agents-md': { agents: 112, rules: 95, refused: 0, lostOfAgents: 14_684, lostOfRules: 0 },
  hypertool: { agents: 16, rules: 0, refused: 96, lostOfAgents: 1_903, lostOfRules: 0 },
  'hypertool-json': { agents: 112, rules: 0, refused: 0, lostOfAgents: 14_684, lostOfRules: 0 },
};

/** An agent of which a tool has no tool at all is refused there: it would have every tool. */
function plannedOrNone(generator: Generator, answers: Answers, workspace: Workspace) {
  try {
    return generator.plan(answers, workspace);
  } catch (error) {
    const { name } = error as Error;
    if (name === 'NothingGranted') return undefined;
    // A pack of tools has no place for an instruction.
    if (name === 'NoPlace') return { generator: generator.name, files: [] };
    throw error;
  }
}

/** The text of a file, in whatever format its tool has it. JSON that is none of its agents has no words. */
const wordsOf = ({ path, text }: PlannedFile, target: Target) => {
  const isData = /\.(toml|json)$/.test(path);
  const parsed = isData ? target.parse?.(text, path)?.body : text;
  return parsed ?? (path.endsWith('.json') ? '' : text);
};

/** What comes of everything that was taken in, for one target. */
async function writtenFor(target: Target) {
  const project = textsOf(await imported({ ...agents, ...rules }));
  const workspace = await openWorkspace('', { project: memoryTree(project) });
  const all = Object.entries(project).flatMap(([path, text]) => {
    const [, shelf, id = ''] = /^\.persona\/(personas|instructions)\/(.+)\.md$/.exec(path) ?? [];
    if (shelf === undefined) return [];
    const plan =
      shelf === 'personas'
        ? plannedOrNone(chatmode, { persona: id, targets: [target.id] }, workspace)
        : plannedOrNone(instruction, { name: id, targets: [target.id] }, workspace);
    const lines = contentOf(text);
    return [{ id, shelf, plan, lines, lost: lostIn(lines, wordsIn(plan, target)).length }];
  });
  const written = all.filter(({ plan }) => plan !== undefined && plan.files.length > 0);
  return {
    agents: written.filter(({ shelf }) => shelf === 'personas').length,
    rules: written.filter(({ shelf }) => shelf === 'instructions').length,
    lostOfAgents: lostOf(written, 'personas'),
    lostOfRules: lostOf(written, 'instructions'),
    untold: written.filter(({ lost, plan }) => lost > 0 && !tellsOfText(plan)).map(({ id }) => id),
    refused: all.flatMap(({ id, plan }) => (plan === undefined ? [id] : [])),
  };
}

const lostOf = (all: readonly { shelf: string; lost: number }[], shelf: string) =>
  all.filter((each) => each.shelf === shelf).reduce((sum, { lost }) => sum + lost, 0);

const wordsIn = (plan: Plan | undefined, target: Target) =>
  (plan?.files ?? []).map((file) => wordsOf(file, target)).join('\n');

const tellsOfText = (plan: Plan | undefined) =>
  plan?.losses?.some(({ what }) => what === 'text') === true;

beforeAll(loadTokenizer);

describe.runIf(there)('awesome-copilot, which needs ../shared', () => {
  test('is taken in with every line that it has, in order, and in one file for each of its', async () => {
    const plan = await imported({ ...agents, ...rules });

    const sources = Object.entries({ ...agents, ...rules }).map(([path, text]) =>
      contentIn(sourceOf(path, Buffer.from(text)).source.document.body),
    );
    const made = Object.entries(textsOf(plan))
      .filter(([path]) => /^\.persona\/(personas|instructions)\//.test(path))
      .map(([, text]) => contentOf(text).join('\n'));
    const lost = sources.filter((lines) => !made.includes(lines.join('\n')));
    expect({
      agents: Object.keys(agents).length,
      instructions: Object.keys(rules).length,
      made: made.length,
      lines: sources.flat().length,
      lost: lost.flat().length,
    }).toEqual({ agents: 112, instructions: 95, made: 207, lines: 41_795, lost: 0 });
  });

  test('loses of its front matter what is counted here, and nothing else', async () => {
    const { changes } = await imported({ ...agents, ...rules });

    const counts: Record<string, number> = {};
    for (const { how, what } of changes!) {
      const kind = `${how} ${/^[a-z-]+/.exec(what)?.[0]}`;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect(counts).toEqual({
      'lost tool': 104,
      'lost key': 50,
      'lost models': 1,
      'lost hand-off': 1,
      'renamed tool': 191,
      'assumed tool': 99,
      'assumed budget': 112,
      'assumed list': 1,
      'assumed can': 38,
      'assumed applies': 5,
      'assumed summary': 1,
    });
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

  test.each(targets.map(({ id }) => id).filter((id) => !(id in lossy)))(
    'comes out for %s with every line that it has',
    async (id) => {
      const written = await writtenFor(targets.find((each) => each.id === id)!);

      const refused = refusedBy[id] ?? [];
      const nothing = { lostOfAgents: 0, lostOfRules: 0, untold: [] };
      expect(written).toEqual({ agents: 112 - refused.length, rules: 95, refused, ...nothing });
    },
  );

  // AGENTS.md is read by every agent, so of a persona it has who does what, and not its voice; the
  // files of Hypertool are data. Each such file says in the loss table how many lines it is without.
  test.each(Object.entries(lossy))(
    'comes out for %s as a digest, which is told',
    async (id, expected) => {
      const { refused, untold, ...counts } = await writtenFor(
        targets.find((each) => each.id === id)!,
      );

      expect({ ...counts, refused: refused.length }).toEqual(expected);
      expect(untold).toEqual([]);
    },
  );

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
