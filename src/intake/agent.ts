import type { Head } from '../front-matter.ts';
import { lineOfKey } from '../front-matter.ts';
import { globFault } from '../globs.ts';
import type { Colleague, ImportScene, Source, Taken } from '../importer.ts';
import type { Change } from '../stages.ts';
import type { Target } from '../target.ts';
import { toolsIn } from '../tool-names.ts';
import { capital } from '../words.ts';
import { colleaguesInText } from './colleagues.ts';
import { gatesInText } from './gates.ts';
import { idFrom, oneLine, several } from './names.ts';
import { conventionsInText } from './pairs.ts';
import { deniedInText } from './paths.ts';
import { firstSentence, labelled, serversInText, titleIn, toolsInText } from './prose.ts';
import { type Named, takeTools } from './tools.ts';

/** What a key of the front matter means to us; a sentence says why it means nothing. */
export type Meaning =
  | 'id'
  | 'title'
  | 'summary'
  | 'focus'
  | 'expertise'
  | 'tools'
  | 'denied'
  | 'model'
  | 'hypertool'
  | 'by hypertool'
  | 'budget'
  | 'security'
  | 'servers'
  | 'deny'
  | 'handoffs'
  | 'agents'
  | 'said'
  | { readonly lost: string };

export interface Dialect {
  /** Whose names its tools and models have. */
  readonly target: string;
  readonly keys: Readonly<Record<string, Meaning>>;
  /** The name that its file gives it. */
  readonly stem: string | undefined;
  /** Its front matter, where that is not what stands in the file. */
  readonly head?: Head;
}

/**
 * Read an agent of any tool: its text becomes the voice of a persona, whole and word for word, and
 * what can be known of it becomes data above. A key without a meaning is told.
 */
export function takeAgent(source: Source, dialect: Dialect, scene: ImportScene): Taken {
  const { path, document, text, markdown } = source;
  const own = scene.targets.find(({ id }) => id === dialect.target) ?? scene.targets[0]!;
  const changes: Change[] = [];
  const lineOf = (...keys: (string | number)[]) => lineOfKey(text, keys);
  const lose = (key: string, because: string) =>
    changes.push({ how: 'lost', path, line: lineOf(key), what: `key \`${key}\``, because });

  const meant = meanings(dialect.head ?? document.head, dialect, lose);
  const value = (meaning: Meaning) => meant.find((each) => each.meaning === meaning)?.value;
  const keyOf = (meaning: Meaning) => meant.find((each) => each.meaning === meaning)?.key ?? '';

  const logseq = /^\*\*Logseq:\*\*\s*\[\[([^\]\n]+)\]\]/m.exec(document.body)?.[1]?.trim();
  const title =
    oneLine(value('title')) || (labelled(source, 'Role') ?? titleIn(source) ?? '').split(' (')[0]!;
  const id = scene.id ?? idFrom(dialect.stem, pageName(logseq), oneLine(value('id')), title);
  const called = title === '' ? id.split('-').map(capital).join(' ') : title;
  const summary = oneLine(value('summary'));
  const security = asMap(value('security'));
  const allowed =
    security['allowed_mcp_servers'] === undefined
      ? undefined
      : several(security['allowed_mcp_servers']);
  const tools = toolsOf(
    source,
    own,
    scene,
    value('tools'),
    keyOf('tools'),
    value('denied'),
    allowed,
  );
  const restricted = [...several(security['restricted_paths']), ...several(value('deny'))];
  for (const glob of restricted.filter((each) => globFault(each) !== undefined))
    changes.push({
      how: 'lost',
      path,
      line: lineOf(keyOf(value('deny') === undefined ? 'security' : 'deny')),
      what: `path \`${glob}\``,
      because: `it is no glob: ${globFault(glob)}`,
    });
  for (const key of Object.keys(security))
    if (!['restricted_paths', 'allowed_mcp_servers'].includes(key))
      changes.push({
        how: 'lost',
        path,
        line: lineOf('security', key),
        what: `key \`security.${key}\``,
        because: 'no target holds an agent to it',
      });
  const servers = [
    ...(allowed ?? []),
    ...serverNames(value('servers')),
    ...tools.servers,
    ...(allowed === undefined ? serversInText(source) : []),
  ];
  const conventions = conventionsInText(source, id, scene);
  const expertise = [...several(value('expertise')), ...several(labelled(source, 'Expertise'))];
  const model = several(value('model'));
  if (model.length > 1)
    changes.push({
      how: 'lost',
      path,
      line: lineOf(keyOf('model')),
      what: `models ${model.slice(1).join(', ')}`,
      because: 'a persona asks for one model of a target: the first',
    });
  const hypertool = oneLine(value('hypertool'));
  const isSlug = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(hypertool);
  if (hypertool !== '' && !isSlug) lose(keyOf('hypertool'), 'it is no name of a Hypertool persona');
  if (value('by hypertool') !== undefined && (value('by hypertool') !== true || !isSlug))
    lose(
      keyOf('by hypertool'),
      'a target says it of each persona that goes with Hypertool, and of no other',
    );
  const budget = budgetOf(source, value('budget'), scene);
  if (summary === '')
    changes.push({
      how: 'assumed',
      path,
      line: 1,
      what: 'summary',
      because: 'it has no description: the first sentence stands for it',
    });

  const head: Head = {
    id,
    title: called,
    icon: iconIn(labelled(source, 'Persona') ?? ''),
    summary: summary === '' ? (firstSentence(source) ?? `Works as ${called}.`) : summary,
    expertise: [...new Set(expertise)],
    focus: [...new Set([...several(value('focus')), ...several(labelled(source, 'Focus'))])],
    stack: expertise.some((each) => /fastapi/i.test(each)) ? 'fastapi' : undefined,
    can: tools.can,
    servers: [...new Set(servers)],
    paths: {
      deny: [
        ...new Set([
          ...restricted.filter((each) => globFault(each) === undefined),
          ...deniedInText(markdown),
        ]),
      ],
    },
    budget: budget.tokens,
    hypertool: isSlug ? hypertool : undefined,
    model: model[0] === undefined ? undefined : { [own.id]: model[0] },
    conventions: conventions.ids,
    gates: gatesInText(markdown),
    logseq,
    tools: tools.list === undefined ? undefined : { [own.id]: tools.list },
    voice: 'whole',
  };
  return {
    personas: [
      {
        id,
        path,
        head,
        colleagues: [
          ...fromHead(value('handoffs'), value('agents'), lineOf),
          ...colleaguesInText(markdown),
        ],
        body: document.body.trim() === '' ? `${head['summary']}\n` : unblanked(document.body),
      },
    ],
    conventions: conventions.own,
    changes: [...changes, ...tools.changes, ...budget.changes],
  };
}

