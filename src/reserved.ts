/** Words that begin a command line of ours. No persona may be called so. A test holds the list whole. */
export const reserved: readonly string[] = [
  'help',
  'persona',
  'chatmode',
  'instruction',
  'memory',
  'prompt',
  'spec',
  'app',
  'endpoint',
  'import',
  'migrate',
  'check',
  'guard',
  'explain',
  'list',
  'completion',
];
