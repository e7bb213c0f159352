import { parseDocument, printHead } from '../front-matter.ts';
import { launchOf } from '../launch.ts';
import type { Persona } from '../persona.ts';
import { serverFacts } from '../server.ts';
import { agentsOnly, defineTarget, unheld } from '../target.ts';
import vocabulary from './vocabulary/hypertool.json' with { type: 'json' };

// https://github.com/toolprint/hypertool-mcp/blob/main/guides/PERSONAS.md
// Installed with `hypertool-mcp persona add .hypertool/personas/<id>`: it reads its own folder only.

export default defineTarget({
  id: 'hypertool',
  title: 'Hypertool',
  marks: [],
  vocabulary,
  ...agentsOnly(({ persona, grant }) => {
    const folder = `.hypertool/personas/${persona.id}`;
    const ids = grant.tools.filter((tool) => tool.includes('.'));
    const listed = new Set(ids.map((id) => id.split('.')[0]!));
    const servers = ids.length > 0 ? [...listed] : grant.tools;
    const pack = {
      name: persona.id,
      description: bounded(persona.summary),
      toolsets: ids.length === 0 ? undefined : [{ name: 'granted', toolIds: ids }],
      defaultToolset: ids.length === 0 ? undefined : 'granted',
      version: '1.0',
    };
    return {
      path: `${folder}/persona.yaml`,
      text: printHead(pack),
      beside: [{ path: `${folder}/mcp.json`, text: configuration(servers) }],
    };
  }, 'A pack is tools without text.'),
  reads: (path) =>
    /(^|\/)\.hypertool\/personas\/[^/]+\/persona\.ya?ml$/.test(path) ? 'agent' : undefined,
  keys: {
    agent: {
      name: 'text!',
      description: 'text!',
      toolsets: 'list',
      defaultToolset: 'text',
      version: 'text',
      metadata: 'map',
    },
  },
  parse: (text) => parseDocument(`---\n${text.replace(/^---\r?\n/, '')}\n---\n`),
  effective: (head) => {
    const sets = Array.isArray(head['toolsets']) ? (head['toolsets'] as Toolset[]) : [];
    const chosen = sets.find(({ name }) => name === head['defaultToolset']) ?? sets[0];
    return chosen === undefined
      ? {
          are: 'exact',
          tools: [],
          can: [],
          servers: [],
          because: 'without a toolset it has what the servers of its mcp.json bring',
        }
      : { are: 'exact', tools: chosen.toolIds ?? [], because: 'the toolset names them' };
  },
  serverTool: (server, tool) => `${server}.${tool}`,
  wholeServer: (server) => server,
  servedAs: (name) => {
    const [, server, tool] = /^([a-z][\w-]*)(?:\.(.+))?$/.exec(name) ?? [];
    return server === undefined ? undefined : { server, tool: tool ?? '*' };
  },
  advisory: (persona) => [
    ...unheld(persona, {
      paths: 'a pack chooses tools of servers; what they are used on is not its business',
      budget: 'a pack has no budget',
      handoffs: 'a pack has no hand-offs',
      text: 'a pack is tools without text',
    }),
    ...unlisted(persona).map((server) => ({
      what: 'server' as const,
      name: server,
      because: 'a toolset names each tool, and the names of its tools are not known here',
    })),
  ],
  description: { most: 500 },
});

interface Toolset {
  readonly name?: unknown;
  readonly toolIds?: readonly string[];
}

/** Beside servers whose tools are listed, one whose tools nobody knows is out of reach. */
const unlisted = ({ servers, can }: Persona) => {
  const isListed = (server: string) => can.some((each) => serverFacts(server).tools?.[each]);
  return servers.some(isListed) ? servers.filter((server) => !serverFacts(server).tools) : [];
};

/** Between 10 and 500 characters. */
const bounded = (text: string) =>
  (text.length <= 500 ? text : `${text.slice(0, 499)}…`).padEnd(10, '.');

const configuration = (servers: readonly string[]) => {
  const known = servers.flatMap((server) => {
    const launch = launchOf(server, (name) => `\${${name}}`);
    return launch === undefined ? [] : [[server, launch] as const];
  });
  return `${JSON.stringify({ mcpServers: Object.fromEntries(known) }, undefined, 2)}\n`;
};
