/**
 * What a persona can do, in words that belong to no tool. Each target's vocabulary says which of
 * its tools make up a capability; what it has no tool for becomes a row in the loss table.
 */
export const capabilities = [
  { name: 'read', title: 'Reading', says: 'read files, and what the editor reports of them' },
  { name: 'search', title: 'Searching', says: 'find code and its uses across the repository' },
  { name: 'edit', title: 'Editing', says: 'create files and change them' },
  { name: 'execute', title: 'Running', says: 'run commands in a shell' },
  { name: 'test', title: 'Testing', says: 'run the tests and read their results' },
  { name: 'web', title: 'Web', says: 'search the web and fetch pages' },
  { name: 'browse', title: 'Browser', says: 'drive a real browser' },
  { name: 'draw', title: 'Diagrams', says: 'draw diagrams' },
  { name: 'plan', title: 'Planning', says: 'keep a list of what is to be done' },
  { name: 'remember', title: 'Memory', says: 'read and write the memory files of the team' },
  { name: 'delegate', title: 'Delegation', says: 'start another persona as a subagent' },
] as const;

export type Capability = (typeof capabilities)[number]['name'];

/** What whoever can do the one can do as well: a shell runs tests, an editor writes memories and diagrams. */
export const comesWith: Readonly<Partial<Record<Capability, Capability>>> = {
  test: 'execute',
  draw: 'edit',
  remember: 'edit',
};

/** These capabilities, and all that come with them. */
export const withWhatComes = (can: readonly Capability[]): readonly Capability[] =>
  capabilityNames.filter((name) => can.includes(name) || can.includes(comesWith[name] ?? name));

export const capabilityNames: readonly Capability[] = capabilities.map(({ name }) => name);
