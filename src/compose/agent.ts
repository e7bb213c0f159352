import { type Capability, capabilities, withWhatComes } from '../capability.ts';
import type { Convention } from '../convention.ts';
import type { Workspace } from '../generator.ts';
import { compile, grantFor } from '../grant.ts';
import { type Handoff, knownSections, type Persona } from '../persona.ts';
import { conventionNotFound } from '../problems.ts';
import { fillIn, type Language, type Project } from '../project.ts';
import { serverFacts } from '../server.ts';
import type { Loss, PlannedFile } from '../stages.ts';
import { type Grant, settle, type Target } from '../target.ts';
import { capital, uncapital } from '../words.ts';

const template = 'primitives/chatmode.md.hbs';

/**
 * The chat mode or agent file of a persona, for one target; `files` are it and what stands beside it.
 *
 * @param isThere - whether a path is in the project or in the same plan: only such files are named
 * @throws NothingGranted, ConventionNotFound
 */
export function agentFile(
  persona: Persona,
  target: Target,
  workspace: Workspace,
  isThere: (path: string) => boolean,
): { file: PlannedFile; files: readonly PlannedFile[]; losses: readonly Loss[] } {
  const grant = grantFor(persona, target);
  const handoffs = persona.handoffs.flatMap((handoff) => {
    const other = workspace.personas.get(handoff.to);
    return other === undefined || !isThere(agentPath(other, target))
      ? []
      : [{ ...handoff, title: other.title }];
  });
  const isWhole = persona.voice === 'whole';
  const body = isWhole
    ? persona.body
    : workspace.render.text(template, view(persona, target, grant, workspace, isThere));
  const files = settle({ kind: 'agent', persona, grant, handoffs, body }, target, {
    persona: persona.id,
    ...(isWhole ? { quotes: 'body' as const } : { template: workspace.render.version(template) }),
  });
  return { file: files[0]!, files, losses: grant.losses };
}

/** Where a target keeps the agent file of a persona. */
export const agentPath = (persona: Persona, target: Target): string =>
  target.homes.agent!({
    kind: 'agent',
    persona,
    grant: compile(persona, target),
    handoffs: [],
    body: '',
  }).path;

/** Where a target keeps the instruction file of a convention, if it has a place for one. */
export const instructionPath = (slug: string, target: Target): string | undefined =>
  target.homes.instruction?.({ kind: 'instruction', slug, summary: '', globs: [], body: '' }).path;

/** The conventions of a persona, in the order in which it names them. */
export const conventionsOf = (
  persona: Persona,
  { conventions }: Workspace,
): readonly Convention[] => named(persona.conventions, conventions);

/**
 * All conventions that the code of a persona carries: those that its agent file shows, and those of
 * which it only says the rule. What is on neither list has no prose, no skeleton and no check.
 *
 * @throws ConventionNotFound
 */
export const conventionsKept = (
  persona: Pick<Persona, 'conventions' | 'keeps'>,
  { conventions }: Pick<Workspace, 'conventions'>,
): readonly Convention[] =>
  named([...new Set([...persona.conventions, ...persona.keeps])], conventions);

const named = (ids: readonly string[], conventions: Workspace['conventions']) =>
  ids.map((id) => {
    const convention = conventions.get(id);
    if (convention === undefined) throw conventionNotFound(id, [...conventions.keys()]);
    return convention;
  });

/** The language of a persona is that of its stack; without one, the project decides. */
export const languageOf = ({ stack }: Persona): Language | undefined =>
  stack === undefined ? undefined : ['fastapi', 'python'].includes(stack) ? 'python' : 'typescript';

function view(
  persona: Persona,
  target: Target,
  grant: Grant,
  workspace: Workspace,
  isThere: (path: string) => boolean,
) {
  const facts = workspace.facts(languageOf(persona));
  const section = (title: string) =>
    fillIn(persona.sections.find((each) => each.title === title)?.text ?? '', facts);
  const conventions = conventionsOf(persona, workspace);
  const part = (name: Convention['part']) => conventions.filter((each) => each.part === name);
  const rules = (name: Convention['part']) =>
    named(persona.keeps, workspace.conventions)
      .flatMap((each) => (each.part === name ? [each.rule] : []))
      .join(' ');

  const does = section('What I do');
  const leaves = persona.handoffs
    .filter((handoff) => handoff.leaves.length > 0)
    .map((handoff) => `${capital(handoff.leaves.map(uncapital).join(', '))} (${towards(handoff)})`);
  const asks = persona.handoffs.map(
    (handoff) => `**${capital(towards(handoff))}** for ${handoff.for}`,
  );
  const steps = section('Development workflow');
  const beforeCommit = checksBeforeCommit(persona, facts);
  const gates = gateLines(persona);

  return {
    heading: target.id === 'augment' ? `Chat Mode: ${persona.title}` : persona.title,
    title: persona.title,
    expertise: persona.expertise.join(', '),
    focus: persona.focus.join(', '),
    identity: `${persona.icon === undefined ? '' : `${persona.icon} `}${persona.id} (${persona.budget} tokens)`,
    role: section('Role description'),
    areas: section('Expertise areas'),
    held: heldBy(persona, grant),
    groups: grant.groups,
    restricted: restrictions(persona, grant),
    boundaries: boundaries(persona, grant),
    focusAreas: section('Specific focus areas'),
    constraints: does !== '' || leaves.length > 0,
    does,
    leaves,
    asks,
    standards: part('standards'),
    testing: part('testing'),
    hasStandards: part('standards').length > 0 || rules('standards') !== '',
    hasTesting: part('testing').length > 0 || rules('testing') !== '',
    standardsToo: rules('standards'),
    testingToo: rules('testing'),
    tasks: section('Common tasks'),
    others: otherSections(persona).map(({ title, text }) => ({ title, text: fillIn(text, facts) })),
    workflow: steps !== '' || beforeCommit.length > 0 || gates.length > 0,
    steps,
    beforeCommit,
    gates,
    research: section('Research integration'),
    resources: resources(persona, target, section('Resources'), isThere),
    note: `This persona focuses on ${persona.focus.map(uncapital).join(', ')}.${asks.length === 0 ? '' : ' What is not its work it hands off: see "When to Consult".'}`,
    logseq: persona.logseq ?? '',
  };
}

