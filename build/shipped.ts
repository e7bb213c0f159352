import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { agentFile } from '../src/compose/agent.ts';
import persona from '../generators/persona.ts';
import { answersInFull } from '../src/answers.ts';
import { checks } from '../src/checks/index.ts';
import { encodingOf } from '../src/cost/encoding.ts';
import { bodyOf, parseDocument } from '../src/front-matter.ts';
import type { Workspace } from '../src/generator.ts';
import { withManifest } from '../src/manifest.ts';
import { placeOf } from '../src/place.ts';
import { check } from '../src/review/plan-check.ts';
import { templateSource } from '../src/precompile.ts';
import { type Shipped, type Shown, shipped } from '../src/shipped.ts';
import { anyDay, anyName, hashOf, keyOf } from '../src/review/shipped-memory.ts';
import { looksOf } from '../src/review/sights.ts';
import { targets } from '../src/targets/index.ts';
import { linesOf, piecesOf } from '../src/cost/tokens.ts';
import { memoryTree } from '../src/tree.ts';
import { openWorkspace } from '../src/workspace.ts';

/** What takes the place of `src/shipped.ts` in what we publish: a module, and the data that it reads. */
export interface Shelf {
  /** Personas and conventions, read and found valid; the tokens of each line and piece, counted. */
  readonly data: string;
  /** Templates of code, compiled: a module that is loaded only when one of them is asked for. */
  readonly stacks: string;
  /** All other templates, compiled; `here` is an expression for the folder of the bundle. */
  readonly module: (here: string) => string;
}

export async function shippedShelf(root: string): Promise<Shelf> {
  const { personas, conventions, sources } = shipped satisfies Shipped;
  const agents = (await rendered()).map(bodyOf);
  const data = JSON.stringify({
    personas,
    conventions,
    sources,
    lines: counted(agents.flatMap(linesOf)),
    pieces: counted(agents.flatMap(piecesOf)),
    ...(await said()),
    examples: conventions.flatMap(({ good, bad }) => [good, bad].flatMap(pythonOf)),
  });
  const rows = (wanted: (path: string) => boolean) =>
    templates(root)
      .filter(([path]) => wanted(path))
      .map(([path, text]) => {
        const { spec, conditions, hash } = templateSource(`templates/${path}`, text);
        return `[${JSON.stringify(path)}, { spec: ${spec}, conditions: ${JSON.stringify(conditions)}, hash: "${hash}" }]`;
      })
      .join(',');
  const isStack = (path: string) => path.startsWith('stacks/');
  const stacks = `module.exports = new Map([${rows(isStack)}]);\n`;
  const module = (here: string) =>
    [
      "import { existsSync, readFileSync } from 'node:fs';",
      `const home = [${here}, ${here} + '/..'].find((each) => existsSync(each + '/shipped.json'));`,
      "const data = JSON.parse(readFileSync(home + '/shipped.json', 'utf8'));",
      `let pieces; export const shipped = { ...data, examples: new Set(data.examples), lines: new Map(data.lines), get pieces() { return pieces ??= new Map(data.pieces); }, templates: [${rows((path) => !isStack(path))}], stacks: () => require(home + '/stacks.cjs') };`,
    ].join('\n');
  return { data, stacks, module };
}

function templates(root: string): readonly (readonly [path: string, text: string])[] {
  const shelf = join(root, 'templates');
  return readdirSync(shelf, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.hbs'))
    .sort()
    .map(
      (path) => [path, readFileSync(join(shelf, path), 'utf8').replaceAll('\r\n', '\n')] as const,
    );
}

/** Each text once, with what it costs. One ASCII character is one token, and needs no row. */
const counted = (texts: readonly string[]): [string, number][] =>
  [...new Set(texts)].filter((text) => text.length > 1).map((text) => [text, countTokens(text)]);

/** The code of a fence in Python. */
const pythonOf = (fence: string): readonly string[] => {
  const lines = fence.split('\n');
  return lines[0] === '```python' ? [lines.slice(1, lines.lastIndexOf('```')).join('\n')] : [];
};

/** Every agent file that our personas become, in a project of Python and in one of TypeScript. */
const rendered = async (): Promise<readonly string[]> =>
  (await projects()).flatMap((workspace) =>
    shipped.personas.flatMap((persona) =>
      targets.map((target) => agentFile(persona, target, workspace, () => true).file.text),
    ),
  );

/**
 * What the checks say of every file that our personas beget, and how that looked which they have
 * seen. Where two personas beget the same file, the first that comes is kept.
 */
async function said(): Promise<Pick<Shipped, 'said' | 'keys'>> {
  const all = new Map<string, Shown>();
  const keys: Record<string, string[]> = {};
  for (const workspace of await projects()) {
    for (const { id } of shipped.personas) {
      const answers = answersInFull(persona, { persona: id }, workspace);
      const plan = withManifest(persona.plan(answers, workspace), answers, workspace.project);
      const texts = new Map(plan.files.map(({ path, text }) => [path, text]));
      const keyAt = (path: string) => keyOf(path, texts.get(path) ?? '');
      await check(plan, checks, workspace, (context) => {
        const lookOf = looksOf(context, keyAt, hashOf);
        return {
          recall: () => undefined,
          keep: (path, { findings, wide }) => {
            const shown = Object.entries(wide).map(
              ([name, sights]) =>
                [name, Object.fromEntries(sights.map((each) => [each, lookOf(each)]))] as const,
            );
            const isWeighed = placeOf(path, targets)?.kind === 'agent';
            const { budget } = workspace.personas.get(id)!;
            const spare = isWeighed ? { spare: budget - fixedCost(texts.get(path)!) } : {};
            const key = keyAt(path);
            if (all.has(key)) return;
            const at = [...texts.get(path)!.matchAll(new RegExp(anyName, 'g'))].map(
              ({ index }) => index,
            );
            all.set(key, { findings, wide: Object.fromEntries(shown), at, ...spare });
            keys[path] = [...(keys[path] ?? []), key];
          },
        };
      });
    }
  }
  return { said: Object.fromEntries(all), keys };
}

/** What the lines of an agent file cost that are the same in every project; infinite where nobody counts so. */
function fixedCost(text: string): number {
  const { body, head } = parseDocument(text);
  if (encodingOf(head['model']).name !== 'o200k_base') return Infinity;
  return linesOf(body)
    .filter((line) => !line.includes(anyName))
    .reduce((sum, line) => sum + countTokens(line), 0);
}

/** A project of Python, and one of TypeScript. */
async function projects(): Promise<readonly Workspace[]> {
  const scripts = {
    test: 'vitest run',
    lint: 'eslint .',
    types: 'tsc',
    coverage: 'vitest run --coverage',
  };
  const open = (files: Readonly<Record<string, string>>) =>
    openWorkspace('', {
      project: memoryTree(files),
      today: anyDay,
      folder: anyName,
    });
  return [await open({}), await open({ 'package.json': JSON.stringify({ scripts }) })];
}
