/** A type that a field may have, and how it is said in Python, in JSON and in tests. */
export interface FieldType {
  /** In the domain model. */
  readonly python: string;
  /** In a request, with its limits. */
  readonly annotation: string;
  /** What stands in a valid request, as Python would write the JSON; then another that is valid. */
  readonly samples: readonly [string, string];
  /** What no request may hold, and why. */
  readonly wrong: readonly (readonly [value: string, because: string])[];
  /** What may be written with spaces around it, and what is kept of that. */
  readonly spaced?: readonly [value: string, is: string];
  /** A default as Python writes it, or nothing where the text is none. */
  readonly literal: (text: string) => string | undefined;
  /** `list` and `dict`: each needs a new one. */
  readonly factory?: string;
  /** What Neo4j keeps, where it is not the value itself; `%` stands for it. */
  readonly toNode?: string;
  readonly fromNode?: string;
  /** How a test makes what the driver would hand back, where that is another type. */
  readonly inRecord?: string;
}

/** What a person writes between the parentheses of a type: `1..64`. */
export interface Bounds {
  readonly from?: number;
  readonly to?: number;
}

/** A text as ruff would format it; JSON escapes are escapes of Python, too. */
export const pythonText = (text: string): string =>
  text.includes('"') && !text.includes("'")
    ? `'${text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}'`
    : JSON.stringify(text);
