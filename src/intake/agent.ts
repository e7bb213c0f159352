import type { Head } from '../front-matter.ts';
import { globFault } from '../globs.ts';
import type { ImportScene, Source, Taken } from '../importer.ts';
import { capital } from '../words.ts';
import { toolsOf } from './agent-tools.ts';
import { budgetOf } from './budget.ts';
import { colleaguesInText } from './colleagues.ts';
import { asMap, type Dialect, type HeadReader, readHead } from './dialect.ts';
import { gatesInText } from './gates.ts';
import { colleaguesInHead } from './head-colleagues.ts';
import { idFrom, oneLine, several } from './names.ts';
import { conventionsInText } from './pairs.ts';
import { deniedInText } from './paths.ts';
import { firstSentence, labelled, serversInText, titleIn } from './prose.ts';

/**
 * Read an agent of any tool: its text becomes the voice of a persona, whole and word for word, and
 * what can be known of it becomes data above. A key without a meaning is told.
 */
export function takeAgent(source: Source, dialect: Dialect, scene: ImportScene): Taken {
  const { path, document, markdown } = source;
  const own = scene.targets.find(({ id }) => id === dialect.target) ?? scene.targets[0]!;
  const reader = readHead(source, dialect);
  const { value } = reader;
  const who = whoIs(source, dialect, reader, scene.id);

  const security = securityOf(reader);
  const tools = toolsOf(source, reader, own, scene.targets, security.servers);
  const servers = [
    ...(security.servers ?? []),
    ...serverNames(value('servers')),
    ...tools.servers,
    ...(security.servers === undefined ? serversInText(source) : []),
  ];
  const conventions = conventionsInText(source, who.id, scene);
  const expertise = [...several(value('expertise')), ...several(labelled(source, 'Expertise'))];
  const focus = [...several(value('focus')), ...several(labelled(source, 'Focus'))];
  const model = modelOf(reader);
  const head: Head = {
    ...who,
    expertise: [...new Set(expertise)],
    focus: [...new Set(focus)],
    stack: expertise.some((each) => /fastapi/i.test(each)) ? 'fastapi' : undefined,
    can: tools.can,
    servers: [...new Set(servers)],
    paths: { deny: [...new Set([...security.paths, ...deniedInText(markdown)])] },
    budget: budgetOf(source, reader, scene),
    hypertool: hypertoolOf(reader),
    model: model === undefined ? undefined : { [own.id]: model },
    conventions: conventions.ids,
    gates: gatesInText(markdown),
    logseq: logseqOf(source),
    tools: tools.list === undefined ? undefined : { [own.id]: tools.list },
    voice: 'whole',
  };
  // `printDocument` puts one blank line below the front matter.
  const text = document.body.replace(/^\n/, '');
  return {
    personas: [
      {
        id: who.id,
        path,
        head,
        colleagues: [...colleaguesInHead(reader), ...colleaguesInText(markdown)],
        body: text.trim() === '' ? `${who.summary}\n` : text,
      },
    ],
    conventions: conventions.own,
    changes: [...reader.changes, ...tools.changes],
  };
}

/** How it is called, and what it is for. */
function whoIs(source: Source, { stem }: Dialect, { value, tell }: HeadReader, given?: string) {
  const said =
    oneLine(value('title')) || (labelled(source, 'Role') ?? titleIn(source) ?? '').split(' (')[0]!;
  const page = logseqOf(source);
  const id = given ?? idFrom(stem, pageName(page), oneLine(value('id')), said);
  const title = said === '' ? id.split('-').map(capital).join(' ') : said;
  const summary = oneLine(value('summary'));
  if (summary === '')
    tell('assumed', 1, 'summary', 'it has no description: the first sentence stands for it');
  return {
    id,
    title,
    icon: iconIn(labelled(source, 'Persona') ?? ''),
    summary: summary === '' ? (firstSentence(source) ?? `Works as ${title}.`) : summary,
  };
}

/** The paths that it must not change, and the servers that it may use, where its front matter says so. */
function securityOf({ value, keyOf, lineOf, tell }: HeadReader) {
  const security = asMap(value('security'));
  for (const key of Object.keys(security).filter((each) => !known.includes(each)))
    tell(
      'lost',
      lineOf(keyOf('security'), key),
      `key \`security.${key}\``,
      'no target holds an agent to it',
    );
  const paths = [
    ...several(security['restricted_paths']).map((glob) => ({ glob, key: keyOf('security') })),
    ...several(value('deny')).map((glob) => ({ glob, key: keyOf('deny') })),
  ].filter(({ glob, key }) => {
    const fault = globFault(glob);
    if (fault !== undefined)
      tell('lost', lineOf(key), `path \`${glob}\``, `it is no glob: ${fault}`);
    return fault === undefined;
  });
  const allowed = security['allowed_mcp_servers'];
  return {
    paths: paths.map(({ glob }) => glob),
    servers: allowed === undefined ? undefined : several(allowed),
  };
}

const known = ['restricted_paths', 'allowed_mcp_servers'];

function modelOf({ value, keyOf, lineOf, tell }: HeadReader): string | undefined {
  const [model, ...others] = several(value('model'));
  if (others.length > 0)
    tell(
      'lost',
      lineOf(keyOf('model')),
      `models ${others.join(', ')}`,
      'a persona asks for one model of a target: the first',
    );
  return model;
}

function hypertoolOf({ value, keyOf, lose }: HeadReader): string | undefined {
  const name = oneLine(value('hypertool'));
  const isName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);
  if (name !== '' && !isName) lose(keyOf('hypertool'), 'it is no name of a Hypertool persona');
  const isBy = value('by hypertool');
  if (isBy !== undefined && (isBy !== true || !isName))
    lose(
      keyOf('by hypertool'),
      'a target says it of each persona that goes with Hypertool, and of no other',
    );
  return isName ? name : undefined;
}

const serverNames = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap((each) => (typeof each === 'string' ? [each] : Object.keys(asMap(each))))
    : Object.keys(asMap(value));

const logseqOf = ({ document }: Source) =>
  /^\*\*Logseq:\*\*\s*\[\[([^\]\n]+)\]\]/m.exec(document.body)?.[1]?.trim();

/** The last part of a Logseq page, without its endings. */
const pageName = (page: string | undefined) =>
  page?.slice(page.lastIndexOf('/') + 1).replace(/\.(chatmode|agent)$/i, '');

/** An emoji at the start, if it is one and whole. */
const iconIn = (text: string) => /^\p{Extended_Pictographic}\ufe0f?/u.exec(text)?.[0];
