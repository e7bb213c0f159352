import type { Capability } from './capability.ts';

/** What one tool calls things, on a given day. Data: `src/targets/vocabulary/*.json`. */
export interface Vocabulary {
  /** The day on which the sources said so. */
  readonly asOf: string;
  readonly sources: readonly string[];
  /** For each capability its tools with what they are for, or what else it comes with. */
  readonly capabilities: Readonly<Partial<Record<Capability, Expression>>>;
  /** Every other name that is a tool today. */
  readonly known: readonly string[];
  /** Old name to current name. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Names that once were tools and have no successor. */
  readonly gone: readonly string[];
}

export interface Expression {
  readonly tools?: Readonly<Record<string, string>>;
  /** What the same tools bring beside it. Who lacks one of these is not given them. */
  readonly also?: readonly string[];
  /** No tool of its own, but whoever has this capability or server can do it too. */
  readonly within?: string;
  readonly server?: string;
}
