import { defineReporter, tallyOf } from '../reporter.ts';

/** One document. Keys are added to it, and never change their meaning. */
export default defineReporter({
  name: 'json',
  describes: 'one JSON document, with every edit of every fix',

  report: ({ files, findings, known, gone, mended, checks }) => {
    const whys = new Map(checks.map(({ name, why }) => [name, why]));
    const told = findings.map(({ fix, ...each }) => ({
      ...each,
      why: whys.get(each.check),
      ...(fix && { fix }),
    }));
    const all = { files, ...tallyOf(findings), known, gone, mended, findings: told };
    return JSON.stringify(all, undefined, 2);
  },
});
