import { beforeAll, expect, test } from 'vitest';
import { reviewCode } from '../../src/convention-review.ts';
import { shipped } from '../../src/shipped.ts';
import { type Files, planFor, service, written } from '../stack/ask.ts';
import { combinations } from '../stack/combinations.ts';

/** What we generate keeps every convention that we have, whatever was asked for. */
const conventions = shipped.conventions.filter(({ stack }) => /^(fastapi|python)$/.test(stack));
let project: Files;

beforeAll(async () => {
  project = await service('tta_backend');
  for (const said of Object.values(combinations))
    project = written(project, await planFor('endpoint', said, project));
}, 60_000);

test('no convention has anything to say of an app with every combination', async () => {
  const files = Object.entries(project).map(([path, text]) => ({ path, text }));
  const findings = await reviewCode(files, conventions);
  expect(files.filter(({ path }) => path.endsWith('.py')).length).toBeGreaterThan(200);
  expect(
    findings.map(
      ({ check, path, line, column, says }) => `${path}:${line}:${column} ${check}: ${says}`,
    ),
  ).toEqual([]);
}, 60_000);
