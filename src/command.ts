import type { Generator } from './generator.ts';

/** All that a command may touch of the outside world. The tests hand in their own. */
export interface Io {
  readonly cwd: string;
  /** Results, on standard output. */
  readonly print: (text: string) => void;
  /** Everything else, on standard error. */
  readonly complain: (text: string) => void;
  /** Whether somebody is there to be asked. */
  readonly isTerminal: boolean;
  /** Whether results may be coloured. */
  readonly hasColor: boolean;
  /** Aborted by Ctrl-C. */
  readonly signal?: AbortSignal;
}

/** 0 done · 1 findings or a failed gate · 2 a problem, and nothing was written · 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/** A flag of a command, as `node:util` parses it and `--help` shows it. */
export interface Flag {
  readonly name: string;
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: true;
  /** A text that may be left out: `--changed` is then `''`. */
  readonly optional?: true;
  /** What its value may be, where there is a list: for completion, and for those who check a command line. */
  readonly takes?: readonly string[];
  readonly says: string;
}

export interface Request {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly generators: readonly Generator[];
  readonly commands: readonly Command[];
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly describes: string;
  /** Command lines that work as they stand, for `--help`. */
  readonly examples: readonly string[];
  readonly flags: readonly Flag[];
  /** What its words may be, where there is a list of them: for completion. */
  readonly takes?: readonly string[];
  readonly run: (request: Request, io: Io) => Promise<ExitCode> | ExitCode;
}

export const defineCommand = (command: Command): Command => command;

/** What every command and every generator takes. */
export const commonFlags: readonly Flag[] = [
  { name: 'dir', type: 'string', says: 'the folder of the project (default: the one you are in)' },
  { name: 'json', type: 'boolean', says: 'print one JSON document' },
  { name: 'quiet', type: 'boolean', short: 'q', says: 'print findings and problems only' },
  { name: 'no-color', type: 'boolean', says: 'print without colours' },
  { name: 'help', type: 'boolean', short: 'h', says: 'show this help' },
  { name: 'version', type: 'boolean', short: 'v', says: 'show the version' },
];

/** What every generator takes beside its own questions. */
export const writingFlags: readonly Flag[] = [
  {
    name: 'yes',
    type: 'boolean',
    short: 'y',
    says: 'ask nothing: what is not given takes its default',
  },
  {
    name: 'dry-run',
    type: 'boolean',
    short: 'n',
    says: 'show what would be written, and write nothing',
  },
  {
    name: 'strict',
    type: 'boolean',
    says: 'write nothing where a tool would not hold a restriction of the persona',
  },
  { name: 'diff', type: 'boolean', says: 'show it line by line, and write nothing' },
  { name: 'sizes', type: 'boolean', says: 'show what each file costs, in o200k_base tokens' },
  { name: 'force', type: 'boolean', says: 'replace files that somebody changed' },
];
