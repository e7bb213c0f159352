import type { Change } from '../stages.ts';

/** The name under which Hypertool has a persona, where it is one that it would take. */
export const hypertoolName = (name: string): string | undefined =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) ? name : undefined;

/** A persona can do something, and what Hypertool keeps is about servers. */
export const onlyReads = (path: string, because: string): Change => ({
  how: 'assumed',
  path,
  line: 1,
  what: 'can: read',
  because,
});
