import type { Call, Verdict } from './call.ts';
import type { Disk } from './disk.ts';
import type { Effect } from './effect.ts';
import { braces, matches } from './expansions.ts';
import { type Fence, isAbsolute } from './places.ts';
import { denied, refused, unknowable } from './reasons.ts';
import type { Denial, Rules } from './rules.ts';
import { readShell } from './shell.ts';

/** What a command line would do, held against the rules. */
export function judgeLine(
  { tool, input, follows }: Call,
  rules: Rules,
  fence: Fence,
  folder: string,
  disk: Disk,
): Verdict {
  const line = input['command'] ?? input['cmd'] ?? input['script'];
  if (typeof line !== 'string')
    return refused(`\`${tool}\` has no command that the guard can read.`);
  if (line.includes('\0')) return refused(`\`${tool}\` has a command with a NUL in it.`);
  const given = ['cwd', 'workdir', 'working_directory']
    .map((key) => input[key])
    .find((each) => typeof each === 'string');
  const start = given === undefined || isAbsolute(given) ? (given ?? folder) : `${folder}/${given}`;
  if (/^(powershell|pwsh)$/i.test(tool)) return judgePowershell(line, rules, fence, start, disk);

  const { placed, folders } = readShell(line, start, disk);
  const mayRun = rules.can.includes('execute');
  for (const { effect, folders: from } of placed) {
    if (!mayRun && !isTestOnly(effect))
      return refused(
        `\`${tool}\` takes the capability \`execute\`, and \`${rules.persona}\` does not have it: ${rules.path}:${rules.lines.can} grants \`test\`, which runs tests and nothing else.`,
      );
    for (const each of from) {
      const verdict = judgeEffects(effect, each, rules, fence, disk);
      if (verdict !== undefined) return verdict;
    }
  }
  if (follows) return { allows: true };
  // A tool that does not say where its shell stands may go on there with the next call.
  const left = folders.map((each) => fence.around('.', each)).find((each) => each !== undefined);
  return left === undefined
    ? { allows: true }
    : denied('what is in this folder', 'cd', left, rules);
}

const isTestOnly = (effect: Effect) =>
  effect.does === 'name' || (effect.does === 'run' && effect.is !== 'any');

/** A glob that reaches the program in quotes may be filled in by the program itself. */
function judgeEffects(
  effect: Effect,
  from: string,
  rules: Rules,
  fence: Fence,
  disk: Disk,
): Verdict | undefined {
  const verdict = judgeEffect(effect, from, rules, fence);
  const isGlob = (effect.does === 'name' || effect.does === 'write') && /[*?[{]/.test(effect.path);
  if (verdict !== undefined || !isGlob) return verdict;
  // Two stars go down from the folder that is named before them.
  const glob = effect.path.replace(/(^|\/)[^/]*\*\*.*$/s, '');
  for (const spelt of braces(glob) ?? [glob])
    for (const path of spelt === '' ? ['.'] : matches(spelt, from, disk)) {
      const found = judgeEffect({ ...effect, path }, from, rules, fence);
      if (found !== undefined) return found;
    }
  return undefined;
}

function judgeEffect(
  effect: Effect,
  from: string,
  rules: Rules,
  fence: Fence,
): Verdict | undefined {
  const byRule = (path: string, by: string, denial: Denial | undefined) =>
    denial === undefined ? undefined : denied(path, by, denial, rules);
  switch (effect.does) {
    case 'write': {
      const { path, by, only } = effect;
      return byRule(
        path,
        by,
        effect.deep ? fence.within(path, from, only) : fence.around(path, from),
      );
    }
    case 'name':
      return byRule(effect.path, effect.by, fence.around(effect.path, from));
    case 'copy':
      return byRule(
        effect.to,
        effect.by,
        fence.brought(effect.from, effect.to, from, effect.keepsLinks),
      );
    case 'unpack':
      return fence.isInside(effect.path, from) && rules.deny.length > 0
        ? unknowable(`\`${effect.by}\` writes whatever is in the archive`, rules)
        : undefined;
    case 'hide':
      return rules.deny.length > 0 ? unknowable(effect.because, rules) : undefined;
    case 'run': {
      const denial = effect.is === 'any' ? fence.around('.', from) : undefined;
      return byRule(`a file in ${from}`, effect.program, denial);
    }
  }
}

/** PowerShell is not read word by word: whatever a line names may be changed by it. */
function judgePowershell(
  line: string,
  rules: Rules,
  fence: Fence,
  folder: string,
  disk: Disk,
): Verdict {
  if (!rules.can.includes('execute'))
    return refused(
      `Only \`execute\` runs PowerShell, and ${rules.path}:${rules.lines.can} does not grant it.`,
    );
  if (rules.deny.length > 0 && /[$`&]|\b(iex|invoke-|-enc|foreach|%|\?)/i.test(line))
    return unknowable('the line is PowerShell with something computed in it', rules);
  for (const word of line.match(/"[^"]*"|'[^']*'|[^\s;|,()]+/g) ?? []) {
    const path = word.replaceAll(/^["']|["']$/g, '');
    const by = line.trim().split(/\s/)[0] ?? 'powershell';
    // Its commands fill in globs themselves, in quotes too.
    const filled = /[*?[]/.test(path) ? matches(path.replaceAll('\\', '/'), folder, disk) : [];
    for (const each of [path, ...filled]) {
      const denial = fence.around(each, folder);
      if (denial !== undefined) return denied(each, by, denial, rules);
    }
  }
  return { allows: true };
}
