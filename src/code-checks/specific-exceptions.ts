import { defineCodeCheck } from '../code-check.ts';
import { at, isNode } from '../python/module.ts';
import { calleeOf, childrenOf } from '../python/function.ts';
import { hidesCause } from '../python/smells.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: 'specific-exceptions',
  why: 'Finds an `except` that catches everything, one that does nothing with what it caught, and a `raise` that hides its cause. Whether the recovery is the right one a test must show.',
  example: 'src/app/saves.py',

  *remarks(module) {
    for (const clause of module.all('except_clause')) {
      const body = clause.namedChildren.filter(isNode).find(({ type }) => type === 'block');
      const broad = caught(clause).find((name) => /^(builtins\.)?(Base)?Exception$/.test(name));
      const isBare = caught(clause).length === 0;
      if ((isBare || broad !== undefined) && !isPassedOn(body)) {
        yield {
          ...at(clause),
          says: isBare
            ? '`except:` catches everything, Ctrl-C and the end of the process too.'
            : `\`except ${broad}\` also swallows the fault that nobody thought of.`,
          mend: 'Name the exception that is expected here.',
        };
      } else if (childrenOf(body).every(isNothing)) {
        yield {
          ...at(clause),
          says: `\`${caught(clause).join(', ') || 'The exception'}\` is swallowed: nothing is done about it.`,
          mend: 'Recover, log it, or let it pass; `contextlib.suppress` where nothing is right.',
        };
      }
    }
    for (const raised of module.all('raise_statement').filter(hidesCause)) {
      yield {
        ...at(raised),
        says: 'Raised without `from`, it reads as if the handler itself had failed.',
        mend: 'Write `raise … from error`, or `from None` to hide the cause on purpose.',
      };
    }
    for (const call of module.all('call')) {
      if (!/^(contextlib\.)?suppress$/.test(calleeOf(call))) continue;
      if (!/[(\s](Base)?Exception\b/.test(call.childForFieldName('arguments')?.text ?? ''))
        continue;
      yield {
        ...at(call),
        says: '`suppress` of every exception hides the fault that nobody thought of.',
        mend: 'Name the exception that is expected here.',
      };
    }
  },
});

/** The names that a clause catches; none where it catches all. */
function caught(clause: Node): readonly string[] {
  const first = childrenOf(clause).find(({ type }) => type !== 'block');
  if (first === undefined) return [];
  const what = first.type === 'as_pattern' ? (childrenOf(first)[0] ?? first) : first;
  return /^(tuple|parenthesized_expression)$/.test(what.type)
    ? childrenOf(what).map(({ text }) => text)
    : [what.text];
}

/** Raised once more, as itself or as another, or written to the log by the outermost handler. */
const isPassedOn = (body: Node | undefined): boolean =>
  body !== undefined &&
  (body.descendantsOfType('raise_statement').length > 0 ||
    /\.exception\(|exc_info=True/.test(body.text));

const isNothing = ({ type, text }: Node): boolean =>
  type === 'pass_statement' || (type === 'expression_statement' && text === '...');