/** `printDocument` puts one blank line below the front matter. */
const unblanked = (body: string) => body.replace(/^\n/, '');

function meanings(
  head: Head,
  { keys }: Dialect,
  lose: (key: string, because: string) => void,
): readonly { key: string; value: unknown; meaning: Meaning }[] {
  return Object.entries(head).flatMap(([key, value]) => {
    const meaning = keys[key];
    if (value === undefined) return [];
    if (meaning === undefined) lose(key, 'no target reads such a key');
    else if (typeof meaning === 'object') lose(key, meaning.lost);
    else if (value !== null) return [{ key, value, meaning }];
    return [];
  });
}

function toolsOf(
  source: Source,
  own: Target,
  { targets }: ImportScene,
  value: unknown,
  key: string,
  denied: unknown,
  only: readonly string[] | undefined,
) {
  const map = asMap(value);
  const isMap = Object.keys(map).length > 0;
  const listed = isMap ? map['allowed'] : value;
  const named = (names: readonly string[], under: string): readonly Named[] =>
    names.map((name) => ({ name, line: lineOfName(source, name, under) }));
  const names = listed === undefined ? undefined : toolsIn(listed);
  const inText = names === undefined && value === undefined ? toolsInText(source) : [];
  const fromText = takeTools(source.path, inText, [], own, targets, only);
  const withheld = named(toolsIn(isMap ? map['denied'] : denied) ?? [], isMap ? 'denied' : '');
  // A text that lists its tools means these and no others, though no tool reads it there.
  if (names === undefined && inText.length > 0 && fromText.list!.length > 0)
    return { ...fromText, list: undefined, changes: [] };
  return takeTools(
    source.path,
    names === undefined ? undefined : named(names, key),
    withheld,
    own,
    targets,
    only,
  );
}

/** The line of the front matter on which a name stands, or that of its key. */
function lineOfName({ lines, text, document }: Source, name: string, key: string): number {
  const at = lines.findIndex((line, index) => index > 0 && line.includes(name));
  return at >= 0 && at + 1 < document.bodyLine ? at + 1 : lineOfKey(text, [key]);
}

const asMap = (value: unknown): Head =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Head) : {};

const serverNames = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap((each) => (typeof each === 'string' ? [each] : Object.keys(asMap(each))))
    : Object.keys(asMap(value));

/** The last part of a Logseq page, without its endings. */
const pageName = (page: string | undefined) =>
  page?.slice(page.lastIndexOf('/') + 1).replace(/\.(chatmode|agent)$/i, '');

/** An emoji at the start, if it is one and whole. */
const iconIn = (text: string) => /^\p{Extended_Pictographic}\ufe0f?/u.exec(text)?.[0];

function budgetOf(
  { path, document, markdown }: Source,
  value: unknown,
  { tokens }: ImportScene,
): { tokens: number; changes: readonly Change[] } {
  const said = Number(value);
  if (Number.isInteger(said) && said > 0) return { tokens: said, changes: [] };
  for (const { text } of markdown.prose) {
    const found =
      /\*\*(?:Persona|Token Budget):?\*\*.{0,80}?(\d[\d,]{0,8}) tokens\b/i.exec(text)?.[1] ?? '';
    const many = Number(found.replaceAll(',', ''));
    if (many > 0) return { tokens: many, changes: [] };
  }
  const cost = tokens(document.body);
  const budget = Math.max(500, Math.ceil(cost / 500) * 500);
  const because = `it declares none, and costs ${cost} tokens`;
  return {
    tokens: budget,
    changes: [{ how: 'assumed', path, line: 1, what: `budget: ${budget}`, because }],
  };
}

/** `handoffs: [{ agent, label, prompt }]` and `agents: [name]` of VS Code. */
function fromHead(
  handoffs: unknown,
  agents: unknown,
  lineOf: (...keys: (string | number)[]) => number,
): readonly Colleague[] {
  const listed = Array.isArray(handoffs) ? handoffs.map(asMap) : [];
  return [
    ...listed.flatMap((each, nth): Colleague[] => {
      const called = oneLine(each['agent']);
      const says = oneLine(each['prompt']) || oneLine(each['label']);
      const line = lineOf('handoffs', nth, 'agent');
      return called === ''
        ? []
        : [{ called, how: 'delegate', line, ...(says !== '' && { for: says }) }];
    }),
    ...several(agents)
      .filter((called) => called !== '*')
      .map((called): Colleague => ({ called, how: 'delegate', line: lineOf('agents') })),
  ];
}
