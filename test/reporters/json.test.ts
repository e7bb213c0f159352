import { expect, test } from 'vitest';
import json from '../../src/reporters/json.ts';
import { finding, manner, review } from '../support/reviews.ts';

test('one document with the counts, the findings, why each matters, and their fixes', () => {
  const findings = [finding({ fix: [{ from: 1, to: 2, text: 'x' }] })];

  expect(JSON.parse(json.report(review(findings), manner))).toEqual({
    files: 1,
    errors: 1,
    warnings: 0,
    infos: 0,
    mendable: 1,
    known: 0,
    gone: [],
    mended: [],
    findings: [{ ...findings[0], why: review([]).checks[0]!.why }],
  });
});
