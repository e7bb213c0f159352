import { parse } from 'smol-toml';
import type { Document } from '../front-matter.ts';

/** Print a flat table of texts and lists of texts. A text of several lines keeps its lines. */
export const printToml = (
  table: Readonly<Record<string, string | readonly string[] | undefined>>,
) =>
  Object.entries(table)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key} = ${printValue(value)}\n`]))
    .join('');

const printValue = (value: string | readonly string[]): string => {
  if (typeof value !== 'string') return `[${value.map(printValue).join(', ')}]`;
  if (!value.includes('\n')) return basic(value);
  // https://toml.io/en/v1.0.0#string: a line end right after the opening quotes is not part of it.
  const lines = value.split('\n').map((line) => basic(line).slice(1, -1).replaceAll('\\"', '"'));
  return `"""\n${lines.join('\n').replaceAll('"""', '""\\"')}"""`;
};

/** JSON escapes what TOML does, but for the delete character. */
const basic = (text: string) => JSON.stringify(text).replaceAll('\u007f', '\\u007f');

/** A TOML file as a document: its keys are the head, the text under `body` is the body. */
export function readToml(text: string, body: string): Document {
  try {
    const head = parse(text.replace(/^\ufeff/, ''));
    return { head, body: typeof head[body] === 'string' ? head[body] : '', bodyLine: 1 };
  } catch (error) {
    const { message, line = 1 } = error as Error & { line?: number };
    return { head: {}, body: '', bodyLine: 1, broken: { because: message.split('\n')[0]!, line } };
  }
}
