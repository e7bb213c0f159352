import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../services/run.ts';
import { outside } from '../support/disk.ts';
import fs from 'fs-extra';
import { pythonTools } from './python.ts';
import { reportIn, serviceWithQuests, verifyWithUv } from './verified.ts';

/** What the README promises: an app, an endpoint, and then uv, which brings all that they need. */
const tools = await pythonTools();

/** uv does not read the settings of pip: where pip installs from is handed to it. */
async function packagesFrom(pip: string): Promise<Readonly<Record<string, string>>> {
  const { out } = await run(pip, ['config', 'list'], '/');
  const settings = [...out.matchAll(/^(?:global|install|:env:)\.([\w.-]+)='(.*)'$/gm)];
  const named = new Map(settings.map(([, key, value]) => [key!.replace(/^\./, ''), value!]));
  const taken = {
    'index-url': 'UV_DEFAULT_INDEX',
    'extra-index-url': 'UV_INDEX',
    cert: 'SSL_CERT_FILE',
  };
  return Object.fromEntries(
    Object.entries(taken).flatMap(([key, name]) =>
      named.has(key) ? [[name, named.get(key)!] as const] : [],
    ),
  );
}

test.skipIf(!tools)(
  'a service passes its gates with what uv installs',
  async () => {
    const root = await serviceWithQuests();
    const bin = outside();
    fs.symlinkSync(join(tools!, 'uv'), join(bin, 'uv'));
    const more = await packagesFrom(join(tools!, 'pip'));

    const pytest = await run('uv', ['run', 'pytest', '-q'], root, {
      ...more,
      PATH: `${bin}:${process.env['PATH']}`,
      VIRTUAL_ENV: '',
    });
    const { code, stdout } = await verifyWithUv(root, bin, ['--stage', 'production'], more);

    expect(pytest.out).toMatch(/\d+ passed/);
    expect(pytest.code, pytest.out).toBe(0);
    expect(code, stdout).toBe(0);
    expect(reportIn(root, 'demo').stage_results['types']!.command).toBe('uv run pyright');
  },
  400_000,
);
