import { capabilityNames } from '../capability.ts';
import type { Head } from '../front-matter.ts';
import { scopedSection } from '../text/marked-section.ts';
import { defineTarget, skillIn, specsElsewhere, unheld } from '../target.ts';
import vocabulary from './vocabulary/opencode.json' with { type: 'json' };

// Version 1, which npm has (1.18.33 on 2026-11-23). Version 2 reads agents of version 1 as they are, and has
// rules in `permissions` of its own: https://opencode.ai/docs/migrate-v1, read 2026-11-24.
// https://opencode.ai/v2/docs/permissions
// https://opencode.ai/v1/docs/agents
// https://opencode.ai/v1/docs/permissions
// https://opencode.ai/v1/docs/rules
// https://opencode.ai/v1/docs/commands
// https://opencode.ai/v1/docs/skills

export default defineTarget({
  id: 'opencode',
  title: 'OpenCode',
  marks: ['.opencode', 'opencode.json', 'opencode.jsonc'],
  vocabulary,
  homes: {
    agent: ({ persona, grant }) => ({
      path: `.opencode/agents/${persona.id}.md`,
      head: {
        description: persona.summary,
        mode: 'all',
        model: persona.model['opencode'],
        permission: permissionOf(grant.tools, persona.paths.deny),
      },
    }),
    instruction: (artifact) => scopedSection('AGENTS.md', artifact),
    memory: null,
    prompt: ({ slug, summary, persona }) => ({
      path: `.opencode/commands/${slug}.md`,
      head: { description: summary, agent: persona?.id },
    }),
    skill: skillIn('.agents/skills'),
    spec: null,
  },
  why: {
    memory: 'OpenCode loads no memory files; what the team learned stands in .persona/memory/.',
    spec: specsElsewhere,
  },
  reads: (path) => {
    if (/(^|\/)\.opencode\/agents?\/.+\.md$/.test(path)) return 'agent';
    if (/(^|\/)\.opencode\/commands?\/.+\.md$/.test(path)) return 'prompt';
    return undefined;
  },
  keys: {
    agent: {
      description: 'text!',
      mode: 'text',
      model: 'text',
      temperature: 'number',
      top_p: 'number',
      prompt: 'text',
      permission: 'any',
      permissions: 'any',
      tools: 'map',
      hidden: 'flag',
      disable: 'flag',
      color: 'text',
      steps: 'number',
      maxSteps: 'number',
      variant: 'text',
    },
    prompt: { description: 'text', agent: 'text', model: 'text', subtask: 'flag' },
  },
  effective: (head) => {
    const { allowed, denied, isClosed } = rulesOf(head);
    if (isClosed)
      return {
        are: allowed.length === 0 ? 'none' : 'exact',
        tools: allowed,
        because: '`"*": deny` leaves only what is allowed by name',
      };
    const gone = capabilityNames.filter((name) => {
      const tools = Object.keys(vocabularyOf(name));
      return tools.length > 0 && tools.every((tool) => denied.includes(tool));
    });
    return {
      are: 'all',
      tools: [],
      can: capabilityNames.filter((name) => !gone.includes(name)),
      because: 'what `permission` does not deny is allowed',
    };
  },
  serverTool: (server, tool) => `${server}_${tool}`,
  wholeServer: (server) => `${server}_*`,
  servedAs: (name) => {
    const [, server, tool] = /^([\w-]+?)_(.+)$/.exec(name) ?? [];
    return server === undefined || name === 'external_directory' || name === 'doom_loop'
      ? undefined
      : { server, tool: tool! };
  },
  advisory: (persona) => [
    ...unheld(persona, {
      budget: 'an agent has no budget; ours is counted before we write',
      handoffs: 'an agent has no hand-offs; the text names them',
    }),
    ...persona.paths.deny.flatMap((glob) => {
      const because = whyOpen(glob, persona.can.includes('execute'));
      return because === undefined ? [] : [{ what: 'paths' as const, name: glob, because }];
    }),
  ],
  description: { most: 1024 },
});

/** The last rule that matches wins, so what is closed stands first. */
function permissionOf(tools: readonly string[], deny: readonly string[]): Head {
  const patterns = deny.flatMap(patternsOf);
  const edit =
    patterns.length === 0
      ? 'allow'
      : { '*': 'allow', ...Object.fromEntries(patterns.map((pattern) => [pattern, 'deny'])) };
  return {
    '*': 'deny',
    ...Object.fromEntries(tools.map((tool) => [tool, tool === 'edit' ? edit : 'allow'])),
  };
}

/** Here `*` also stands for slashes, and for nothing: "any folder" is with one above it and without. */
function patternsOf(glob: string): readonly string[] {
  if (/[[\]{}()!]/.test(glob)) return [];
  const [below, rest] = glob.startsWith('**/') ? [true, glob.slice(3)] : [false, glob];
  const pattern = rest.replaceAll(/\*\*\/|\*+/g, '*');
  return below && !pattern.startsWith('*') ? [pattern, `*/${pattern}`] : [pattern];
}

const whyOpen = (glob: string, canExecute: boolean) => {
  if (patternsOf(glob).length === 0) return '`permission` has only `*` and `?` for its patterns';
  return canExecute
    ? '`permission` holds its editor, and a command of its shell can still write'
    : undefined;
};

const vocabularyOf = (name: string): Readonly<Record<string, string>> =>
  (vocabulary.capabilities as Readonly<Record<string, { tools?: Record<string, string> }>>)[name]
    ?.tools ?? {};

/** Asking is allowing: a person agrees, or `--auto` does. */
function rulesOf(head: Head) {
  const { permission, permissions, tools } = head;
  const old = Object.entries(isMap(tools) ? tools : {}).map(
    ([name, is]) => [name === 'write' || name === 'patch' ? 'edit' : name, is === false] as const,
  );
  const rules =
    typeof permission === 'string'
      ? [['*', permission === 'deny'] as const]
      : Object.entries(isMap(permission) ? permission : {}).map(
          ([name, rule]) => [name, isDenied(rule)] as const,
        );
  const last = new Map([...old, ...rules, ...ofVersion2(permissions)]);
  const named = [...last].filter(([name]) => name !== '*');
  return {
    allowed: named.filter(([, denied]) => !denied).map(([name]) => name),
    denied: named.filter(([, denied]) => denied).map(([name]) => name),
    isClosed: last.get('*') === true,
  };
}

/** `{ action, resource, effect }`: what is denied to one resource only is not denied. */
const ofVersion2 = (permissions: unknown): readonly (readonly [string, boolean])[] =>
  (Array.isArray(permissions) ? permissions : []).filter(isMap).flatMap((rule) => {
    const { action, resource, effect } = rule;
    if (typeof action !== 'string' || (effect === 'deny' && resource !== '*')) return [];
    return [[namesOfVersion2[action] ?? action, effect === 'deny'] as const];
  });

const namesOfVersion2: Readonly<Record<string, string>> = { shell: 'bash', subagent: 'task' };

const isDenied = (rule: unknown): boolean =>
  rule === 'deny' || (isMap(rule) && Object.values(rule).every((each) => each === 'deny'));

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
