import type { TestCase } from '../gate.ts';

/**
 * The tests of a report of pytest in its `xunit1` form, which names the file of each.
 * https://docs.pytest.org/en/stable/how-to/output.html#creating-junitxml-format-files
 *
 * This is no reader of XML: it reads what pytest writes, which has neither comments nor CDATA, and
 * in which every sign that could be taken for a tag is escaped.
 */
export function testsIn(xml: string): readonly TestCase[] {
  const cases = xml.matchAll(/<testcase\b([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g);
  return [...cases].map(([, head, inside = '']) => testCase(attributes(head!), inside));
}

/** How a test that failed, was skipped or was expected to fail is told of. */
const ending = /<(failure|error|skipped)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/;

function testCase(head: Readonly<Record<string, string>>, inside: string): TestCase {
  const name = head['name'] ?? '';
  const module = head['classname'] ?? '';
  // A file that cannot be imported is a test without a file, called as its module.
  const path = (head['file'] ?? `${name.replaceAll('.', '/')}.py`).replaceAll('\\', '/');
  const [, kind, about = '', text = ''] = ending.exec(inside) ?? [];
  const { type = '', message = '' } = attributes(about);
  const isKnown = head['file'] !== undefined;
  const line = lastLineIn(plain(text), path) ?? Number(head['line'] ?? 0) + 1;
  return {
    outcome: outcomeOf(kind, type),
    id: isKnown ? idOf(path, module, name) : path,
    name,
    path,
    line,
    says: told(message, plain(text)),
  };
}

/**
 * A test that a class inherits is defined in another file than it is run from. Of that one pytest
 * writes no path, but the module and the classes in one: those begin with a capital.
 */
function idOf(path: string, module: string, name: string): string {
  const own = path.replace(/\.py$/, '').replaceAll('/', '.');
  if (module === own || module === '') return `${path}::${name}`;
  if (module.startsWith(`${own}.`))
    return [path, ...module.slice(own.length + 1).split('.'), name].join('::');
  const [, home, classes = ''] = /^(.*?)((?:\.[A-Z]\w*)*)$/.exec(module)!;
  return [`${home!.replaceAll('.', '/')}.py`, ...classes.split('.').slice(1), name].join('::');
}

function outcomeOf(kind: string | undefined, type: string): TestCase['outcome'] {
  if (kind === undefined) return 'passed';
  if (kind !== 'skipped') return 'failed';
  return type === 'pytest.xfail' ? 'expected to fail' : 'skipped';
}

/** pytest says `collection failure` and no more of a file that cannot be imported: its text knows why. */
function told(message: string, text: string): string {
  const first = message.split('\n')[0]!.trim();
  if (first !== '' && first !== 'collection failure') return first;
  const errors = text.split('\n').filter((line) => line.startsWith('E '));
  return (errors.at(-1)?.slice(1) ?? (text.split('\n').at(-1) || first)).trim();
}

/** Where in its own file a test has failed: the innermost place of its trace that lies there. */
function lastLineIn(trace: string, path: string): number | undefined {
  const places = trace.matchAll(/^(\S.*?):(\d+): /gm);
  const own = [...places].filter(([, place]) => place!.replaceAll('\\', '/').endsWith(path));
  return own.length === 0 ? undefined : Number(own.at(-1)![2]);
}

const attributes = (head: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...head.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, plain(value!)]),
  );

const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'" };

/** `&amp;` goes last, or `&amp;lt;` would be taken for `<`. */
const plain = (text: string): string =>
  text
    .replace(/&(lt|gt|quot|apos);/g, (_, name: string) => signs[name]!)
    .replace(/&#(x?)([\da-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(Number.parseInt(code, hex === '' ? 10 : 16)),
    )
    .replaceAll('&amp;', '&');
