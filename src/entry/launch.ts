/**
 * What `bin` points at. It is CommonJS when built, and answers `--version` by itself: loading the
 * module system for ES modules alone takes longer than that answer.
 */
declare const VERSION: string;

const [word, ...more] = process.argv.slice(2);
if (more.length === 0 && (word === '--version' || word === '-v')) process.stdout.write(`${VERSION}\n`);
else void import('./create-persona.ts').then(({ main }) => main());
