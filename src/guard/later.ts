/** What runs later than it is written: functions where they are called, traps at the end. */
export interface Later<Body> {
  readonly functions: Map<string, Body>;
  /** The ways in which a function was read already. */
  readonly seen: Set<string>;
  readonly traps: string[];
}

/** @param around - that of the shell around a subshell, whose functions it knows */
export const laterOf = <Body>(around?: Later<Body>): Later<Body> => ({
  functions: new Map(around?.functions),
  seen: around?.seen ?? new Set(),
  traps: [],
});
