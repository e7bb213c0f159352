import { lineOfKey, parseDocument } from '../front-matter.ts';
import { defineImporter } from '../importer.ts';
import { hypertoolName, onlyReads } from '../intake/hypertool.ts';
import { idFrom, oneLine } from '../intake/names.ts';
import { importUnreadable } from '../problems.ts';
import type { Change } from '../stages.ts';

interface Toolset {
  readonly name?: string;
  readonly toolIds?: readonly string[];
}

// https://github.com/toolprint/hypertool-mcp/blob/main/guides/PERSONAS.md

export default defineImporter({
  name: 'hypertool-pack',
  describes: 'persona packs of Hypertool (`persona.yaml`, with its `mcp.json`)',
  sources: ['https://github.com/toolprint/hypertool-mcp/blob/main/guides/PERSONAS.md'],
  reads: ({ path }) => /(^|\/)persona\.ya?ml$/.test(path),
  along: ['mcp.json'],

  take: ({ path, text }, { beside, id: given }) => {
    const { head, broken } = parseDocument(`---\n${text}\n---\n`);
    if (broken !== undefined)
      throw importUnreadable(`${path}:${broken.line - 1}`, broken.because, 'Mend that line.');
    const changes: Change[] = [];
    const lose = (what: string, because: string, ...keys: string[]) =>
      changes.push({
        how: 'lost',
        path,
        line: lineOfKey(`\n${text}`, keys) - 1 || 1,
        what,
        because,
      });
    for (const key of Object.keys(head))
      if (!['name', 'description', 'toolsets', 'metadata'].includes(key))
        lose(`key \`${key}\``, 'a persona has no such thing', key);
    const { tags, ...metadata } = (head['metadata'] ?? {}) as Record<string, unknown>;
    for (const key of Object.keys(metadata))
      lose(
        `key \`metadata.${key}\``,
        'version control knows who wrote it, and when',
        'metadata',
        key,
      );

    const toolsets = (
      Array.isArray(head['toolsets']) ? head['toolsets'] : []
    ) as readonly Toolset[];
    const tools = toolsets.flatMap(({ name = '', toolIds = [] }) =>
      toolIds.map((tool) => ({ name, tool })),
    );
    for (const { name, tool } of tools)
      lose(
        `tool \`${tool}\` of the toolset \`${name}\``,
        'a persona uses a server as a whole',
        'toolsets',
      );
    const servers = [
      ...new Set([...tools.map(({ tool }) => tool.split('.')[0]!), ...serversBeside(beside)]),
    ];
    if (servers.length > 0) changes.push(onlyReads(path, 'a pack names tools of servers only'));

    changes.push({
      how: 'assumed',
      path,
      line: 1,
      what: 'budget: 1000',
      because: 'a pack declares none',
    });

    const name = oneLine(head['name']);
    const id = given ?? idFrom(name, /([^/]+)\/persona\.ya?ml$/.exec(path)?.[1]);
    const summary = oneLine(head['description']) || `Works with ${servers.join(', ')}.`;
    return {
      personas: [
        {
          id,
          path,
          head: {
            id,
            title: name === '' ? id : name,
            summary,
            expertise: Array.isArray(tags) ? tags.map(oneLine).filter(Boolean) : [],
            focus: toolsets.map((each) => oneLine(each.name)).filter(Boolean),
            can: ['read'],
            servers,
            budget: 1000,
            hypertool: hypertoolName(name),
          },
          colleagues: [],
          body: `## Role description\n\n${summary}\n`,
        },
      ],
      changes,
    };
  },
});

/** The servers that the pack brings along, where it has a list of them. */
function serversBeside(beside: (path: string) => { text: string } | undefined): readonly string[] {
  try {
    const { mcpServers } = JSON.parse(beside('mcp.json')?.text ?? '{}');
    return Object.keys(mcpServers ?? {});
  } catch {
    return [];
  }
}
