import type { Call, Verdict } from './call.ts';
import type { Disk } from './disk.ts';
import { filesOf } from './edits.ts';
import { type Fence, fenceOf, isAbsolute } from './places.ts';
import { judgeLine } from './judge-line.ts';
import { denied, refused } from './reasons.ts';
import { own, type Rules } from './rules.ts';
import { servedBy, type Use, useOf } from './tools.ts';
import { isLook, isWithheld } from './server-tools.ts';

/** All that a verdict is made from. The same world and the same call give the same verdict. */
export interface World {
  readonly root: string;
  readonly rules: Rules;
  readonly disk: Disk;
}

/**
 * Whether a persona may make a call. It never throws, and what it cannot read it does not allow.
 *
 * Denied paths may be read, and not changed. A command is judged by its words (`shell.ts`): what it
 * writes to a denied path, or to nobody can say where, is denied; what a program does that it only
 * starts is found by `create-persona check --persona … --changed`.
 */
export function decide(call: Call, { root, rules, disk }: World): Verdict {
  const fence = fenceOf(root, [...rules.deny, ...own], disk);
  const { cwd = root } = call;
  const folder = isAbsolute(cwd.replaceAll('\\', '/')) ? cwd : `${root}/${cwd}`;
  const use = useOf(call.tool);
  const served =
    call.server === undefined
      ? servedBy(call.tool, rules.servers)
      : { server: call.server, tool: call.tool };
  if (
    served !== undefined &&
    (use === undefined || call.tool.startsWith('mcp__') || call.tool.includes(':'))
  )
    return judgeServed(served, call, rules, fence, folder, disk);
  if (use === undefined)
    return refused(
      `The guard does not know the tool \`${call.tool}\`, so it cannot say what it would change.`,
    );
  return (
    missing(use, call, rules, fence, folder) ?? judgeUse(use, call, rules, fence, folder, disk)
  );
}

function judgeUse(
  use: Use,
  call: Call,
  rules: Rules,
  fence: Fence,
  folder: string,
  disk: Disk,
): Verdict {
  if (use.does === 'shell') return judgeLine(call, rules, fence, folder, disk);
  if (use.does === 'edit') return judgeEdit(call, rules, fence, folder);
  return { allows: true };
}

/** A right that the persona does not have. To keep its memories it need not be able to edit. */
function missing(
  use: Use,
  call: Call,
  rules: Rules,
  fence: Fence,
  folder: string,
): Verdict | undefined {
  const { needs } = use;
  if (needs === undefined || rules.can.includes(needs)) return undefined;
  // Looking for a file and looking into it are one right to most tools.
  if (
    (needs === 'read' || needs === 'search') &&
    (rules.can.includes('read') || rules.can.includes('search'))
  )
    return undefined;
  // The tests are run by the line; `judgeLine` sees to it that it is nothing else.
  if (needs === 'execute' && rules.can.includes('test')) return undefined;
  if (needs === 'edit' && rules.can.includes('remember') && areMemories(call, fence, folder))
    return undefined;
  // `str_replace_editor` also shows files.
  if (needs === 'edit' && onlyShows(call) && rules.can.includes('read')) return undefined;
  return refused(
    `\`${call.tool}\` takes the capability \`${needs}\`, and \`${rules.persona}\` does not have it: ${rules.path}:${rules.lines.can} does not grant it.`,
  );
}

const areMemories = ({ input }: Call, fence: Fence, folder: string) => {
  const files = filesOf(input);
  return (
    files.length > 0 &&
    files.every((path) => fence.isIn(path, folder, ['.persona/memory', '.augment/memory']))
  );
};

/** Of all tools that edit, those of this name alone have a command, and one that shows. */
const onlyShows = ({ tool, input }: Call) =>
  /^str[-_]?replace[-_](based[-_]edit[-_]tool|editor)$/i.test(tool) && input['command'] === 'view';

function judgeEdit(call: Call, rules: Rules, fence: Fence, folder: string): Verdict {
  const { tool, input } = call;
  if (onlyShows(call)) return { allows: true };
  const files = filesOf(input);
  if (files.length === 0)
    return refused(`\`${tool}\` names no file, so the guard cannot say what it would change.`);
  for (const path of files) {
    if (path.includes('\0')) return refused(`\`${tool}\` names a file with a NUL in it.`);
    const denial = takesAll(tool) ? fence.within(path, folder) : fence.around(path, folder);
    if (denial !== undefined) return denied(path, tool, denial, rules);
  }
  return { allows: true };
}

function judgeServed(
  { server, tool }: { server: string | undefined; tool: string },
  call: Call,
  rules: Rules,
  fence: Fence,
  folder: string,
  disk: Disk,
): Verdict {
  const where = `${rules.path}:${rules.lines.servers}`;
  const granted = rules.servers.find((each) => each.toLowerCase() === server?.toLowerCase());
  if (server === undefined) {
    if (rules.servers.length === 0)
      return refused(
        `\`${call.tool}\` is a tool of an MCP server, and \`${rules.persona}\` has none: ${where}.`,
      );
  } else if (granted === undefined)
    return refused(
      `\`${call.tool}\` is a tool of the server \`${server}\`, which \`${rules.persona}\` does not have: ${where} lists ${rules.servers.length === 0 ? 'none' : rules.servers.map((each) => `\`${each}\``).join(', ')}.`,
    );
  const withheld = granted === undefined ? undefined : isWithheld(granted, tool, rules.can);
  if (withheld !== undefined)
    return refused(
      `\`${call.tool}\` takes the capability \`${withheld}\`, and \`${rules.persona}\` does not have it: ${rules.path}:${rules.lines.can} does not grant it.`,
    );
  if (isLook(tool)) return { allows: true };
  for (const path of filesOf(call.input)) {
    const denial = takesAll(tool) ? fence.within(path, folder) : fence.around(path, folder);
    if (denial !== undefined) return denied(path, call.tool, denial, rules);
  }
  // Whether it may run a line at all, its server's tools say; what the line does, its words.
  const isLine = ['command', 'cmd', 'script'].some((key) => mayBeLine(call.input[key]));
  if (!isLine) return { allows: true };
  const able: Rules = { ...rules, can: [...rules.can, 'execute'] };
  return judgeLine({ ...call, follows: true }, able, fence, folder, disk);
}

/** One word is a name among others; a list of words is a line in another shape. */
const mayBeLine = (given: unknown): boolean =>
  typeof given === 'string' ? /\s/.test(given) : typeof given === 'object' && given !== null;

/** A folder goes with all that is in it. */
const takesAll = (tool: string) => /move|rename|delete|remove|rmdir|trash|^(mv|rm)$/i.test(tool);
