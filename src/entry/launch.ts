/**
 * What `bin` points at, CommonJS when built. It answers `--version` by itself: that takes hardly
 * longer than to start node.
 */
declare const VERSION: string;
declare const require: (module: './main.cjs') => typeof import('./create-persona.ts');

const [word, ...more] = process.argv.slice(2);
if (more.length === 0 && (word === '--version' || word === '-v'))
  process.stdout.write(`${VERSION}\n`);
else void require('./main.cjs').main();

export {};
