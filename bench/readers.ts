import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What other people's readers say of the golden trees: `npm run readers`. They are installed into a
 * folder of their own, which is gone afterwards; one that cannot be had is a row that says so.
 *
 *   skills-ref      https://github.com/agentskills/agentskills (PyPI)
 *   agnix           https://github.com/agent-sh/agnix (PyPI)
 *   Claude Code     `claude plugin validate` (npm @anthropic-ai/claude-code)
 */
const golden = join(import.meta.dirname, '../test/golden');
const home = mkdtempSync(join(tmpdir(), 'readers-'));

interface Row {
  readonly reader: string;
  readonly tree: string;
  readonly says: string;
}

try {
  const rows = [...python(), ...claude()];
  const wide = (key: 'reader' | 'tree') => Math.max(...rows.map((row) => row[key].length));
  for (const { reader, tree, says } of rows)
    console.log(`${reader.padEnd(wide('reader'))}  ${tree.padEnd(wide('tree'))}  ${says}`);
} finally {
  rmSync(home, { recursive: true, force: true });
}

function python(): readonly Row[] {
  try {
    execFileSync('python3', ['-m', 'venv', join(home, 'v')], { stdio: 'ignore' });
    execFileSync(bin('pip'), ['install', '-q', 'skills-ref', 'agnix'], { stdio: 'ignore' });
  } catch {
    return [{ reader: 'skills-ref, agnix', tree: '', says: 'could not be installed' }];
  }
  return [...skillsRef(), ...agnix()];
}

function bin(name: string) {
  return join(home, 'v', 'bin', name);
}

function skillsRef(): readonly Row[] {
  return trees().flatMap((tree) => {
    const folders = pathsIn(join(golden, tree, 'files'))
      .filter((path) => path.endsWith('/SKILL.md'))
      .map((path) => path.slice(0, -'/SKILL.md'.length));
    if (folders.length === 0) return [];
    const wrong = folders.filter(
      (path) => spawnSync(bin('agentskills'), ['validate', path]).status !== 0,
    );
    const says = `${folders.length - wrong.length} of ${folders.length} skills are valid`;
    return [{ reader: 'skills-ref', tree, says }];
  });
}

function agnix(): readonly Row[] {
  return trees().map((tree) => {
    // In a folder of its own: it looks for the root of a repository above.
    const copy = join(home, tree);
    cpSync(join(golden, tree, 'files'), copy, { recursive: true });
    const { stdout } = spawnSync(bin('agnix'), ['--format', 'json', '.'], {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { level: string; rule: string }[];
    };
    const rules = new Map<string, number>();
    for (const { rule, level } of diagnostics)
      rules.set(`${level} ${rule}`, (rules.get(`${level} ${rule}`) ?? 0) + 1);
    const says = [...rules].map(([rule, many]) => `${many} × ${rule}`).join(', ');
    return { reader: 'agnix', tree, says: says || 'nothing' };
  });
}

function claude(): readonly Row[] {
  const reader = 'claude plugin validate';
  try {
    writeFileSync(join(home, 'package.json'), '{}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '@anthropic-ai/claude-code'], {
      cwd: home,
      stdio: 'ignore',
    });
  } catch {
    return [{ reader, tree: '', says: 'could not be installed' }];
  }
  return trees().flatMap((tree) => {
    const own = join(golden, tree, 'files', '.claude');
    if (!existsSync(own)) return [];
    const plugin = join(home, `plugin-${tree}`);
    cpSync(own, plugin, { recursive: true });
    mkdirSync(join(plugin, '.claude-plugin'));
    writeFileSync(
      join(plugin, '.claude-plugin', 'plugin.json'),
      JSON.stringify({
        name: 'golden',
        version: '0.0.1',
        description: 'A golden tree',
        author: { name: 'us' },
      }),
    );
    const { status, stdout } = spawnSync(
      join(home, 'node_modules/.bin/claude'),
      ['plugin', 'validate', plugin],
      {
        encoding: 'utf8',
      },
    );
    const says = status === 0 ? 'passes' : stdout.trim().split('\n').at(-1)!;
    return [{ reader, tree, says }];
  });
}

function trees(): readonly string[] {
  return readdirSync(golden, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(golden, entry.name, 'files')))
    .map(({ name }) => name)
    .filter((name) =>
      /persona|skill|servers|chatmode|architect|backend|devops|qa|frontend|rules/.test(name),
    );
}

function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
    join(folder, path),
  );
}
