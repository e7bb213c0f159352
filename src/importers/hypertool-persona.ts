import { globFault } from '../globs.ts';
import { defineImporter, type Source } from '../importer.ts';
import { hypertoolName, onlyReads } from '../intake/hypertool.ts';
import { idFrom, oneLine, several } from '../intake/names.ts';
import { importUnreadable } from '../problems.ts';
import type { Change } from '../stages.ts';

type Json = Readonly<Record<string, unknown>>;

// Not the format of Hypertool itself (see hypertool-pack): the one of the seed's family.

const marks = ['tokenBudget', 'allowedServers', 'restrictedPaths'];

export default defineImporter({
  name: 'hypertool-persona',
  describes: 'personas in JSON (`.hypertool/personas/*.json`)',
  sources: ['https://github.com/theinterneti/TTA.dev'],
  reads: (source) =>
    /\.json$/.test(source.path) &&
    (/(^|\/)\.hypertool\/personas\/[^/]+\.json$/.test(source.path) ||
      marks.some((key) => source.text.includes(`"${key}"`))),

  take: (source, { id: given }) => {
    const { path } = source;
    const json = parsed(source);
    const changes: Change[] = [];
    const lose = (key: string, because: string, what = `key \`${key}\``) =>
      changes.push({ how: 'lost', path, line: lineOf(source, key), what, because });
    for (const key of Object.keys(json))
      if (!known.has(key)) lose(key, 'a persona has no such thing');
    for (const [server, tools] of Object.entries(asMap(json['allowedTools'])))
      lose(
        'allowedTools',
        'a persona uses a server as a whole',
        `tools of ${server}: ${several(tools).join(', ')}`,
      );
    for (const [key, value] of Object.entries(asMap(json['security'])))
      lose(
        key,
        'no target holds an agent to it',
        `\`security.${key}\`: ${several(value).join(', ')}`,
      );
    for (const [key, value] of Object.entries(asMap(json['workflows'])))
      lose(
        key,
        'workflows have files of their own',
        `\`workflows.${key}\`: ${several(value).join(', ')}`,
      );

    const context = asMap(json['context']);
    const name = oneLine(json['name']);
    const id = given ?? idFrom(name, /([^/]+)\.json$/.exec(path)?.[1]);
    const deny = several(json['restrictedPaths']);
    for (const glob of deny.filter((each) => globFault(each) !== undefined))
      lose('restrictedPaths', `it is no glob: ${globFault(glob)}`, `path \`${glob}\``);
    changes.push(
      onlyReads(path, 'it names servers, and nothing that the persona does with the code'),
    );
    const title = oneLine(json['displayName']) || name || id;
    const summary = oneLine(json['description']) || `Works as ${title}.`;
    const files = several(context['keyFiles']);
    return {
      personas: [
        {
          id,
          path,
          head: {
            id,
            title,
            icon: oneLine(json['icon']) || undefined,
            summary,
            expertise: [...several(context['primaryLanguage']), ...several(context['frameworks'])],
            focus: several(context['focusAreas']),
            can: ['read'],
            servers: several(json['allowedServers']),
            paths: { deny: deny.filter((each) => globFault(each) === undefined) },
            budget: Number(json['tokenBudget']) > 0 ? Math.ceil(Number(json['tokenBudget'])) : 1000,
            hypertool: hypertoolName(name),
          },
          colleagues: [],
          body:
            `## Role description\n\n${summary}\n` +
            (files.length === 0
              ? ''
              : `\n## Resources\n\n${files.map((file) => `- \`${file}\``).join('\n')}\n`),
        },
      ],
      changes,
    };
  },
});

const known = new Set([
  ...['name', 'displayName', 'description', 'icon', 'tokenBudget', 'allowedServers'],
  ...['restrictedPaths', 'context', 'allowedTools', 'security', 'workflows', '$schema'],
]);

/** @throws ImportUnreadable */
function parsed({ path, text }: Source): Json {
  try {
    const json: unknown = JSON.parse(text);
    if (Object.keys(asMap(json)).length > 0) return asMap(json);
  } catch (error) {
    throw importUnreadable(`${path}:1`, `it is no JSON (${(error as Error).message})`, 'Mend it.');
  }
  throw importUnreadable(`${path}:1`, 'it holds no keys', 'Name another file.');
}

const asMap = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

const lineOf = ({ lines }: Source, key: string) =>
  Math.max(1, lines.findIndex((line) => line.includes(`"${key}"`)) + 1);
