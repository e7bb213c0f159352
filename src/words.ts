/** The few spellings of a name that generated files need. Each is total and idempotent. */

const words = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());

export const kebab = (name: string): string => words(name).join('-');
export const snake = (name: string): string => words(name).join('_');
export const pascal = (name: string): string =>
  words(name)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');

/** The first letter large, the rest as it is. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The first letter small, unless the word is all capitals or a name in camel case (`CI/CD`, `OpenAPI`). */
export const uncapital = (text: string): string =>
  /^[A-Z][a-z]*(?![A-Za-z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** `1 file`, `2 files`. */
export const count = (many: number, noun: string): string =>
  `${many} ${noun}${many === 1 ? '' : 's'}`;
