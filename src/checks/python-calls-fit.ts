import { defineCheck } from '../check.ts';
import { type Call, pythonIn, type Signature } from '../python/code.ts';

export default defineCheck({
  name: 'python-calls-fit',
  level: 'error',
  why: 'A file that shows a function in one example and calls it otherwise in the next teaches two functions. One of the two raises a TypeError.',
  reads: ({ kind }) => kind !== 'persona',

  good: {
    path: '.claude/agents/a.md',
    text: '```python\ndef add(name: str, age: int = 0) -> None: ...\n```\n\n```python\nadd("x")\nadd("x", age=1)\n```\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '```python\ndef add(name: str, age: int) -> None: ...\n```\n\n```python\nadd("x")\n```\n',
  },

  *remarks({ markdown }) {
    const codes = pythonIn(markdown);
    const shown = new Map<string, Signature[]>();
    for (const { functions } of codes)
      for (const each of functions) shown.set(each.name, [...(shown.get(each.name) ?? []), each]);
    if (shown.size === 0) return;
    const meantSo = codes.filter(({ part }) => part.verdict !== 'bad');

    for (const { calls, part, bound, functions } of codes) {
      if (part.verdict === 'bad') continue;
      for (const call of calls) {
        // An example that binds the name itself, by an import or a value, means its own.
        const isOwn = bound.has(call.name) && !functions.some(({ name }) => name === call.name);
        const signatures = isOwn ? undefined : shown.get(call.name);
        if (signatures === undefined || signatures.some((each) => fits(call, each))) continue;
        const [meant] = signatures;
        // `process` is anybody's, and two examples may mean two of them; `create_session` is one.
        const isSure =
          /[a-z]_[a-z]|[a-z][A-Z]/.test(call.name) &&
          new Set(
            meantSo
              .flatMap((each) => each.functions)
              .filter(({ name }) => name === call.name)
              .map(({ parameters }) => parameters.join()),
          ).size === 1;
        yield {
          ...(!isSure && { level: 'warning' }),
          line: call.line,
          column: call.column,
          says: `\`${call.name}\` is called with ${given(call)}, and line ${meant!.line} shows it with ${asked(meant!)}: ${meant!.parameters.map((each) => `\`${each}\``).join(', ')}.`,
          mend: 'Let the call and the function agree.',
        };
      }
    }
  },
});

function fits(call: Call, { parameters, required, isOpen }: Signature): boolean {
  if (call.isOpen || isOpen) return true;
  const all = call.many + call.named.length;
  return (
    all >= required &&
    all <= parameters.length &&
    call.named.every((name) => parameters.includes(name))
  );
}

const given = ({ many, named }: Call) =>
  many + named.length === 1 ? 'one argument' : `${many + named.length} arguments`;

const asked = ({ parameters, required }: Signature) =>
  required === parameters.length ? `${required}` : `${required} to ${parameters.length}`;