/** What it may do, where the tool has no names for it that could be listed. */
const heldBy = (persona: Persona, grant: Grant) =>
  grant.tools.length > 0
    ? []
    : capabilities
        .filter(({ name }) => has(persona, grant, name))
        .map(({ title, says }) => `**${title}:** ${says}`);

/** A mode may give less than the persona has. */
const has = ({ can }: Persona, { mode }: Grant, name: Capability) =>
  can.includes(name) && (mode === undefined || withWhatComes(mode.can).includes(name));

const otherSections = ({ sections }: Persona) =>
  sections.filter(
    ({ title }) => title !== '' && !(knownSections as readonly string[]).includes(title),
  );

/** One verb for one hand-off, wherever it is named. */
const towards = ({ how, to }: Handoff) =>
  how === 'consult' ? `consult \`${to}\`` : `delegate to \`${to}\``;

function restrictions(persona: Persona, grant: Grant): string[] {
  const { paths } = persona;
  const withheld = capabilities
    .filter(({ name }) => !has(persona, grant, name))
    .map(({ title }) => `no ${title.toLowerCase()}`);
  const denied = paths.deny.map((glob) => `\`${glob}\``);
  return [
    ...(denied.length === 0 ? [] : [`**Files:** never change ${denied.join(', ')}`]),
    ...(withheld.length === 0 ? [] : [`**Not granted:** ${withheld.join(', ')}`]),
  ];
}

/** A server that stands among the tools has said there what it is for. */
function boundaries({ servers }: Persona, { groups }: Grant): string[] {
  const isListed = groups.some(({ title }) => title === 'Servers');
  const named = servers.map((server) =>
    isListed || serverFacts(server).tools !== undefined
      ? `\`${server}\``
      : `\`${server}\` (${serverFacts(server).says})`,
  );
  return [named.length === 0 ? 'No MCP server' : `Only these servers: ${named.join(', ')}`];
}

/** What to run before a commit. A persona that runs nothing is told nothing to run. */
function checksBeforeCommit({ can }: Persona, facts: Project) {
  if (!can.includes('execute')) return [];
  const tests = can.includes('test')
    ? [{ says: 'All tests pass, coverage is kept', command: facts.coverage }]
    : [];
  return [
    ...tests,
    { says: 'Lint is clean', command: facts.lint },
    { says: 'Format is clean', command: facts.format },
    { says: 'Types are clean', command: facts.types },
    { says: 'No secret has come in', command: facts.secrets },
  ];
}

const gateLines = ({ gates }: Persona) =>
  gates === undefined
    ? []
    : [
        `Development: ≥${gates.development}% coverage`,
        `Staging: ≥${gates.staging}% coverage, integration tests`,
        `Production: ≥${gates.production}% coverage, end-to-end tests`,
      ];

function resources(
  persona: Persona,
  target: Target,
  own: string,
  isThere: (path: string) => boolean,
): string {
  const instructions = persona.conventions
    .flatMap((slug) => instructionPath(slug, target) ?? [])
    .filter(isThere);
  const memories = memoryFolders.filter((home) =>
    persona.memories.some((topic) => isThere(`${home}${topic}.memory.md`)),
  );
  // A section of a file at the root has no folder: then the file is named.
  const [first] = instructions;
  const folder = first?.slice(0, first.lastIndexOf('/') + 1) || first;
  const lines = [
    ...(folder === undefined ? [] : [`- Conventions in full: \`${folder}\``]),
    ...memories.map((home) => `- What was learned: \`${home}\``),
  ];
  return [own, lines.join('\n')].filter((part) => part !== '').join('\n\n');
}

const memoryFolders = ['.augment/memory/', '.persona/memory/'];
