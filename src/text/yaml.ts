import type { Document, LineCounter, Node } from 'yaml';

/** A value of a YAML or JSON text that knows on which line it stands. */
export interface Place {
  /** From 1: where its key stands, or where it begins itself. */
  readonly line: number;
  readonly is: 'map' | 'list' | 'text' | 'number' | 'flag' | 'nothing';
  /** Of a scalar; `undefined` of a map or a list. */
  readonly value: string | number | boolean | null | undefined;
  /** What stands under a key of a map. */
  readonly get: (key: string) => Place | undefined;
  /** The keys of a map with what stands there, in their order. */
  readonly entries: () => readonly (readonly [key: string, place: Place])[];
  /** What a list holds. */
  readonly items: () => readonly Place[];
}

export type Read =
  | { readonly root: Place }
  | { readonly broken: { readonly because: string; readonly line: number } };

/**
 * Read one document of YAML 1.2, of which JSON is a part: https://yaml.org/spec/1.2.2/. Never throws.
 * An alias is followed where it stands and not copied, so a text of aliases of aliases costs nothing.
 *
 * @param firstLine - the line on which the text begins, where it is a piece of another
 */
export async function readYaml(text: string, firstLine = 1): Promise<Read> {
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = lines.linePos(Math.min(error.pos[0], text.length)).line + firstLine - 1;
    // The parser says it in the words of the machine.
    const because = /call stack/.test(error.message) ? 'it is nested too deeply' : error.message;
    return { broken: { because, line } };
  }
  return { root: placeOf({ yaml, document, lines, firstLine }, document.contents, 0) };
}

interface Reading {
  readonly yaml: typeof import('yaml');
  readonly document: Document;
  readonly lines: LineCounter;
  readonly firstLine: number;
}

function placeOf(reading: Reading, given: Node | null, keyAt: number | undefined): Place {
  const { yaml, document, lines, firstLine } = reading;
  const node = yaml.isAlias(given) ? (given.resolve(document) ?? null) : given;
  const offset = keyAt ?? given?.range?.[0] ?? 0;
  const at = { line: lines.linePos(offset).line + firstLine - 1, value: undefined };
  if (yaml.isMap(node)) {
    const entries = () =>
      node.items.map(({ key, value }) => {
        const name = yaml.isScalar(key) ? String(key.value) : String(key);
        const from = (key as Node | null)?.range?.[0];
        return [name, placeOf(reading, value as Node | null, from)] as const;
      });
    const get = (key: string) => entries().find(([name]) => name === key)?.[1];
    return { ...at, is: 'map', get, entries, items: () => [] };
  }
  const bare = { get: () => undefined, entries: () => [] };
  if (yaml.isSeq(node)) {
    const items = () => node.items.map((item) => placeOf(reading, item as Node | null, undefined));
    return { ...at, is: 'list', ...bare, items };
  }
  const value = yaml.isScalar(node) ? node.value : null;
  const kinds = { string: 'text', number: 'number', boolean: 'flag' } as const;
  const is = kinds[typeof value as keyof typeof kinds] ?? 'nothing';
  return { ...at, is, value: value as Place['value'], ...bare, items: () => [] };
}
