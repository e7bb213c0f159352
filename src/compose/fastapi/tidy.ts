import { fold } from './fold.ts';
import { tidyImports } from './imports.ts';

/** A rendered Python module as ruff would leave it: imports, empty lines, lines that are too long. */
export const tidy = (text: string): string =>
  text.trim() === '' ? '' : fold(emptyLines(tidyImports(text.replaceAll('\r\n', '\n'))));

/** What an option left out leaves its empty lines behind: two before a definition, else one. */
const emptyLines = (text: string): string =>
  `${text
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/\n{3,}(?= )/g, '\n\n')
    .replace(/^((?:from|import) .*\n)\n\n(?!async |class |def |@)/gm, '$1\n')
    .trim()}\n`;
