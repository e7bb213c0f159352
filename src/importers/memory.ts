import { defineImporter } from '../importer.ts';

export default defineImporter({
  name: 'memory',
  describes: 'memories (`*.memory.md`), which stay what they are',
  sources: ['https://github.com/theinterneti/TTA.dev'],
  reads: ({ path }) => /\.memory\.md$/.test(path),
  take: ({ path, text }) => ({
    memories: [{ file: path.slice(path.lastIndexOf('/') + 1), text }],
    changes: [],
  }),
});
