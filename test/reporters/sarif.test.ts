import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import sarif from '../../src/reporters/sarif.ts';
import { bad, mendable } from '../support/agents.ts';
import { persona } from '../support/built.ts';
import { folder } from '../support/disk.ts';
import { finding, manner, review } from '../support/reviews.ts';

// The schema as OASIS gives it to schemastore.org, in Microsoft's package.
const schema = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve(
      '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
    ),
    'utf8',
  ),
) as object;
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv as never);
const validate = ajv.compile(schema);

const faults = (log: unknown) => {
  validate(log);
  return validate.errors ?? [];
};

test('the schema is there, and finds what is wrong', () => {
  expect(faults({ version: '2.1.0' })).not.toEqual([]);
});

test('a run of the program is SARIF 2.1.0', async () => {
  const root = folder({ '.claude/agents/a.md': bad('a'), '.claude/agents/tester.md': mendable });

  const { stdout, code } = await persona(root, ['check', '--format', 'sarif']);
  const log = JSON.parse(stdout) as {
    runs: { results: unknown[]; tool: { driver: { rules: { id: string }[] } } }[];
  };

  expect(code).toBe(1);
  expect(faults(log)).toEqual([]);
  expect(log.runs[0]!.results).toMatchObject([
    {
      ruleId: 'references-resolve',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: '.claude/agents/a.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 8, startColumn: 5 },
          },
        },
      ],
    },
    {
      ruleId: 'lists-are-lists',
      fixes: [
        {
          artifactChanges: [
            {
              replacements: [
                { deletedRegion: { charLength: 0 }, insertedContent: { text: '- ' } },
                {},
              ],
            },
          ],
        },
      ],
    },
  ]);
});

test.each([
  ['nothing', []],
  ['an info', [finding({ level: 'info' })]],
  ['a check that was not on the list', [finding({ check: 'other' })]],
  ['a path that must be escaped', [finding({ path: 'a b/c:d%é\ud800.md' })]],
  ['half a sign', [finding({ says: '\ud800', mend: '\0' })]],
])('%s is SARIF 2.1.0', (_, findings) => {
  expect(faults(JSON.parse(sarif.report(review(findings), manner)))).toEqual([]);
});

test('every result points at its rule', () => {
  const { runs } = JSON.parse(sarif.report(review([finding()]), manner)) as {
    runs: {
      tool: { driver: { rules: { id: string }[] } };
      results: { ruleId: string; ruleIndex: number }[];
    }[];
  };
  const [{ tool, results }] = runs as [(typeof runs)[0]];

  expect(tool.driver.rules[results[0]!.ruleIndex]!.id).toBe(results[0]!.ruleId);
});

test('the same finding on a line that moved has the same fingerprint', () => {
  const printed = (line: number, lines: readonly string[]) =>
    /"createPersona\/v1": "(\w+)"/.exec(
      sarif.report(review([finding({ line })], lines), manner),
    )![1];

  expect(printed(1, ['a'])).toBe(printed(2, ['', '  a']));
  expect(printed(1, ['a'])).not.toBe(printed(1, ['b']));
});
