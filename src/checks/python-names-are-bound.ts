import { defineCheck, type Remark } from '../check.ts';
import { type Code, type Named, pythonIn } from '../python/code.ts';
import { homes } from '../python/names.ts';

export default defineCheck({
  name: 'python-names-are-bound',
  level: 'warning',
  why: 'An example that uses a name which it never imports raises a NameError. Who copies it, person or agent, has to guess where the name comes from.',
  reads: ({ kind }) => kind !== 'persona',

  good: {
    path: '.claude/agents/a.md',
    text: '```python\nfrom typing import Any\n\n\ndef dump(value: Any) -> str:\n    return repr(value)\n```\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '```python\nimport json\n\n\ndef dump(value: Any) -> str:\n    return json.dumps(value, default=encode)\n```\n',
  },

  *remarks({ markdown }) {
    const codes = pythonIn(markdown);
    if (codes.length === 0) return;
    const everywhere = new Set(codes.flatMap(({ imported }) => [...imported]));
    const defined = new Set(codes.flatMap(({ text }) => definedIn(text)));
    for (const code of codes) {
      if (code.part.verdict === 'bad' || code.imported.has('*')) continue;
      const before = boundBefore(code, codes);
      const open = once(code.open).filter(({ name }) => !before.has(name));
      yield* unimported(code, open, everywhere);
      yield* unknown(
        code,
        open.filter(({ name }) => !defined.has(name)),
      );
    }
  },
});

/** Names that everybody imports from the same place. Sure to fail where the example imports others. */
function* unimported(
  { imported, part }: Code,
  open: readonly Named[],
  everywhere: ReadonlySet<string>,
): Iterable<Remark> {
  if (imported.size === 0 && part.verdict !== 'good') return;
  for (const { name, line, column } of open) {
    const home = Object.hasOwn(homes, name) ? homes[name] : undefined;
    if (home === undefined) continue;
    const isSure = imported.size > 0 && !everywhere.has(name);
    yield {
      level: isSure && part.verdict === 'good' ? 'error' : isSure ? 'warning' : 'info',
      line,
      column,
      says: `\`${name}\` is used and never imported: the example raises a NameError.`,
      mend: `Add \`${home}\`.`,
    };
  }
}

/** Who shows first how a function is called, and then the function, has said where it comes from. */
const definedIn = (text: string) =>
  [...text.matchAll(/^(?:async def|def|class) (\w+)/gm)].map(([, name]) => name!);

/** A line or two leave their names open on purpose; a whole function or class does not. */
const isWhole = ({ imported, text }: Code) =>
  imported.size > 0 || /^(?:class|async def|def)\b/m.test(text);

/** All others are told once for each example, at the first of them. */
function* unknown(code: Code, open: readonly Named[]): Iterable<Remark> {
  const { imported } = code;
  if (!isWhole(code)) return;
  const isTold = imported.size > 0 || code.part.verdict === 'good';
  const names = open.filter(({ name }) => !isTold || !Object.hasOwn(homes, name));
  const [first] = names;
  if (first === undefined) return;
  const shown = names.slice(0, 6).map(({ name }) => `\`${name}\``);
  yield {
    level: 'info',
    line: first.line,
    column: first.column,
    says: `Nothing here or above binds or imports ${shown.join(', ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''}, which the example uses.`,
    mend: 'Import or define them, or say in the text where they come from.',
  };
}

const once = (names: readonly Named[]) =>
  names.filter(({ name }, index) => names.findIndex((each) => each.name === name) === index);

/** What the examples before it bind: a reader who came so far knows these. */
const boundBefore = (code: Code, codes: readonly Code[]): ReadonlySet<string> =>
  new Set(
    codes
      .filter((each) => each.example === code.example || each.line < code.line)
      .flatMap(({ bound }) => [...bound]),
  );
