/**
 * What `bin` points at, CommonJS when built. It answers `--version` by itself: that takes hardly
 * longer than to start node.
 */
declare const VERSION: string;
declare const require: (module: './main.cjs') => typeof import('./create-persona.ts');

const isAsked = process.argv.some((word) => word === '--version' || word === '-v');
if (isAsked) process.stdout.write(`${VERSION}\n`);
else void require('./main.cjs').main();

export {};
