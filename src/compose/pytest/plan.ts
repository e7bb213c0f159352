import type { Workspace } from '../../generator.ts';
import { moduleUnfit } from '../../problems.ts';
import { text } from '../../questions.ts';
import type { Answers, Plan, PlannedFile } from '../../stages.ts';
import { fold } from '../fastapi/fold.ts';
import { personaOf, refuseDenied } from '../fastapi/layout.ts';
import { coveringIn } from './covered.ts';
import { doublesOf } from './double.ts';
import { withImports } from './import-lines.ts';
import { isAbstract } from './instance.ts';
import { type FunctionOf, type Module, nameIn } from './module.ts';
import { namesOf } from './names-in-test.ts';
import { type Kind, packagesFor, testPath } from './place.ts';
import { readModule } from './read-module.ts';
import { skeletonsOf } from './skeleton.ts';
import { callable, chosen, readTarget } from './target.ts';
import type { Making } from './value.ts';
import { type World, worldOf } from './world.ts';

/**
 * Skeletons of tests for what a module offers. Functions that have a test are left out, and what a
 * test file holds already stays: what is missing is put below it.
 *
 * @throws ModuleUnfit, FunctionNotFound - before anything is planned
 * @throws PathDenied
 */
export function testPlan(answers: Answers, workspace: Workspace): Plan {
  const { project } = workspace;
  const kind = (text(answers['kind']) || 'unit') as Kind;
  const target = readTarget(text(answers['module']), project);
  const world = worldOf(project);
  const module = world.module(target.dotted);
  if (module === undefined)
    throw moduleUnfit(
      target.path,
      'it is not valid Python',
      'Mend it first: `python -m py_compile` tells where.',
    );
  const all = callable(module).filter((fn) => !isOfAbstract(fn, module, world));
  const isNamed = (fn: FunctionOf) => target.wanted !== '' || !module.started.has(fn.name);
  const wanted = chosen(all, target).filter(isNamed);
  if (wanted.length === 0)
    throw moduleUnfit(
      target.path,
      'it has no public function that a test could call',
      'Test what is private through what is public; a Protocol or an abstract class by what fulfils it.',
    );
  const covering = coveringIn(project, module, kind);
  const open = wanted.filter((fn) => covering(fn) === undefined);
  const path = testPath(target.path, kind, project);
  const files = open.length === 0 ? [] : written(path, module, world, open, kind, workspace);
  refuseDenied(files, personaOf(answers, workspace));
  const tested = wanted.filter((fn) => !open.includes(fn));
  return { generator: 'test', files, next: [...nextOf(path, tested, module, target.wanted)] };
}

const isOfAbstract = (fn: FunctionOf, inside: Module, world: World): boolean =>
  fn.owner !== '' &&
  fn.how !== 'static' &&
  fn.how !== 'class' &&
  isAbstract({ module: inside.dotted, name: fn.owner, inside }, { world } as Making);

function* nextOf(
  path: string,
  tested: readonly FunctionOf[],
  { started }: Module,
  wanted: string,
): Iterable<string> {
  yield `Fill in each skeleton, and take its mark away: \`uv run pytest ${path} -rx\` lists them.`;
  if (tested.length > 0) yield `Left out, for they have a test: ${tested.map(nameIn).join(', ')}.`;
  if (wanted === '' && started.size > 0)
    yield `Left out, for it runs the program: ${[...started].join(', ')}. Name it to have it.`;
}

/** The test file with what is missing, and the packages that it lies in. */
function written(
  path: string,
  module: Module,
  world: World,
  functions: readonly FunctionOf[],
  kind: Kind,
  { project }: Workspace,
): readonly PlannedFile[] {
  const keeps = project.read(path);
  const before = keeps?.replaceAll('\r\n', '\n') ?? `"""${titleOf(module, kind)}"""\n`;
  const standing = readModule(before, 'test', false);
  if (standing === undefined)
    throw moduleUnfit(
      path,
      'the tests that are there are not valid Python',
      'Mend them first, and run again.',
    );
  const names = namesOf(standing.imports, ownNames(standing));
  const doubles = doublesOf(project, world, path, kind);
  const making = (): Making => ({
    world,
    doubles,
    names,
    kind,
    fixtures: new Map(),
    arranged: [],
    variables: new Set(),
    depth: 0,
  });
  const isMarked = /pytestmark\b.*\bintegration\b/.test(before);
  const mark = kind !== 'integration' || isMarked ? [] : ['@pytest.mark.integration'];
  const marks = keeps === undefined ? [] : mark;
  const tests = functions
    .flatMap((fn) => skeletonsOf(fn, module, making, marks))
    .filter(({ name }) => !standing.functions.some((each) => each.name === name))
    .filter(({ name }, nth, all) => all.findIndex((each) => each.name === name) === nth)
    .map((test) => test.text);
  if (tests.length === 0) return [];
  const width = widthOf(project.read('pyproject.toml') ?? project.read('ruff.toml') ?? '');
  const isOwn = (name: string) => world.isOwn(name);
  const used = names.added().filter(({ local }) => new RegExp(`\\b${local}\\b`).test(tests.join()));
  const headed = withImports(before, used, { isOwn, width });
  const module_ =
    keeps === undefined && kind === 'integration' ? ['pytestmark = pytest.mark.integration'] : [];
  const head = [headed.trimEnd(), ...module_].join('\n\n');
  const text_ = `${[head, ...tests.map((test) => fold(test, width))].join('\n\n\n')}\n`;
  return [
    ...packagesFor(path, project).map((each) => ({ path: each, text: '' })),
    { path, text: text_, ...(keeps !== undefined && { keeps }) },
  ];
}

const ownNames = ({ functions, classes, aliases }: Module) =>
  new Set([...functions.map(({ name }) => name), ...classes.keys(), ...aliases.keys()]);

const titleOf = ({ dotted }: Module, kind: Kind) =>
  kind === 'integration' ? `Tests of ${dotted} on real services.` : `Tests of ${dotted}.`;

/** https://docs.astral.sh/ruff/settings/#line-length */
const widthOf = (config: string) => Number(/^line-length\s*=\s*(\d+)/m.exec(config)?.[1] ?? 88);
