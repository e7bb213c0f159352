import { loadFast } from './load-fast.ts';

/**
 * What `bin` points at, CommonJS when built. It answers `--version` by itself: that takes hardly
 * longer than to start node. The guard runs before every call of an agent's tools, so it has a bundle
 * of its own.
 */
declare const VERSION: string;
/** The hashes of the bundles, for V8 itself only compares lengths. */
declare const MAIN: string;
declare const GUARD: string;
declare const AGENT_FILES: string;
/** The first words that agent-files.cjs knows: its generators, and the personas that ship. */
declare const WORDS: readonly string[];

const isAsked = process.argv.some((word) => word === '--version' || word === '-v');
const [word, ...rest] = process.argv.slice(2);
const asksHelp = rest.some((each) => each === '--help' || each === '-h');
const isGuard = word === 'guard' && !asksHelp;
const isAgentFiles = WORDS.includes(word ?? '') && !asksHelp && !rest.includes('--demo');
if (isAsked) process.stdout.write(`${VERSION}\n`);
else if (isGuard)
  loadFast<typeof import('./guard.ts')>('guard.cjs', GUARD, async ({ guard }) => guard(rest));
else if (isAgentFiles)
  loadFast<typeof import('./agent-files.ts')>('agent-files.cjs', AGENT_FILES, (files) =>
    files.main(),
  );
else loadFast<typeof import('./create-persona.ts')>('main.cjs', MAIN, (main) => main.main());
