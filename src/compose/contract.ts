/** What a specification of an API and an endpoint have to say to one another. */

/** The section that holds it, as a block of YAML. */
export const contractTitle = 'API Contract';

/** The keys of the block: questions of `endpoint`, and of which kind the answer is. */
export const contractKeys = {
  name: 'word',
  plural: 'word',
  path: 'word',
  methods: 'words',
  store: 'words',
  owner: 'word',
  websocket: 'flag',
  'background-task': 'flag',
  'no-rate-limit': 'flag',
  fields: 'fields',
} as const;
