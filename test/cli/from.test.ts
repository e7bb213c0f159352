import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { copyOf, filesIn, folder, outside, write } from '../support/disk.ts';
import { plop, plopProject } from '../support/plop.ts';

/** `endpoint --from`, as people run it: by the command line and by plop. */

const document = `openapi: 3.0.3
info: { title: Guild, version: "1" }
paths:
  /quests:
    post:
      operationId: createQuest
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [title]
              properties:
                title: { type: string, minLength: 1, maxLength: 80 }
                reward: { type: integer, minimum: 0, default: 5, multipleOf: 5 }
      responses: { '201': { description: Made } }
      security: [{ bearer: [] }]
components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }
`;

const flags = ['quest', '--methods', 'POST', '--fields', 'title:str(1..80); reward:int(0..)=5'];
const from = ['--from', 'openapi.yaml', '--operation', 'createQuest'];
let app: string;

beforeAll(async () => {
  app = folder({ 'openapi.yaml': document });
  await persona(app, ['app', 'demo']);
  await persona(app, [
    'spec',
    'Quest',
    'api',
    '--summary',
    'S.',
    '--path',
    '/quests',
    '--methods',
    'POST',
    '--fields',
    flags.at(-1)!,
  ]);
});

/** The code, without the record of how it was asked for. */
const codeIn = (root: string) =>
  Object.fromEntries(Object.entries(filesIn(root)).filter(([path]) => /^(src|tests)\//.test(path)));

describe('a document gives what flags give', () => {
  test.concurrent('and what it says beyond is told, with its line', async () => {
    const [ours, read] = [copyOf(app), copyOf(app)];

    const ends = [
      await persona(ours, ['endpoint', ...flags]),
      await persona(read, ['endpoint', ...from]),
    ];

    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    expect(codeIn(read)).toEqual(codeIn(ours));
    expect(ends[1]!.stdout).toContain(
      'Not taken over:\n  openapi.yaml:15  field reward\n    is not held to `multipleOf`\n',
    );
  });

  test.concurrent('and the record names the answers, not the document', async () => {
    const root = copyOf(app);
    await persona(root, ['endpoint', ...from]);
    const { '.persona/manifest.json': text } = filesIn(root);
    const { answers } = JSON.parse(text!).files['src/demo/quests/router.py'];
    expect(answers).toMatchObject({ name: 'quests', path: '/quests', methods: ['POST'] });
    expect(Object.keys(answers)).not.toContain('from');
  });

  test.concurrent('and twice changes nothing', async () => {
    const root = copyOf(app);
    await persona(root, ['endpoint', ...from]);
    const { stdout } = await persona(root, ['endpoint', ...from]);
    expect(stdout).toContain('Nothing was written.');
  });

  test.concurrent('as does a specification', async () => {
    const [ours, read] = [copyOf(app), copyOf(app)];
    await persona(ours, ['endpoint', ...flags, '--summary', 'S.']);
    const { code } = await persona(read, ['endpoint', '--from', 'specs/quest.spec.md']);
    expect(code).toBe(0);
    expect(codeIn(read)).toEqual(codeIn(ours));
  });

  test.concurrent('to plop as well, which then asks nothing', async () => {
    const [ours, read] = [copyOf(app), plopProject()];
    write(read, filesIn(app));
    await persona(ours, ['endpoint', ...from]);
    const { code, stdout, stderr } = await plop(read, ['endpoint', '--', ...from]);
    expect(stdout + stderr).toContain('is not held to `multipleOf`');
    expect(code).toBe(0);
    expect(codeIn(read)).toEqual(codeIn(ours));
  });

  test.concurrent('in a dry run it is told as well, and in JSON', async () => {
    const { stdout } = await persona(copyOf(app), ['endpoint', ...from, '--dry-run', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      wrote: false,
      changes: [{ path: 'openapi.yaml', line: 15, what: 'field reward' }],
    });
  });
});

describe('what cannot be read is a problem, and nothing is written:', () => {
  test.concurrent.each<[string, readonly string[], Record<string, string | Uint8Array>, string]>([
    [
      'a misspelt operation',
      ['--from', 'openapi.yaml', '--operation', 'createQest'],
      {},
      '`createQuest`',
    ],
    ['a file that is not there', ['--from', 'openapi.json'], {}, 'is not there'],
    ['a file above the project', ['--from', '../openapi.yaml'], {}, '(PathOutside)'],
    ['a folder', ['--from', 'src'], {}, 'is a folder'],
    [
      'a text of brackets',
      ['--from', 'b.yaml'],
      { 'b.yaml': `openapi: ${'['.repeat(20_000)}${']'.repeat(20_000)}` },
      'b.yaml:1 cannot be read: it is nested too deeply.',
    ],
    ['broken YAML', ['--from', 'b.yaml'], { 'b.yaml': 'openapi: 3.0.0\npaths: {\n' }, 'b.yaml:'],
    ['bytes', ['--from', 'b.yaml'], { 'b.yaml': new Uint8Array([0xff, 0xfe, 0, 1]) }, 'not UTF-8'],
    ['5 MiB', ['--from', 'b.yaml'], { 'b.yaml': 'a: b\n'.repeat(2 ** 20) }, 'larger than 4 MiB'],
    ['an operation without a document', ['--operation', 'createQuest'], {}, '(FlagWrong)'],
  ])('%s', async (_, words, files, says) => {
    const root = copyOf(app);
    write(root, files);
    const before = filesIn(root);

    const { code, stdout, stderr } = await persona(root, ['endpoint', ...words]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(filesIn(root)).toEqual(before);
  });

  test.concurrent('a link that leads out of the project', async () => {
    const [root, other] = [copyOf(app), outside()];
    write(other, { 'secret.yaml': document });
    symlinkSync(join(other, 'secret.yaml'), join(root, 'link.yaml'));

    const { code, stderr } = await persona(root, ['endpoint', '--from', 'link.yaml']);

    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('link.yaml leads out of the project') as string,
    });
  });

  test.concurrent('to plop as well', async () => {
    const root = plopProject();
    write(root, filesIn(app));
    const { code, stdout, stderr } = await plop(root, ['endpoint', '--', '--from', 'no.yaml']);
    expect(code).not.toBe(0);
    expect(stdout + stderr).toContain('no.yaml is not there');
  });
});

test('a document may stand in a folder below, of a project elsewhere', async () => {
  const root = copyOf(app);
  write(root, { 'api/openapi.yaml': document });
  const words = ['endpoint', '--dir', root, '--from', 'api/openapi.yaml', '--store', 'neo4j'];
  expect((await persona(outside(), words)).code).toBe(0);
  expect(Object.keys(filesIn(root))).toContain('src/demo/quests/neo4j_repository.py');
});
