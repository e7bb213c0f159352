/** What an agent is about to do, whichever tool it works in. */
export interface Call {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The folder that relative paths count from, where the tool says so. */
  readonly cwd?: string;
  /** `cwd` is where the shell stands after the calls before this one. */
  readonly follows?: true;
  /** The agent that asks, where the tool says so. */
  readonly agent?: string;
  /** The MCP server, where the tool says so beside the name. */
  readonly server?: string;
}

export type Verdict = { readonly allows: true } | { readonly allows: false; readonly says: string };

/** What the guard's process does with a verdict. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: 0 | 2;
}

/** How one tool asks before a call, and how it wants to be answered. */
export interface Format {
  readonly id: 'claude' | 'copilot' | 'cursor' | 'augment';
  /** Whether a document is of this format, told by its keys. */
  readonly is: (document: Document) => boolean;
  /** The call, or nothing where it is none that we know. */
  readonly call: (document: Document) => Call | undefined;
  readonly answer: (verdict: Verdict) => Answer;
}

export type Document = Readonly<Record<string, unknown>>;

export const isMap = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** An input that comes as JSON in a text is read; anything else that is no map is none. */
export function inputOf(value: unknown): Document | undefined {
  if (isMap(value)) return value;
  if (typeof value !== 'string') return undefined;
  try {
    const read: unknown = JSON.parse(value);
    return isMap(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
