import { beforeAll, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { copyOf, filesIn, folder, write } from '../support/disk.ts';

/** What is said to a question stands in code, so no secret may be said. Put together here, for this file has none. */
const key = ['AKIA', 'Z3MHFW2XK7QPLD5V'].join('');
const address = ['postgres://admin:s3', 'cr3t@db.shop.io/x'].join('');
const digits = ['0123456789abcdef', '0123456789abcdef'].join('');

let app: string;
beforeAll(async () => {
  app = folder();
  await persona(app, ['app', 'demo']);
});

test.concurrent.each([
  [
    'in a sentence',
    ['--summary', `It asks ${address} for more.`],
    1,
    /router\.py:3:\d+ .*no-secret/,
  ],
  ['as a default', ['--fields', `hint:str=my ${key} key`], 1, /schemas\.py:\d+:\d+ .*no-secret/],
  [
    'behind a name that tells',
    ['--fields', 'password:str=hunter2'],
    2,
    /"password" cannot be a field/,
  ],
  [
    'that looks drawn by lot',
    ['--fields', `digest:str=${digits}`],
    2,
    /"digest" cannot be .* a key/,
  ],
])('a secret %s is found before anything is written', async (_, said, code, says) => {
  const root = copyOf(app);
  const before = filesIn(root);

  const ended = await persona(root, ['endpoint', 'login', ...said]);

  expect(ended.stdout + ended.stderr).toMatch(says);
  expect(ended.code).toBe(code);
  expect(filesIn(root)).toEqual(before);
});

test.concurrent('what stood there already is no news', async () => {
  const root = copyOf(app);
  const api = 'src/demo/api.py';
  write(root, { [api]: `${filesIn(root)[api]}\n# Moved from ${address}\n` });
  const ended = await persona(root, ['endpoint', 'login']);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
});

test.concurrent.each([
  ['a password that a client must give', 'password:str; api_key:text'],
  ['a level of secrecy', 'secret_level:low|high=low; secret_id:uuid; db_key:dict={}'],
  ['a word as a default', 'kind:str=new; body:text(0..500)='],
])('%s is none', async (_, fields) => {
  const ended = await persona(copyOf(app), ['endpoint', 'login', '--fields', fields]);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
});
