import type { Convention } from './convention.ts';
import type { Finding } from './stages.ts';
import type { Tree } from './tree.ts';

/** How far the code is on its way. Only what is asked of the coverage differs. */
export const stages = ['development', 'staging', 'production'] as const;
export type Stage = (typeof stages)[number];

/** What is asked for where a persona does not say it: branch coverage in percent. */
export const usualThresholds: Readonly<Record<Stage, number>> = {
  development: 60,
  staging: 70,
  production: 80,
};

/** Something that code is measured by. It fails as a whole, and then a change is not ready. */
export interface Gate {
  /** The name of its file, and its key in `stage_results` of the report. */
  readonly name: string;
  /** What it asks for, in a few words, as `list` shows it. */
  readonly asks: string;
  /** Why it is there, in a sentence or two. Shown by `create-persona explain`. */
  readonly why: string;
  readonly measure: (ground: Ground) => Promise<Verdict>;
}

export const defineGate = (gate: Gate): Gate => gate;

export type Verdict = Measured | NotRun;

/** A gate that ran. `value` and `threshold` are percent for the coverage, else they count what is wrong. */
export interface Measured {
  readonly state: 'passed' | 'failed';
  /** In a few words, such as `122 passed`. */
  readonly says: string;
  readonly value: number;
  readonly threshold: number;
  readonly findings: readonly Fault[];
  /** What a person would type to see the same. */
  readonly commands: readonly string[];
  /** More numbers for the report, such as how many tests were skipped. */
  readonly counts?: Readonly<Record<string, number>>;
}

/** A gate that could not run proves nothing, and does not pass. */
export interface NotRun {
  readonly state: 'not run';
  readonly says: string;
  readonly mend: string;
  readonly findings: readonly Fault[];
  readonly commands: readonly string[];
}

export const notRun = (says: string, mend: string, commands: readonly string[] = []): NotRun => ({
  state: 'not run',
  says,
  mend,
  findings: [],
  commands,
});

/** What a tool has found, in our words: a finding before the name of its gate is put to it. */
export type Fault = Omit<Finding, 'check' | 'fix'>;

/** What a gate may use. It touches nothing else, so a test can hand in what it likes. */
export interface Ground {
  readonly scope: Scope;
  readonly stage: Stage;
  /** The branch coverage that the stage asks for, in percent. */
  readonly coverage: number;
  /** Those of the persona. */
  readonly conventions: readonly Convention[];
  /** What the team's config leaves out: a file, or one check of it. */
  readonly ignores: (path: string, check?: string) => boolean;
  /** The project, without what git ignores. */
  readonly project: Tree;
  readonly tools: Toolbox;
  readonly run: Run;
  /** A file as a tool names it, as a path of the project. */
  readonly pathOf: (file: string) => string;
  /** One run of the tests, with coverage where that can be had, however often it is asked for. */
  readonly tests: () => Promise<TestRun | NotRun>;
  /** ruff's WebAssembly build, where it is installed. */
  readonly ruffInNode: ((work: RuffWork) => Promise<readonly RuffResult[]>) | undefined;
  /** The words that start the pyright of npm, where it is installed. */
  readonly pyrightInNode: readonly string[] | undefined;
  /** Give a text to a program that wants a file: a path outside the project, gone when all is done. */
  readonly lend: (name: string, text: string) => string;
  readonly readLent: (name: string) => string | undefined;
}

/** What is measured: the whole project, or one component with its tests. */
export interface Scope {
  readonly component: string;
  /** Files and folders of the code and of its tests. Both are empty for the whole project. */
  readonly source: readonly string[];
  readonly tests: readonly string[];
  /** Whether a file is among them. */
  readonly holds: (path: string) => boolean;
  /** A file that marks the project as Python's: what is wrong nowhere in particular is said of it. */
  readonly mark: string;
}

export type Run = (words: readonly string[], input?: string) => Promise<Ran>;

export interface Ran {
  /** 127 where there is no such program, -1 where a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the tools of a project are started. */
export interface Toolbox {
  /** `uv`, `.venv`, `python3`. */
  readonly kind: string;
  /** The interpreter, from the project where it stands in it. None where there is none. */
  readonly python: string | undefined;
  /** The words that start a tool, such as `uv run ruff`; nothing where it is not installed. */
  readonly find: (tool: Tool) => readonly string[] | undefined;
  /** Whether the interpreter can import a module. */
  readonly has: (module: string) => boolean;
  /** Why a tool is not there, and what to do about it. */
  readonly lacks: (tool: string) => { readonly says: string; readonly mend: string };
}

export type Tool = 'pytest' | 'ruff' | 'pyright' | 'detect-secrets';

export interface TestRun {
  readonly ran: Ran;
  readonly tests: readonly TestCase[];
  /** What coverage.py has counted, or why it has not. */
  readonly coverage: CoverageReport | NotRun;
  readonly command: string;
}

export interface TestCase {
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'expected to fail';
  /** As pytest takes it: `tests/unit/test_a.py::test_b`. */
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly says: string;
}

/** https://coverage.readthedocs.io/en/latest/commands/cmd_json.html */
export interface CoverageReport {
  readonly totals: { readonly percent_covered: number; readonly num_statements: number };
  readonly files: Readonly<
    Record<
      string,
      {
        readonly executed_lines: readonly number[];
        readonly missing_lines: readonly number[];
        readonly missing_branches?: readonly (readonly [from: number, to: number])[];
      }
    >
  >;
}

/** Files that are read with the same options. */
export interface RuffWork {
  readonly jobs: readonly {
    readonly options: Readonly<Record<string, unknown>>;
    readonly files: readonly { readonly path: string; readonly text: string }[];
  }[];
}

export interface RuffResult {
  readonly path: string;
  readonly remarks: readonly {
    readonly code: string | null;
    readonly message: string;
    readonly line: number;
    readonly column: number;
    readonly fixable: boolean;
  }[];
  /** Whether `ruff format` would leave it as it is. */
  readonly isFormatted: boolean;
}

/** A command as a person would type it. */
export const shown = (words: readonly string[]): string =>
  words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' ');

/** The last thing that a program said, for a person who asks why it stopped. */
export const lastWords = ({ stdout, stderr }: Ran): string => {
  const lines = `${stdout}\n${stderr}`.split(/\r?\n/).filter((line) => line.trim() !== '');
  return (lines.at(-1) ?? 'it said nothing').trim();
};
