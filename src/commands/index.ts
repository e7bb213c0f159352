import check from './check.ts';
import completion from './completion.ts';
import explain from './explain.ts';
import guard from './guard.ts';
import list from './list.ts';
import verify from './verify.ts';

/** Every command, in the order in which `help` lists them. */
export const commands = [check, verify, guard, explain, list, completion];
