import { nameRefused } from '../../problems.ts';

/** Longer names would not fit on the lines of the code that they stand in. */
export const longest = 30;

/** The words of a name, in small letters. */
export function nameWords(what: string, given: string): readonly string[] {
  const name = given.trim();
  if (/[^\x20-\x7e]/.test(name))
    throw nameRefused(what, given, 'it may have the letters a to z and digits only', ascii(name));
  if (!/^[A-Za-z0-9]+([ _-][A-Za-z0-9]+)*$/.test(name))
    throw nameRefused(
      what,
      given,
      'it is words of letters and digits, with one space, hyphen or underscore between them',
      name
        .replace(/[^A-Za-z0-9]+/g, ' ')
        .trim()
        .replaceAll(' ', '_'),
    );
  if (/^[0-9]/.test(name)) {
    const word = digits[Number(name[0])]!;
    throw nameRefused(what, given, 'it begins with a digit', `${word}_${name.slice(1) || 'items'}`);
  }
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _-]+/);
  const length = words.join('_').length;
  if (length < 2) throw nameRefused(what, given, 'it has at least two letters');
  if (length > longest)
    throw nameRefused(
      what,
      given,
      `it has ${length} letters, and lines of code have room for ${longest}`,
      shorter(words),
    );
  return words;
}

const digits = 'zero one two three four five six seven eight nine'.split(' ');

const ascii = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 _-]/g, '')
    .trim();

/** The longest beginning, or end, of whole words that has room. */
const shorter = (words: readonly string[]): string => {
  const rest = words.slice(1);
  if (rest.length === 0) return words[0]!.slice(0, longest);
  return rest.join('_').length <= longest ? rest.join('_') : shorter(rest);
};
