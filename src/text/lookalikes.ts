/**
 * Letters of Cyrillic and Greek that are drawn as Latin ones.
 * From the confusables of https://www.unicode.org/reports/tr39/, those that fonts do not tell apart.
 */
const latinOf: ReadonlyMap<string, string> = new Map(
  [
    ['аеорсухіѕјһԁԛԝүӏ', 'aeopcyxisjhdqwyl'],
    ['АВЕКМНОРСТХУЅІЈԌԚԜҮӀ', 'ABEKMHOPCTXYSIJGQWYI'],
    ['οινυρκ', 'oivupk'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ].flatMap(([from = '', to = '']) => [...from].map((each, nth) => [each, to[nth]!] as const)),
);

/** A word that is not what it seems, and what it seems to be. */
export interface Lookalike {
  /** Where it stands in the text, in UTF-16 units from 0. */
  readonly at: number;
  readonly word: string;
  readonly seems: string;
  /** The first foreign letter, as `U+0430`. */
  readonly code: string;
}

const suspicious = /[\u0370-\u052f\uff21-\uff5a\u{1d400}-\u{1d7ff}]/u;

/**
 * The Latin words of a text in which some letters only look Latin: `еdit` with a Cyrillic `е`. A word in
 * which a foreign letter is one of its own, as in `SQLный` or `kΩ`, is what it seems.
 */
export function lookalikesIn(text: string): readonly Lookalike[] {
  if (!suspicious.test(text)) return [];
  return [...text.matchAll(/[\p{L}\p{N}_]{2,64}/gu)].flatMap(({ 0: word, index }) => {
    const foreign = [...word].filter((sign) => latinOf.has(sign));
    const latin = [...word].filter((sign) => /[A-Za-z]/.test(sign));
    const isMixed = foreign.length > 0 && latin.length >= foreign.length && word.length > 3;
    const seems = seemsToBe(word);
    if (!isMixed || !/^[\w]+$/.test(seems)) return [];
    return [{ at: index, word, seems, code: codeOf(foreign[0]!) }];
  });
}

/**
 * What a name seems to be where any of its letters only looks Latin, all of them included; nothing
 * where it is what it seems. For names that have to be typed: there a foreign letter is never meant.
 */
export function seemingName(name: string): Lookalike | undefined {
  if (!suspicious.test(name)) return undefined;
  const seems = seemsToBe(name);
  const foreign = [...name].find((sign, nth) => sign !== [...seems][nth]);
  const isWhole = /^[\x20-\x7e]+$/.test(seems) && foreign !== undefined;
  return isWhole ? { at: 0, word: name, seems, code: codeOf(foreign) } : undefined;
}

const seemsToBe = (word: string) =>
  [...word].map((sign) => latinOf.get(sign) ?? sign.normalize('NFKC')).join('');

const codeOf = (sign: string) =>
  `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
