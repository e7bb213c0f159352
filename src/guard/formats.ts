import {
  type Answer,
  type Call,
  type Document,
  type Format,
  inputOf,
  textOf,
  type Verdict,
} from './call.ts';

const nothing: Answer = { stdout: '', stderr: '', code: 0 };
const printed = (answer: object): Answer => ({
  stdout: `${JSON.stringify(answer)}\n`,
  stderr: '',
  code: 0,
});

const decision = (says: string) => ({
  hookEventName: 'PreToolUse',
  permissionDecision: 'deny',
  permissionDecisionReason: says,
});

/** `{ hook_event_name: 'PreToolUse', tool_name, tool_input, cwd, agent_type }` */
function snake(document: Document): Call | undefined {
  const tool = textOf(document['tool_name']);
  const input = inputOf(document['tool_input']);
  if (tool === undefined || input === undefined) return undefined;
  const cwd = textOf(document['cwd']);
  const agent = textOf(document['agent_type']);
  return { tool, input, ...(cwd && { cwd }), ...(agent && { agent }) };
}

/**
 * https://code.claude.com/docs/en/hooks, read 2026-11-23. To say `allow` would spare the person the
 * question that Claude Code asks by its own settings, so who may go on is told nothing.
 */
const claude: Format = {
  id: 'claude',
  is: ({ hook_event_name: event, tool_name: tool }) => event === 'PreToolUse' && tool !== undefined,
  call: (document) => {
    const call = snake(document);
    // "Follows cd": the folder in which the shell stands.
    return call && { ...call, ...(call.cwd !== undefined && { follows: true }) };
  },
  answer: (verdict) =>
    verdict.allows ? nothing : printed({ hookSpecificOutput: decision(verdict.says) }),
};

/** https://docs.augmentcode.com/cli/hooks, read 2026-11-23: the shape is that of Claude Code. */
const augment: Format = {
  ...claude,
  id: 'augment',
  is: (document) =>
    claude.is(document) &&
    document['workspace_roots'] !== undefined &&
    !('cursor_version' in document),
  call: (document) => {
    const call = snake(document);
    const roots = document['workspace_roots'];
    const [root] = Array.isArray(roots) ? roots : [];
    return call && { ...(typeof root === 'string' && { cwd: root }), ...call };
  },
};

/**
 * https://docs.github.com/en/copilot/reference/hooks-reference and, with the names of Claude Code,
 * https://code.visualstudio.com/docs/copilot/customization/hooks, both read 2026-11-23. The two look
 * for the decision in two places, and neither minds the other.
 */
const copilot: Format = {
  id: 'copilot',
  is: (document) =>
    document['toolName'] !== undefined ||
    (claude.is(document) && document['timestamp'] !== undefined),
  call: (document) => {
    const tool = textOf(document['toolName']);
    if (tool === undefined) return snake(document);
    const cwd = textOf(document['cwd']);
    const args = document['toolArgs'];
    // A tool without arguments has none; a patch comes as a bare text.
    const input =
      inputOf(args) ??
      (args === undefined || args === ''
        ? {}
        : typeof args === 'string'
          ? { input: args }
          : undefined);
    return input && { tool, input, ...(cwd && { cwd }) };
  },
  answer: (verdict) => {
    if (verdict.allows) return nothing;
    const said = decision(verdict.says);
    const { hookEventName: _, ...flat } = said;
    return printed({ ...flat, hookSpecificOutput: said });
  },
};

/** https://cursor.com/docs/agent/hooks, read 2026-11-23. */
const cursor: Format = {
  id: 'cursor',
  is: ({ hook_event_name: event }) => typeof event === 'string' && /^(before|pre)[A-Z]/.test(event),
  call: (document) => {
    const cwd = textOf(document['cwd']) ?? rootOf(document);
    const at = cwd === undefined ? {} : { cwd };
    switch (document['hook_event_name']) {
      case 'beforeShellExecution': {
        const command = textOf(document['command']);
        return command === undefined ? undefined : { tool: 'Shell', input: { command }, ...at };
      }
      case 'beforeMCPExecution': {
        const tool = textOf(document['tool_name']);
        const input = inputOf(document['tool_input'] ?? {});
        return tool === undefined || input === undefined
          ? undefined
          : { tool: tool.startsWith('MCP:') ? tool : `MCP:${tool}`, input, ...at };
      }
      case 'beforeReadFile':
        return { tool: 'Read', input: { file_path: document['file_path'] }, ...at };
      case 'preToolUse': {
        const call = snake(document);
        return call && { ...at, ...call };
      }
      default:
        return undefined;
    }
  },
  // With `failClosed` an empty answer counts as a failure, so here `allow` is said.
  answer: (verdict) =>
    printed(
      verdict.allows
        ? { permission: 'allow' }
        : { permission: 'deny', user_message: verdict.says, agent_message: verdict.says },
    ),
};

const rootOf = ({ workspace_roots: roots }: Document) =>
  Array.isArray(roots) ? textOf(roots[0]) : undefined;

/** The narrower before the wider: each takes what those before it have left. */
export const formats: readonly Format[] = [cursor, augment, copilot, claude];

/** For a call of no known format: exit code 2 stops the call in all four. */
export const refusal = (verdict: Verdict): Answer =>
  verdict.allows ? nothing : { stdout: '', stderr: `${verdict.says}\n`, code: 2 };
