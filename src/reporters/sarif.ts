import { identityOf } from '../baseline.ts';
import { defineReporter, type Review, wellFormed } from '../reporter.ts';
import type { Finding } from '../stages.ts';

// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning

/** For code scanning and editors: rules, results and fixes in SARIF 2.1.0. */
export default defineReporter({
  name: 'sarif',
  describes: 'SARIF 2.1.0, for code scanning and editors',

  report: (review, { version }) => {
    const { findings, checks } = review;
    const rules = checks.map(({ name, level, why }) => ({
      id: name,
      shortDescription: { text: name.replaceAll('-', ' ') },
      fullDescription: { text: why },
      help: { text: `${why}\n\ncreate-persona explain ${name}` },
      defaultConfiguration: { level: levels[level] },
    }));
    const places = new Map(checks.map(({ name }, index) => [name, index]));
    return JSON.stringify(
      {
        $schema:
          'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
          {
            tool: {
              driver: {
                name: 'create-persona',
                semanticVersion: version,
                informationUri: 'https://www.npmjs.com/package/create-persona',
                rules,
              },
            },
            columnKind: 'utf16CodeUnits',
            results: findings.map((finding) => result(finding, review, places.get(finding.check))),
          },
        ],
      },
      undefined,
      2,
    );
  },
});

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

function result(finding: Finding, { lineAt }: Review, index: number | undefined) {
  const { check, path, line, column, level, says, mend, fix } = finding;
  const artifactLocation = { uri: uriOf(path), uriBaseId: '%SRCROOT%' };
  const identity = identityOf(finding, lineAt(path, line));
  return {
    ruleId: check,
    ...(index !== undefined && { ruleIndex: index }),
    level: levels[level],
    message: { text: wellFormed(`${says} ${mend}`) },
    locations: [
      { physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } } },
    ],
    partialFingerprints: { 'createPersona/v1': identity },
    ...(fix !== undefined && {
      fixes: [
        {
          description: { text: mend },
          artifactChanges: [
            {
              artifactLocation,
              replacements: fix.map(({ from, to, text }) => ({
                deletedRegion: { charOffset: from, charLength: to - from },
                insertedContent: { text },
              })),
            },
          ],
        },
      ],
    }),
  };
}

/** A path as a relative reference, in which nothing can be taken for a scheme. */
const uriOf = (path: string) =>
  path
    .split('/')
    .map((part) => encodeURIComponent(wellFormed(part)))
    .join('/');
