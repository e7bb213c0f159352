import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { templateSource } from '../src/precompile.ts';
import { type Shipped, shipped } from '../src/shipped.ts';
import { pieces } from '../src/tokens.ts';

/**
 * The text of the module that takes the place of `src/shipped.ts` in what we publish: personas and
 * conventions read and found valid, templates compiled, and the tokens of every piece counted.
 */
export function shippedModule(root: string): string {
  const { personas, conventions, sources } = shipped satisfies Shipped;
  const shelf = join(root, 'templates');
  const texts = readdirSync(shelf, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(md|hbs)$/.test(path))
    .sort()
    .map((path) => [path, readFileSync(join(shelf, path), 'utf8').replaceAll('\r\n', '\n')] as const);
  const templates = texts
    .filter(([path]) => path.endsWith('.hbs'))
    .map(([path, text]) => {
      const { spec, conditions, hash } = templateSource(`templates/${path}`, text);
      return `[${JSON.stringify(path)}, { spec: ${spec}, conditions: ${JSON.stringify(conditions)}, hash: "${hash}" }]`;
    });
  return [
    `const parsed = JSON.parse(${JSON.stringify(JSON.stringify({ personas, conventions, sources, pieces: counted(texts.map(([, text]) => text)) }))});`,
    `export const shipped = { ...parsed, pieces: new Map(parsed.pieces), templates: [\n${templates.join(',\n')}\n] };`,
  ].join('\n');
}

/** The pieces of the texts, of names of ours that are put into them, and of front matter. */
function counted(texts: readonly string[]): [string, number][] {
  const own = readdirSync(join(import.meta.dirname, '..', 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|json)$/.test(path))
    .map((path) => readFileSync(join(import.meta.dirname, '..', 'src', path), 'utf8'));
  const seen = new Set([...texts, ...own].flatMap((text) => text.match(pieces) ?? []));
  return [...seen].filter((piece) => piece.length > 1).map((piece) => [piece, countTokens(piece)]);
}
