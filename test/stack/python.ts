import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missing, run } from '../services/run.ts';

/**
 * The tools that a user of the generated code has: a virtual environment with pinned packages, made
 * once and kept outside the repository (`CREATE_PERSONA_VENV` names another place).
 */

const requirements = join(import.meta.dirname, 'requirements.txt');

/** The folder of the environment's programs; nothing, where there is no Python to make it with. */
export async function pythonTools(): Promise<string | undefined> {
  const python = await run(
    'python3',
    ['-c', 'import sys; assert sys.version_info >= (3, 11)'],
    '/',
  );
  if (python.code !== 0 || process.platform === 'win32') return missing('Python 3.11 or newer');
  const pins = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const home = process.env['CREATE_PERSONA_VENV'] ?? join(tmpdir(), `create-persona-venv-${pins}`);
  const bin = join(home, 'bin');
  const isReady = () => existsSync(join(home, 'ready'));
  while (!isReady()) {
    if (hasLock(home)) await make(home, bin).finally(() => rmdirSync(`${home}.lock`));
    else await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return bin;
}

/** Test files run side by side, and one of them makes what all need. A lock that is old is left over. */
function hasLock(home: string): boolean {
  const lock = `${home}.lock`;
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  if (Date.now() - made > 15 * 60_000) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

async function make(home: string, bin: string): Promise<void> {
  if (existsSync(join(home, 'ready'))) return;
  rmSync(home, { recursive: true, force: true });
  for (const [program, ...words] of [
    ['python3', '-m', 'venv', home],
    [join(bin, 'pip'), 'install', '--quiet', '--disable-pip-version-check', '-r', requirements],
  ] as const) {
    const { code, out } = await run(program, words, '/');
    if (code !== 0) throw new Error(`${program} ${words.join(' ')} failed: ${out}`);
  }
  writeFileSync(join(home, '.ready'), '');
  renameSync(join(home, '.ready'), join(home, 'ready'));
}
