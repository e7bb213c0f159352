import { loadFast } from './load-fast.ts';

/**
 * What `bin` points at, CommonJS when built. It answers `--version` by itself: that takes hardly
 * longer than to start node.
 */
declare const VERSION: string;
/** The hash of main.cjs, for V8 itself only compares lengths. */
declare const MAIN: string;

const isAsked = process.argv.some((word) => word === '--version' || word === '-v');
if (isAsked) process.stdout.write(`${VERSION}\n`);
else loadFast<typeof import('./create-persona.ts')>('main.cjs', MAIN, (main) => main.main());
