import fs from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptTree } from '../../src/kept-tree.ts';
import { runProgram } from '../../src/verify/running.ts';
import { findTools } from '../../src/verify/toolbox.ts';
import { folder, outside } from '../support/disk.ts';

/** Programs that say what a Python would: which it is, and what it can import. */
const python = (path: string, modules: readonly string[]) =>
  `#!/bin/sh\necho '${JSON.stringify({ python: path, modules })}'\n`;

function programs(all: Readonly<Record<string, string>>): string {
  const bin = outside();
  for (const [name, text] of Object.entries(all))
    fs.writeFileSync(join(bin, name), text, { mode: 0o755 });
  return bin;
}

function environment(root: string, name: string, modules: readonly string[]): void {
  fs.mkdirSync(join(root, name, 'bin'), { recursive: true });
  const place = join(root, name, 'bin', 'python');
  fs.writeFileSync(place, python(place, modules), { mode: 0o755 });
}

const everything = ['pytest', 'pytest_cov', 'ruff', 'pyright', 'detect_secrets'];
const uv = { uv: python('/env/bin/python', everything) };

const tools = (root: string, bin: string, more: NodeJS.ProcessEnv = {}) => {
  const env = { PATH: [bin, '/bin', '/usr/bin'].join(delimiter), ...more };
  const run = (words: readonly string[]) => runProgram(words, { cwd: root, env });
  return findTools(root, keptTree(root), { env: { PATH: bin, ...more }, run });
};

describe.skipIf(process.platform === 'win32')('the tools of a project are started', () => {
  test('by uv, where its lock file lies', async () => {
    const root = folder({ 'uv.lock': '' });
    environment(root, '.venv', everything);
    const found = await tools(root, programs(uv));
    expect(found).toMatchObject({ kind: 'uv', python: '/env/bin/python' });
    expect(found.find('ruff')).toEqual(['uv', 'run', 'ruff']);
  });

  test.each(['.venv', 'venv'])('from %s, where there is no uv', async (name) => {
    const root = folder({ 'uv.lock': '' });
    environment(root, name, everything);
    const found = await tools(root, programs({}));
    expect(found).toMatchObject({ kind: name, python: `${name}/bin/python` });
    expect(found.find('detect-secrets')).toEqual([`${name}/bin/python`, '-m', 'detect_secrets']);
  });

  test('from the environment that is active', async () => {
    const [root, active] = [folder({ 'pyproject.toml': '[project]\n' }), outside()];
    environment(active, 'env', everything);
    const found = await tools(root, programs(uv), { VIRTUAL_ENV: join(active, 'env') });
    expect(found.find('pytest')).toEqual([join(active, 'env/bin/python'), '-m', 'pytest']);
  });

  test('by uv, where nothing else is there yet', async () => {
    const found = await tools(folder({ 'pyproject.toml': '[project]\n' }), programs(uv));
    expect(found.kind).toBe('uv');
  });

  test.each(['python3', 'python'])('by %s of the path, in the end', async (name) => {
    const bin = programs({ ...uv, [name]: python('/usr/bin/python3', ['pytest']) });
    const found = await tools(folder({ 'requirements.txt': '' }), bin);
    expect(found).toMatchObject({ kind: name, python: '/usr/bin/python3' });
    expect(found.find('pytest')).toEqual([name, '-m', 'pytest']);
  });
});

describe.skipIf(process.platform === 'win32')('a tool that the project lacks', () => {
  const script = '#!/bin/sh\n';

  test('is that of the path, but for pytest, which must import the project', async () => {
    const bin = programs({
      python3: python('/usr/bin/python3', []),
      ruff: script,
      pytest: script,
      pyright: script,
    });
    const found = await tools(folder({ 'a.py': '' }), bin);
    expect(found.find('ruff')).toEqual(['ruff']);
    expect(found.find('pyright')).toEqual(['pyright']);
    expect(found.find('pytest')).toBeUndefined();
    expect(found.find('detect-secrets')).toBeUndefined();
    expect(found.lacks('pytest')).toEqual({
      says: 'pytest is not installed for python3.',
      mend: 'Install it: `python3 -m pip install pytest`.',
    });
  });

  test('may be lacking because uv cannot make the environment, which is said', async () => {
    const bin = programs({ uv: '#!/bin/sh\necho "error: No network" >&2\nexit 2\n', ruff: script });
    const found = await tools(folder({ 'uv.lock': '' }), bin);
    expect(found.find('ruff')).toEqual(['ruff']);
    expect(found.lacks('pytest').says).toBe(
      'pytest could not be started: uv run python ended with "error: No network".',
    );
  });

  test('is lacking where there is no Python at all', async () => {
    const found = await tools(folder({ 'a.py': '' }), programs({}));
    expect(found).toMatchObject({ kind: 'nothing', python: undefined });
    expect(found.lacks('pytest').says).toContain('there is no Python');
  });
});
