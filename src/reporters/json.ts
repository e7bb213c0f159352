import { defineReporter, tallyOf } from '../reporter.ts';

/** One document. Keys are added to it, and never change their meaning. */
export default defineReporter({
  name: 'json',
  describes: 'one JSON document, with every edit of every fix',

  report: ({ files, findings, known, gone, mended }) =>
    JSON.stringify({ files, ...tallyOf(findings), known, gone, mended, findings }, undefined, 2),
});
