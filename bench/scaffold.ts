import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diskTree } from '../src/tree.ts';
import { type Contestant, race, table } from './pairs.ts';

/**
 * How long it takes to scaffold, as a multiple of a bare `node -e 0`, beside plop, hygen and
 * create-vite doing like work: plop and hygen write the very files that we write, each from a
 * template with a name to fill in; create-vite writes its smallest TypeScript project.
 *
 *   npm run build && npm run bench [rounds]
 */
const rounds = Number(process.argv[2] ?? 25);
const ours = join(import.meta.dirname, '..', 'dist', 'create-persona.cjs');
const home = mkdtempSync(join(tmpdir(), 'create-persona-bench-'));
const out = join(home, 'out');

const peers = join(tmpdir(), 'create-persona-bench-peers');
if (!existsSync(join(peers, 'node_modules', 'hygen'))) {
  mkdirSync(peers, { recursive: true });
  writeFileSync(join(peers, 'package.json'), '{ "private": true, "type": "module" }\n');
  execFileSync('npm', ['install', '--silent', 'plop@4.0.5', 'hygen@6.2.11', 'create-vite@9'], {
    cwd: peers,
    stdio: 'inherit',
  });
}
const peer = (path: string) => join(peers, 'node_modules', path);

const arguments_ = ['backend-dev', '--yes', '--dir', out];
execFileSync(process.execPath, [ours, ...arguments_]);
const project = diskTree(out);
const files = project.paths().map((path) => ({ path, text: project.read(path)! }));
writePeerTemplates();

const fresh = () => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
};
const node = (
  name: string,
  words: readonly string[],
  cwd = home,
  before?: () => void,
): Contestant => ({ name, command: [process.execPath, ...words], cwd, ...(before && { before }) });

const results = race(
  [
    node('create-persona --version', [ours, '--version']),
    node(
      `create-persona backend-dev --yes (${files.length} files)`,
      [ours, ...arguments_],
      home,
      fresh,
    ),
    node('the same again (nothing to write)', [ours, ...arguments_]),
    node(
      `plop (${files.length} files)`,
      [
        peer('plop/bin/plop.js'),
        '--plopfile',
        join(home, 'plopfile.mjs'),
        '--dest',
        out,
        '--no-progress',
        'all',
        'demo',
      ],
      home,
      fresh,
    ),
    node(
      `hygen (${files.length} files)`,
      [peer('hygen/dist/bin.js'), 'all', 'new', '--name', 'demo'],
      home,
      fresh,
    ),
    node(
      'create-vite vanilla-ts',
      [peer('create-vite/index.js'), 'app', '--template', 'vanilla-ts', '--no-interactive'],
      out,
      fresh,
    ),
  ],
  rounds,
);
console.log(
  `node ${process.version}, ${rounds} pairs each; times a bare node -e 0\n\n${table(results)}`,
);
rmSync(home, { recursive: true, force: true });

/** Each file with its first "demo" or first word as a tag, for plop in Handlebars and for hygen in EJS. */
function writePeerTemplates(): void {
  const actions = files.map(({ path, text }, nth) => {
    put(`plop/${nth}.hbs`, `{{name}}\n${text.replaceAll('{{', '\\{{')}`);
    put(
      `_templates/all/new/${nth}.ejs.t`,
      `---\nto: ${join(out, path)}\n---\n<%= name %>\n${text.replaceAll('<%', '<%%')}`,
    );
    return { type: 'add', path: join(out, path), templateFile: join(home, 'plop', `${nth}.hbs`) };
  });
  put(
    'plopfile.mjs',
    `export default (plop) => plop.setGenerator('all', { description: '', prompts: [{ type: 'input', name: 'name', message: '' }], actions: ${JSON.stringify(actions)} });\n`,
  );
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
}
