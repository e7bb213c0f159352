/**
 * Lines of Python that a long name has made too long, broken as ruff would break them. Templates are
 * written on the lines that they need with short names; what ruff would join again, they never break.
 * https://docs.astral.sh/ruff/formatter/black/
 */
const usual = 100;

/** @param width - as many characters as a line may have */
export const fold = (text: string, width = usual): string =>
  text
    .split('\n')
    .flatMap((line) => foldLine(line, width))
    .join('\n');

function foldLine(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  const [, module, names] = /^(from \S+ import )([^(]+)$/.exec(line) ?? [];
  if (module !== undefined && names !== undefined)
    return [`${module}(`, ...names.split(', ').map((name) => `    ${name},`), ')'];

  const indent = /^ */.exec(line)![0];
  const isDefinition = /^\s*(async def|def|class) /.test(line);
  const pair = isDefinition ? pairsOf(line)[0] : pairsOf(line).at(-1);
  if (pair === undefined || pair.to === pair.from + 1) return [line];

  const head = line.slice(0, pair.from + 1);
  const body = line.slice(pair.from + 1, pair.to).trim();
  const tail = line.slice(pair.to);
  const inner = `${indent}    `;
  // A definition's only parameter has a line of its own, with a comma.
  const isAlone = isDefinition && partsOf(body).length === 1;
  if (`${inner}${body}`.length <= width && !body.endsWith(',') && !isAlone)
    return [head, `${inner}${body}`, `${indent}${tail}`];
  const parts = clausesOf(body) ?? partsOf(body).map((part) => `${part},`);
  return [head, ...parts.flatMap((part) => foldLine(inner + part, width)), `${indent}${tail}`];
}

interface Pair {
  readonly from: number;
  readonly to: number;
}

/** The brackets of a line that stand in no other brackets. */
function pairsOf(line: string): readonly Pair[] {
  const pairs: Pair[] = [];
  let from = -1;
  for (const { at, depth, character } of characters(line)) {
    if ('([{'.includes(character) && depth === 0) from = at;
    if (')]}'.includes(character) && depth === 0 && from >= 0) pairs.push({ from, to: at });
  }
  return pairs;
}

/** What stands between commas that are in no brackets. */
function partsOf(body: string): readonly string[] {
  const commas = [...characters(body)]
    .filter(({ character, depth }) => character === ',' && depth === 0)
    .map(({ at }) => at);
  return [...commas, body.length]
    .map((at, nth) => body.slice(nth === 0 ? 0 : commas[nth - 1]! + 1, at).trim())
    .filter((part) => part !== '');
}

/** What a comprehension makes, and its `for` and `if`; nothing, where the body is none. */
function clausesOf(body: string): readonly string[] | undefined {
  const starts = [...characters(body)]
    .filter(({ at, depth }) => depth === 0 && /^ (for|if) /.test(body.slice(at)))
    .map(({ at }) => at);
  if (!starts.some((at) => body.startsWith(' for ', at))) return undefined;
  return [0, ...starts].map((at, nth) => body.slice(at, starts[nth]).trim());
}

/** The characters that are in no string, with the brackets that each stands in. */
function* characters(line: string) {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at]!;
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
      continue;
    }
    if (character === '"' || character === "'") {
      quote = character;
      continue;
    }
    if (character === '#') return;
    if (')]}'.includes(character)) depth -= 1;
    yield { at, depth, character };
    if ('([{'.includes(character)) depth += 1;
  }
}
