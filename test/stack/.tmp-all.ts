import { join } from 'node:path';
import fs from 'fs-extra';
import app from '../../generators/app.ts';
import endpoint from '../../generators/endpoint.ts';
import { answersGiven, answersInFull } from '../../src/answers.ts';
import { prepare } from '../../src/build.ts';
import { openWorkspace } from '../../src/workspace.ts';
import { combinations } from './combinations.ts';

const root = process.argv[2]!;
for (const [g, answers] of [
  [app, { package: 'tta_backend' }],
  ...Object.values(combinations).map((a) => [endpoint, a]),
] as const) {
  const ws = await openWorkspace(root, { today: '2026-01-02' });
  const t = performance.now();
  const plan = await prepare(g, answersInFull(g, answersGiven(g, [], answers as any, ws), ws), ws);
  console.log(
    plan.files.length,
    (performance.now() - t).toFixed(0),
    answers.name,
    plan.findings.map((f) => `${f.path}:${f.line} ${f.says}`).join('\n'),
  );
  for (const f of plan.files) fs.outputFileSync(join(root, f.path), f.text);
}
