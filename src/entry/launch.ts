import { loadFast } from './load-fast.ts';

/**
 * What `bin` points at, CommonJS when built. It answers `--version` by itself: that takes hardly
 * longer than to start node. The guard runs before every call of an agent's tools, so it has a bundle
 * of its own.
 */
declare const VERSION: string;
/** The hashes of main.cjs and of guard.cjs, for V8 itself only compares lengths. */
declare const MAIN: string;
declare const GUARD: string;

const isAsked = process.argv.some((word) => word === '--version' || word === '-v');
const [word, ...rest] = process.argv.slice(2);
const isGuard = word === 'guard' && !rest.some((each) => each === '--help' || each === '-h');
if (isAsked) process.stdout.write(`${VERSION}\n`);
else if (isGuard)
  loadFast<typeof import('./guard.ts')>('guard.cjs', GUARD, async ({ guard }) => guard(rest));
else loadFast<typeof import('./create-persona.ts')>('main.cjs', MAIN, (main) => main.main());
