import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { cacheFolder } from '../review/cache-folder.ts';

/**
 * Load a bundle that stands beside this one, with the code that V8 compiled for it the last time:
 * compiling is a quarter of a run. Node does that by itself from 22.8 on; for older ones we do. Either
 * way the code is kept in the person's cache folder. Whatever goes wrong with it, the bundle is loaded as usual.
 * https://nodejs.org/api/vm.html#scriptcreatecacheddata
 *
 * @param keeps - whether to keep the code; a thread leaves that to the first one
 */
export function loadFast<T>(
  name: string,
  hash: string,
  use: (loaded: T) => Promise<unknown>,
  { keeps = true }: { readonly keeps?: boolean } = {},
): void {
  const file = join(__dirname, name);
  const load = createRequire(__filename);
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  if (process.env['CREATE_PERSONA_CACHE'] === 'off') void use(load(file) as T);
  else if (enableCompileCache !== undefined) {
    enableCompileCache(cacheFolder());
    void use(load(file) as T);
  } else loadWithCode(file, hash, use, keeps);
}

function loadWithCode<T>(
  file: string,
  hash: string,
  use: (loaded: T) => Promise<unknown>,
  keeps: boolean,
): void {
  const kind = kindOf(process.argv.slice(2));
  const place = join(cacheFolder(), `${hash}-${process.versions.v8}-${process.arch}-${kind}.code`);
  const cachedData = read(place);
  const script = new Script(module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  // The `import()` of a script from kept code has no one to turn to; the one here has.
  const loaded = { exports: {}, importHere: (specifier: string) => import(specifier) };
  script.runInThisContext()(loaded.exports, createRequire(file), loaded, file, __dirname);
  const isKept = !keeps || (cachedData !== undefined && script.cachedDataRejected !== true);
  setFlags(...(flagsOf[kind] ?? []));
  // Only after the run does V8 know all that was needed.
  void use(loaded.exports as T).then(
    () => isKept || write(place, kind, () => script.createCachedData()),
  );
}

/** Each kind of run needs other code, and what is kept is what the first of its kind has used. */
const kindOf = (words: readonly string[]): Kind =>
  words.length === 0 || words.some((word) => /^(-h|--help)$/.test(word))
    ? 'help'
    : (kinds.find(([, names]) =>
        names.test(words.find((word) => !word.startsWith('-')) ?? ''),
      )?.[0] ?? 'make');

/**
 * A run that writes code parses a few files. The parser is WebAssembly, and V8 would compile it a
 * second time, in the background and to run faster: all that comes of it is that node waits at the
 * end until it is done. That was a third of `endpoint` (`npm run bench:endpoint`).
 * https://v8.dev/docs/wasm-compilation-pipeline
 *
 * `check` runs many functions for less than a second. The V8 of Node 20 optimises them so early that it
 * takes much of it back: with six times the budget before it begins, the run takes a seventh less
 * time and a quarter less work (`npm run bench:check`). Later ones have a compiler in between, and no such flag.
 * https://v8.dev/blog/maglev
 *
 * What is kept is only taken under the flags that it was made under, and a run begins without any.
 * V8 takes back neither flag that the first one implies.
 */
const isOldV8 = process.versions.v8.startsWith('11.');
const flagsOf: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  code: ['--liftoff-only'],
  ...(isOldV8 && { check: ['--interrupt-budget=400000'] }),
};
const usualOf: typeof flagsOf = {
  code: ['--no-liftoff-only', '--wasm-tier-up', '--wasm-dynamic-tiering'],
  // As `node --v8-options` says.
  ...(isOldV8 && { check: ['--interrupt-budget=67584'] }),
};
const setFlags = (...flags: readonly string[]): void => {
  for (const flag of flags) setFlagsFromString(flag);
};

type Kind = 'check' | 'verify' | 'code' | 'take' | 'help' | 'make';

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['check', /^check$/],
  ['verify', /^verify$/],
  ['code', /^(app|endpoint|model|repository|service|test)$/],
  ['take', /^(import|migrate)$/],
  ['help', /^(help|list|explain|completion)$/],
];

function read(place: string): Buffer | undefined {
  try {
    return readFileSync(place);
  } catch {
    return undefined;
  }
}

function write(place: string, kind: Kind, make: () => Buffer): void {
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    setFlags(...(usualOf[kind] ?? []));
    writeFileSync(`${place}.${process.pid}`, make(), { mode: 0o600 });
    renameSync(`${place}.${process.pid}`, place);
    removeOld(dirname(place));
  } catch {
    // Without it the next run takes a little longer, and that is all.
  }
}

/** Code of versions that nobody has used for a month. */
function removeOld(folder: string): void {
  const month = 30 * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.code'))) {
    const place = join(folder, name);
    if (Date.now() - statSync(place).atimeMs > month) unlinkSync(place);
  }
}
