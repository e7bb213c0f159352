import { capabilityNames } from '../capability.ts';
import { parseDocument, printDocument } from '../front-matter.ts';
import { hookForAll } from '../enforcement.ts';
import { defineTarget, type Mode, skillIn, specsElsewhere, unheld } from '../target.ts';
import vocabulary from './vocabulary/cursor.json' with { type: 'json' };

// https://cursor.com/docs/context/rules
// https://cursor.com/docs/agent/subagents
// https://cursor.com/docs/agent/chat/commands

const full: Mode = { name: 'readonly: false', can: capabilityNames, servers: 'all' };
/** No edits, no commands that change something, no server; the web is left: cursor.com/docs/agent/subagents */
const readonly: Mode = {
  name: 'readonly: true',
  can: ['read', 'search', 'web'],
  servers: 'none',
};

const permissions = '.cursor/cli.json';

export default defineTarget({
  id: 'cursor',
  title: 'Cursor',
  marks: ['.cursor', '.cursorrules'],
  vocabulary,
  homes: {
    // A subagent has no list of tools. Whom neither mode fits becomes a rule, which gives no rights.
    agent: ({ persona, grant, body }) =>
      grant.mode === undefined
        ? { path: `.cursor/rules/${persona.id}.mdc`, text: rule(persona.summary, [], body) }
        : {
            path: `.cursor/agents/${persona.id}.md`,
            head: {
              name: persona.id,
              description: persona.summary,
              model: persona.model['cursor'] ?? 'inherit',
              readonly: grant.mode.name === readonly.name,
            },
          },
    instruction: ({ slug, summary, globs, body }) => ({
      path: `.cursor/rules/${slug}.mdc`,
      text: rule(summary, globs, body),
    }),
    memory: null,
    // A command has no front matter: all of the file is what the agent is told.
    prompt: ({ slug, body }) => ({ path: `.cursor/commands/${slug}.md`, text: body }),
    skill: skillIn('.cursor/skills'),
    spec: null,
  },
  why: {
    memory:
      'Cursor keeps its memories to itself; what the team learned stands in .persona/memory/.',
    spec: specsElsewhere,
  },
  reads: (path) => {
    if (/(^|\/)\.cursor\/agents\/[^/]+\.md$/.test(path)) return 'agent';
    if (/(^|\/)\.cursor\/rules\/.+\.mdc$/.test(path)) return 'instruction';
    if (/(^|\/)\.cursor\/commands\/[^/]+\.md$/.test(path)) return 'prompt';
    return undefined;
  },
  keys: {
    agent: {
      name: 'text',
      description: 'text',
      model: 'text',
      readonly: 'flag',
      is_background: 'flag',
    },
    instruction: { description: 'text', globs: 'text or texts', alwaysApply: 'flag' },
  },
  parse: (text, path) => {
    const read = parseDocument(text);
    return read.broken === undefined || !path.endsWith('.mdc') ? read : parseDocument(quoted(text));
  },
  effective: (head) =>
    head['readonly'] === true
      ? {
          are: 'exact',
          tools: [],
          can: readonly.can,
          servers: [],
          because: '`readonly` leaves it what changes nothing, and no server',
        }
      : {
          are: 'all',
          tools: [],
          can: full.can,
          servers: 'all',
          because: 'Cursor has no list of tools for one subagent',
        },
  modes: [full, readonly],
  serverTool: (server, tool) => `${server}:${tool}`,
  wholeServer: () => undefined,
  // https://cursor.com/docs/context/mcp
  mcp: { path: '.cursor/mcp.json', under: 'mcpServers', refers: (name) => `\${env:${name}}` },
  advisory: (persona) =>
    unheld(persona, {
      paths:
        'neither a subagent nor a rule has a list of paths; the text says it (a hook holds it: `--guard-all`)',
      budget: 'Cursor counts no budget; ours is counted before we write',
      handoffs: 'a subagent has no hand-offs; the text names them',
    }),
  enforcement: {
    holdsPaths: true,
    // https://cursor.com/docs/agent/hooks (2026-11-23): with `failClosed` a hook that fails denies.
    // https://cursor.com/docs/cli/reference/permissions: the CLI has rules for paths beside it.
    everyone: ({ id, paths }) => [
      ...hookForAll('.cursor/hooks.json', id, 'cursor', (command) => ({
        command,
        failClosed: true,
        timeout: 10,
      })),
      ...(paths.deny.length === 0
        ? []
        : [{ path: permissions, key: ['permissions', 'allow'], value: [] }]),
      ...paths.deny.map((glob) => ({
        path: permissions,
        list: ['permissions', 'deny'],
        item: `Write(${glob})`,
      })),
    ],
  },
  description: { most: 1024 },
});

/**
 * Cursor reads `globs` as plain text up to the end of the line: quotes would be a part of it. A rule
 * without globs has no such line: rulesync takes an empty one for a mistake.
 */
const rule = (description: string, globs: readonly string[], body: string) =>
  printDocument(
    { description, globs: globs.length === 0 ? undefined : '', alwaysApply: false },
    body,
  ).replace(/^globs: ""$/m, () => `globs: ${globs.join(',')}`);

/** The same with quotes, as YAML wants them around what begins with a star. */
const quoted = (text: string) =>
  text.replace(/^(globs:[^\S\n]*)([^\s"'[].*?)[^\S\n]*(\r?)$/m, '$1"$2"$3');
