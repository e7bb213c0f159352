import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fs from 'fs-extra';
import { describe, expect, test } from 'vitest';
import { folder } from './support/fixture.ts';
import { openapi } from './support/openapi.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8').replaceAll('\r\n', '\n');
const commands = [...readme.matchAll(/^```bash\n([\s\S]*?)^```$/gm)].flatMap(([, block]) =>
  block!.trim().split('\n'),
);

/** A project in which our package is installed, as `npx` finds it. */
function project(): string {
  const place = folder({
    'package.json': '{ "name": "storefront", "type": "module" }\n',
    'plopfile.js': "export { default } from 'create-persona/plopfile';\n",
  });
  fs.ensureDirSync(join(place, 'node_modules', '.bin'));
  symlinkSync(root, join(place, 'node_modules', 'create-persona'), 'junction');
  fs.writeFileSync(
    join(place, 'node_modules', '.bin', 'create-persona'),
    `#!/bin/sh\nexec node "${join(root, 'dist', 'create-persona.cjs')}" "$@"\n`,
    { mode: 0o755 },
  );
  symlinkSync(join(root, 'node_modules', 'plop'), join(place, 'node_modules', 'plop'), 'junction');
  fs.writeFileSync(
    join(place, 'node_modules', '.bin', 'plop'),
    `#!/bin/sh\nexec node "${join(root, 'node_modules', 'plop', 'bin', 'plop.js')}" "$@"\n`,
    { mode: 0o755 },
  );
  return place;
}

const run = (command: string, cwd: string) =>
  spawnSync('bash', ['-c', command], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(cwd, 'node_modules', '.bin')}:${process.env['PATH']}` },
  });

describe.skipIf(process.platform === 'win32')('every command of the README works', () => {
  const own = commands.filter((command) => /^(npx|eval)/.test(command));

  test('and there is one for each task', () => {
    expect(own.length).toBeGreaterThan(20);
    expect(commands.filter((command) => !own.includes(command))).toEqual([
      'npm install && npm start',
      'npm install && npm test',
    ]);
  });

  const wizard = 'npx create-persona';
  // `verify` wants the tools of Python: test/stack/verify.test.ts runs it.
  const alone = own.filter((command) => command !== wizard && !command.includes(' verify '));
  test.each(alone)('%s', (command) => {
    const place = project();
    if (/check|reviewer|import/.test(command)) run('create-persona backend-dev --yes', place);
    // Whoever brings what they have in `.github` has no persona of ours yet.
    if (/import .github/.test(command)) fs.rmSync(join(place, '.persona'), { recursive: true });
    if (/ (endpoint|model|repository|service|test) /.test(command))
      run('create-persona app storefront --yes', place);
    if (/--from openapi/.test(command)) fs.writeFileSync(join(place, 'openapi.yaml'), openapi);
    const spec = own.find((each) => each.includes(' spec '))!;
    if (/--from specs/.test(command)) run(spec.replaceAll('npx ', ''), place);
    const { status, stderr } = run(command.replaceAll('npx ', ''), place);
    expect(stderr.replace(/^- \n?/gm, '')).toBe('');
    expect(status).toBe(0);
  });

  test('the wizard, which asks, is a problem where nobody is there', () => {
    const { status, stderr } = run('create-persona', project());
    expect(status).toBe(2);
    expect(stderr).toContain('--persona');
  });
});

test('npm start does the main job and shows what it wrote', () => {
  const place = folder();
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const words = scripts.start.replace('node dist/create-persona.cjs', '').trim().split(' ');
  const shown = execFileSync(
    process.execPath,
    [join(root, 'dist', 'create-persona.cjs'), ...words],
    { cwd: place, encoding: 'utf8' },
  );
  for (const path of [
    '.augment/chatmodes/backend-dev.chatmode.md',
    '.github/agents/backend-dev.agent.md',
    '.claude/agents/backend-dev.md',
    'plopfile.js',
  ]) {
    expect(fs.existsSync(join(place, 'demo', path))).toBe(true);
  }
  expect(shown).toContain('# Chat Mode: Backend Developer');
  expect(shown).toMatch(/backend-dev\.agent\.md +\d+ tokens/);
});

test('the parts of a chat mode that the README shows are those that one gets', () => {
  const [, excerpt] = /^```markdown\n([\s\S]*?)^```$/m.exec(readme)!;
  const golden = readFileSync(
    join(
      root,
      'test/golden/backend-dev-for-all-targets/files/.augment/chatmodes/backend-dev.chatmode.md',
    ),
    'utf8',
  );
  for (const line of excerpt!.split('\n')) expect(golden.split('\n')).toContain(line);
});

describe.skipIf(process.platform === 'win32')('what the README shows is what one sees', () => {
  const shown = [...readme.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
  const excerpt = (beginning: string) => shown.find((text) => text.startsWith(beginning))!;

  test('of a finding', () => {
    const place = project();
    const agent =
      '---\ndescription: Reviews a change. Use when it is ready.\ntools:\n  - codebase\n';
    const path = join(place, '.github/agents/reviewer.agent.md');
    fs.outputFileSync(path, `${agent}  - edit\n---\n\n# Reviewer\n\nI read the change.\n`);

    const { stdout } = run('create-persona check', place);

    expect(stdout).toContain(excerpt('.github/agents/reviewer.agent.md'));
  });

  test('of what a tool cannot express', () => {
    const { stdout } = run('create-persona backend-dev --targets copilot --yes', project());

    expect(stdout).toContain(excerpt('Said in the text'));
  });
});
