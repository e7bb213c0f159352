import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readPersona } from '../persona.ts';
import { type Answer, type Document, type Format, isMap, type Verdict } from './call.ts';
import { decide } from './decide.ts';
import { formats, refusal } from './formats.ts';
import { realDisk } from './real-disk.ts';
import { refused } from './reasons.ts';
import { rulesOf } from './rules.ts';

/** What the guard was started with. */
export interface Started {
  readonly persona?: string;
  readonly format?: string;
  readonly dir?: string;
  readonly cwd: string;
}

/** A call that is larger is not looked at: no tool writes a file of that size. */
export const largestCall = 16 * 1024 * 1024;

/**
 * Answer one call. Whatever goes wrong, the answer is no: that is all that is asked of a guard.
 *
 * Without a persona the agent that the call names is held, if it is a persona of this project; a call
 * of anybody else is no business of the guard's.
 *
 * @param bytes - standard input, or nothing where it was too large
 */
export function answerCall(bytes: Uint8Array | undefined, started: Started): Answer {
  const given = formats.find(({ id }) => id === started.format);
  if (started.format !== undefined && given === undefined)
    return refusal(refused(`There is no format \`${started.format}\`: it is one of ${known}.`));
  const document = documentOf(bytes);
  const format = given ?? (isMap(document) ? formats.find(({ is }) => is(document)) : undefined);
  const verdict = isMap(document) ? judged(document, format, started) : refused(document);
  return format === undefined ? refusal(verdict) : format.answer(verdict);
}

const known = formats.map(({ id }) => id).join(', ');

function judged(document: Document, format: Format | undefined, started: Started): Verdict {
  try {
    return judge(document, format, started);
  } catch (error) {
    return refused(`The guard could not judge this call: ${(error as Error).message}`);
  }
}

function documentOf(bytes: Uint8Array | undefined): Document | string {
  if (bytes === undefined)
    return `The call is larger than ${largestCall / 1024 / 1024} MiB, and the guard does not read it.`;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'The call is not UTF-8 text, so the guard cannot read it.';
  }
  try {
    const read: unknown = JSON.parse(text);
    return isMap(read) ? read : 'The call is no JSON object, so the guard cannot read it.';
  } catch {
    return 'The call is not JSON, so the guard cannot read it.';
  }
}

function judge(document: Document, format: Format | undefined, started: Started): Verdict {
  const call = format?.call(document);
  if (call === undefined) return refused('The call is of a shape that the guard does not know.');
  const id = started.persona ?? call.agent;
  // No persona was given, and no agent of ours asks.
  if (id === undefined) return { allows: true };
  const isName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id);
  const root = isName ? rootOf(id, started) : undefined;
  if (root === undefined)
    return started.persona === undefined
      ? { allows: true }
      : refused(`There is no .persona/personas/${id}.md, so nobody can say what \`${id}\` may do.`);
  const path = `.persona/personas/${id}.md`;
  const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
  const rules = rulesOf(readPersona(path, text), text);
  return decide(call, { root: root.replaceAll('\\', '/'), rules, disk: realDisk(root) });
}

/** The project: as given, or the nearest folder above that has the persona. */
function rootOf(id: string, { dir, cwd }: Started): string | undefined {
  const has = (root: string) => isFile(join(root, '.persona', 'personas', `${id}.md`));
  if (dir !== undefined) return has(resolve(cwd, dir)) ? resolve(cwd, dir) : undefined;
  for (let at = resolve(cwd); ; at = dirname(at)) {
    if (has(at)) return at;
    if (dirname(at) === at) return undefined;
  }
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
