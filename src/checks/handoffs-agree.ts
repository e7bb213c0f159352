import { type Context, defineCheck, type Remark } from '../check.ts';
import { handoffGraph } from '../agents/handoff-graph.ts';
import { sureHandoffs, idOf, isSame, type Mention, topics } from '../text/handoffs-in-text.ts';

export default defineCheck({
  name: 'handoffs-agree',
  level: 'warning',
  why: 'To consult somebody is to go on with their advice, to delegate is to stop. A text that says both of the same work leaves the choice to chance.',
  reads: ({ kind, target }) => kind === 'agent' && target !== undefined,

  good: {
    path: '.claude/agents/a.md',
    text: "## What I don't do\n\n- Test strategies (consult `qa-engineer`)\n\n## When to consult\n\n- **Consult `qa-engineer`** for a test strategy\n",
  },
  bad: {
    path: '.claude/agents/a.md',
    text: "## What I don't do\n\n- Test strategies (consult `qa-engineer`)\n\n## Boundaries\n\n- **Delegate to QA:** For test strategies\n",
  },

  *remarks(file, context) {
    const mentions = sureHandoffs(file.markdown).slice(0, most);
    yield* verbs(mentions);
    yield* lists(mentions);
    yield* names(mentions);
    yield* backAndForth(file.path, context);
  },
});

/** Each is held against each other, so a text that does nothing but hand off would never be done. */
const most = 300;

/** Consult here, delegate there, and the same work. Told once for each persona. */
function* verbs(mentions: readonly Mention[]): Iterable<Remark> {
  const told: string[] = [];
  const works = mentions.map(({ about }) => [...topics(about)]);
  for (const [index, later] of mentions.entries()) {
    if (told.some((called) => isSame(called, later.called))) continue;
    const work = new Set(works[index]);
    const earlier = mentions
      .slice(0, index)
      .find(
        (each, nth) =>
          each.verb !== later.verb &&
          isSame(each.called, later.called) &&
          works[nth]!.some((topic) => work.has(topic)),
      );
    if (earlier === undefined) continue;
    told.push(later.called);
    yield {
      line: later.line,
      column: later.column,
      says: `Line ${earlier.line} says to ${said(earlier)}, and this line to ${said(later)}, for the same work.`,
      mend: 'Decide which it is, and write it in both places.',
    };
  }
}

const said = ({ verb, called }: Mention) =>
  `${verb === 'consult' ? 'consult' : 'delegate to'} ${called.replaceAll('`', '')}`;

/** Sections that list whom to turn to should list the same. */
function* lists(mentions: readonly Mention[]): Iterable<Remark> {
  const sections = new Map<string, Mention[]>();
  for (const mention of mentions)
    sections.set(mention.section, [...(sections.get(mention.section) ?? []), mention]);
  const rolls = [...sections]
    .map(([section, all]) => ({ section, all, roles: distinct(all) }))
    .filter(({ roles }) => roles.length > 1);
  const longest = rolls.toSorted((a, b) => b.roles.length - a.roles.length)[0];
  for (const { section, all, roles } of rolls) {
    const missing = longest!.roles.filter((role) => !roles.some((each) => isSame(each, role)));
    if (missing.length === 0) continue;
    yield {
      line: all[0]!.line,
      says: `"${section}" hands off to ${roles.length}, and "${longest!.section}" (line ${longest!.all[0]!.line}) to ${longest!.roles.length}: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing here.`,
      mend: 'Keep one list, and let the other places refer to it.',
    };
  }
}

function distinct(all: readonly Mention[]): readonly string[] {
  const roles: string[] = [];
  for (const { called } of all)
    if (!roles.some((role) => isSame(role, called))) roles.push(called.replaceAll('`', ''));
  return roles;
}

/** One persona under two ids. That `QA Engineer` is `qa-engineer` anybody can tell. */
function* names(mentions: readonly Mention[]): Iterable<Remark> {
  const ids = new Map<string, Mention>();
  for (const mention of mentions) {
    const id = idOf(mention.called).replaceAll('-', '');
    if (ids.has(id)) continue;
    const other = [...ids.values()].find((each) => isSame(each.called, mention.called));
    ids.set(id, mention);
    if (other === undefined) continue;
    yield {
      level: 'info',
      line: mention.line,
      column: mention.column,
      says: `${mention.called.replaceAll('`', '')} is called ${other.called.replaceAll('`', '')} on line ${other.line}.`,
      mend: 'Call everybody by the id of their file.',
    };
  }
}

/** Two words of both; or one, where neither says more. */
const isSameWork = (work: ReadonlySet<string>, other: readonly string[]) => {
  const shared = other.filter((topic) => work.has(topic)).length;
  return shared > 1 || (shared === 1 && work.size === 1 && other.length === 1);
};

/** Two agents that delegate the same work to each other: nobody does it. */
function* backAndForth(path: string, context: Context): Iterable<Remark> {
  const { edges } = handoffGraph(context);
  const given = edges.filter(({ verb }) => verb === 'delegate');
  const mine = given.filter(({ from, to }) => from.path === path && to !== undefined);
  if (mine.length === 0) return;
  const returned = given.filter(({ to }) => to?.path === path).slice(0, most);
  const works = returned.map(({ about }) => [...topics(about)]);
  for (const edge of mine.slice(0, most)) {
    const work = topics(edge.about);
    const back = returned.find(
      ({ from }, nth) => from === edge.to && isSameWork(work, works[nth]!),
    );
    if (back === undefined) continue;
    yield {
      line: edge.line,
      says: `This work goes to ${edge.called}, and ${back.from.path}:${back.line} sends it back.`,
      mend: 'Say in one of the two files that the work is done there.',
    };
  }
}
