import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRedis } from '../services/redis.ts';
import { freePort, run } from '../services/run.ts';
import { outside } from '../support/disk.ts';
import { type Files, planFor, service, written } from './ask.ts';
import { combinations } from './combinations.ts';
import { planFrom } from './from.ts';
import { pythonTools } from './python.ts';

/**
 * What we generate, running, under requests that schemathesis makes up from its own OpenAPI document:
 * https://schemathesis.readthedocs.io/
 */
const tools = await pythonTools();
const redis = await startRedis();
const secret = randomBytes(32).toString('base64');

/** An owner in the path with a WebSocket, every type of field, and a scope that one needs to write. */
const resources = [
  { ...combinations['player_actions'], store: ['redis'] },
  { ...combinations['samples'], store: ['redis'] },
  { name: 'quest', owner: 'none', fields: ['name:str(2..)', 'numbers:list[int]', 'low:int(..9)'] },
];

/**
 * A cursor that is a text and none of ours is refused with 400, which no schema can say of a text.
 * Starlette names in `Allow` the methods of one route, where a path has several routes.
 */
const config = `[checks]
positive_data_acceptance.expected-statuses = ["2xx", "400", "401", "403", "404", "409", "429"]
`;

let app: Files;
let root: string;
let url: string;
let stop = async (): Promise<void> => {};

beforeAll(async () => {
  app = await service('shop');
  for (const said of resources) app = written(app, await planFor('endpoint', said, app));
  root = outside();
  for (const [path, text] of Object.entries({ ...app, 'schemathesis.toml': config })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  if (tools && redis) ({ url, stop } = await started(tools, redis.url));
}, 60_000);

afterAll(() => Promise.all([stop(), redis?.stop()]), 60_000);

/** The service under uvicorn, once it answers. It counts so many requests that none is one too many. */
async function started(bin: string, store: string) {
  const port = await freePort();
  const words = ['shop.main:app', '--app-dir', 'src', '--port', String(port)];
  const server = spawn(join(bin, 'uvicorn'), [...words, '--log-level', 'warning'], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      SHOP_JWT_SECRET: secret,
      SHOP_REDIS_URL: store,
      SHOP_RATE_LIMIT_REQUESTS: '1000000',
    },
  });
  const gone = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  const here = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(`${here}/api/v1/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) {
    if (server.exitCode !== null) throw new Error('The service ended before it was up.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const end = () => {
    server.kill();
    return gone;
  };
  return { url: here, stop: end };
}

/** A token of an administrator: https://www.rfc-editor.org/rfc/rfc7519 */
function token(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const claims = { sub: 'user-1', aud: 'shop', scope: 'admin', exp };
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

test.skipIf(!tools || !redis)(
  'no request leads to a 500 or to what the document does not say',
  async () => {
    const { code, out } = await run(
      join(tools!, 'st'),
      [
        ...['run', `${url}/openapi.json`, '--header', `Authorization: Bearer ${token()}`],
        ...[
          '--checks',
          'all',
          '--exclude-checks',
          'allow_header_conformance',
          '--max-examples',
          '10',
          '--seed',
          '1',
          '--no-color',
        ],
        ...['--continue-on-failure', '--generation-database', 'none'],
      ],
      root,
    );
    expect(out).toContain('No issues found');
    expect(code).toBe(0);
    expect(Number(/(\d+) generated/.exec(out)?.[1])).toBeGreaterThan(500);
  },
  400_000,
);

/** Its own document says enough of an endpoint to make it again. */
test.skipIf(!tools || !redis).each([
  ['player_actions', 'POST /players/{player_id}/actions', resources[0]!],
  ['samples', 'GET /samples', resources[1]!],
])('%s can be made from the document of the service', async (many, operation, said) => {
  const document = await (await fetch(`${url}/openapi.json`)).text();
  const bare = await service('shop');
  const plan = await planFrom(
    'endpoint',
    { from: 'openapi.json', operation, websocket: 'websocket' in said },
    { ...bare, 'openapi.json': document },
  );

  expect(plan.changes).toBeUndefined();
  const code = ({ files }: typeof plan) => files.filter(({ path }) => path.includes(`/${many}/`));
  expect(code(plan)).toEqual(code(await planFor('endpoint', said, bare)));
});
