import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import { knownServers } from '../server.ts';
import { toolsIn } from '../rights/tool-names.ts';

export default defineCheck({
  name: 'servers-are-used',
  level: 'warning',
  why: 'Every server that is allowed costs its tool descriptions in each request and is a door that stands open. One that the text uses and nobody allowed is not there when it is called.',
  reads: ({ kind, target }) => kind === 'agent' && target !== undefined,

  good: {
    path: '.augment/chatmodes/a.chatmode.md',
    text: '---\ndescription: a\ntools: [find_symbol_Serena]\nsecurity:\n  allowed_mcp_servers: [serena, context7]\n---\n\nLook libraries up with `context7`.\n',
  },
  bad: {
    path: '.augment/chatmodes/a.chatmode.md',
    text: '---\ndescription: a\ntools: [find_symbol_Serena]\nsecurity:\n  allowed_mcp_servers: [github, context7]\n---\n\nLook libraries up with `context7`.\n',
  },

  *remarks(file) {
    yield* missing(file);
    const declared = allowed(file);
    if (declared === undefined) return;
    const { keys, servers } = declared;
    const { head, body } = file.document;
    const tools = toolsIn(head['tools']);
    // Another dialect of the family lists them as `tools: { allowed: [ … ] }`.
    const listed = tools ?? toolsIn(below(head['tools'], 'allowed')) ?? [];
    const used = new Set(listed.flatMap((tool) => serverOf(tool) ?? []));
    const text = body.toLowerCase();

    for (const server of servers) {
      const name = server.toLowerCase();
      if (used.has(name)) continue;
      if (keys[0] === 'security') {
        if (names(text, name)) continue;
        yield {
          ...placeInHead(file, keys, server),
          says: `The server \`${server}\` is allowed, and neither the tools nor the text ever use it.`,
          mend: 'Say what it is for, or take it out.',
        };
      } else if (tools !== undefined && tools.length > 0 && !tools.includes('*')) {
        // Its tools may be on the list by their bare names, which only some readers take.
        const own = toolsIn(below(below(head[keys[0]!], server), 'tools')) ?? [];
        const bare = tools.find((tool) => own.includes(tool));
        if (bare !== undefined) {
          yield {
            level: 'info',
            ...placeInHead(file, ['tools'], bare),
            says: `\`${bare}\` is a tool of the server \`${server}\`, and is not said to be its.`,
            mend: `Write \`${file.place.target?.serverTool(server, bare) ?? bare}\`.`,
          };
          continue;
        }
        yield {
          ...placeInHead(file, keys, server),
          says: `The server \`${server}\` is started, and none of its tools is granted.`,
          mend: `Grant its tools (\`${file.place.target?.wholeServer(server) ?? server}\`), or take it out.`,
        };
      }
    }

    if (keys[0] !== 'security') return;
    const isAllowed = new Set(servers.map((server) => server.toLowerCase()));
    for (const tool of tools ?? []) {
      const server = serverOf(tool);
      if (server === undefined || isAllowed.has(server)) continue;
      yield {
        ...placeInHead(file, ['tools'], tool),
        says: `\`${tool}\` is a tool of the server \`${server}\`, which is not among the servers that are allowed.`,
        mend: `Add \`${server}\` to \`allowed_mcp_servers\`, or take the tool out.`,
      };
    }
  },
});

/** "the Grafana MCP server", where the list of tools has none of its: the agent cannot reach it. */
function* missing({ document: { head }, markdown, place, text }: TextFile): Iterable<Remark> {
  const tools = toolsIn(head['tools']);
  const { target } = place;
  if (tools === undefined || tools.length === 0 || target === undefined || !/MCP/.test(text))
    return;
  if (tools.some((tool) => tool === '*' || (/mcp/i.test(tool) && tool.endsWith('*')))) return;
  const told = new Set<string>();
  for (const { line, text: said } of markdown.prose) {
    for (const found of said.matchAll(saysServer)) {
      const server = knownServers.find((each) => each === found[1]!.toLowerCase());
      if (server === undefined || told.has(server)) continue;
      if (tools.some((tool) => tool.toLowerCase().includes(server))) continue;
      told.add(server);
      yield {
        level: 'info',
        line,
        column: found.index + found[0].indexOf(found[1]!) + 1,
        says: `The text speaks of the server \`${server}\`, and none of its tools is granted.`,
        mend: `Add \`${target.wholeServer(server) ?? server}\` to \`tools\`, or say how it is done without.`,
      };
    }
  }
}

/** `context7` MCP, the Grafana MCP server. */
const saysServer = /(?<![\w/-])[`*]{0,3}([A-Za-z][\w-]{2,30})[`*]{0,3} MCP (?:server|tools?)\b/gi;

interface Allowed {
  readonly keys: readonly string[];
  readonly servers: readonly string[];
}

/** Where each dialect lists its servers. */
function allowed({ document: { head }, place }: TextFile): Allowed | undefined {
  if (place.target?.id === 'augment') {
    const servers = below(head['security'], 'allowed_mcp_servers');
    if (Array.isArray(servers))
      return { keys: ['security', 'allowed_mcp_servers'], servers: servers.filter(isText) };
  }
  const key = place.target?.id === 'claude' ? 'mcpServers' : 'mcp-servers';
  const servers = head[key];
  if (Array.isArray(servers)) {
    // A name, or a map of one name and what starts it.
    return {
      keys: [key],
      servers: servers.flatMap((each) =>
        isText(each) ? [each] : Object.keys((each ?? {}) as object).slice(0, 1),
      ),
    };
  }
  if (typeof servers === 'object' && servers !== null)
    return { keys: [key], servers: Object.keys(servers) };
  return undefined;
}

/** `mcp__github__search`, `github/search` or, as the seed writes it, `search_Github`. */
function serverOf(tool: string): string | undefined {
  const found =
    /^mcp__(.+?)(?:__|$)/.exec(tool) ??
    /^([\w.-]+)\/[\w*-]+$/.exec(tool) ??
    /^[a-z][\w*-]*_([A-Z][\w-]*)$/.exec(tool);
  return found?.[1]?.toLowerCase();
}

/** As a word of its own: `github` is not used where only `.github/` stands, nor a page of github.com. */
function names(text: string, server: string): boolean {
  for (let at = text.indexOf(server); at >= 0; at = text.indexOf(server, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + server.length] ?? ' ';
    const next = text[at + server.length + 1] ?? ' ';
    // `find_symbol_serena` is its tool, as the seed writes it.
    const isTool = before === '_' && /\w/.test(text[at - 2] ?? ' ');
    if ((/[\w.-]/.test(before) && !isTool) || /[\w-]/.test(after)) continue;
    if (after === '.' && /\w/.test(next)) continue;
    return true;
  }
  return false;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const below = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
