import { defineCodeCheck } from '../code-check.ts';
import { at, isNode, type Module } from '../python/module.ts';
import { bodyOf, childrenOf, decoratorsOf, nameOf, within } from '../python/function.ts';
import { testsOf } from '../python/tests.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: 'parametrized-tests',
  why: 'Finds cases in a loop, assertions and tests that differ in nothing but their values, and rows that need an `if`. Cases that were written in other words it takes for different tests.',
  example: 'tests/unit/test_text.py',

  *remarks(module) {
    for (const test of testsOf(module)) {
      for (const loop of within(test, 'for_statement')) {
        if (loop.descendantsOfType('assert_statement').length === 0) continue;
        yield {
          ...at(loop),
          says: `\`${nameOf(test)}\` has its cases in a loop: it stops at the first that fails.`,
          mend: 'Make each case a row of `@pytest.mark.parametrize`.',
        };
      }
      const branch = isParametrized(test) ? within(test, 'if_statement')[0] : undefined;
      if (branch !== undefined) {
        yield {
          ...at(branch),
          level: 'warning',
          says: `Rows of \`${nameOf(test)}\` need an \`if\`: they are two tests.`,
          mend: 'Make a test of each branch.',
        };
      }
      yield* copies(test);
    }
    yield* twins(module);
  },
});

const isParametrized = (test: Node): boolean =>
  decoratorsOf(test).some(({ text }) => /\bparametrize\b/.test(text));

/** Assertions that call the same with another value. */
function* copies(test: Node) {
  const all = childrenOf(bodyOf(test));
  for (const [nth, node] of all.entries()) {
    const before = all[nth - 1];
    const isCopy =
      before?.type === 'assert_statement' &&
      node.type === 'assert_statement' &&
      node.descendantsOfType('call').length > 0 &&
      shapeOf(before) === shapeOf(node) &&
      before.text !== node.text;
    if (!isCopy) continue;
    yield {
      ...at(node),
      says: `\`${nameOf(test)}\` asserts the same of one value after the other.`,
      mend: 'Make each value a row of `@pytest.mark.parametrize`.',
    };
  }
}

/** Tests that differ in their names and values only. */
function* twins(module: Module) {
  const seen = new Map<string, Node>();
  for (const test of testsOf(module)) {
    const body = bodyOf(test);
    if (body === undefined || childrenOf(body).length < 2) continue;
    const shape = `${test.childForFieldName('parameters')?.text}${shapeOf(body)}`;
    const first = seen.get(shape);
    seen.set(shape, first ?? test);
    if (first === undefined) continue;
    yield {
      ...at(test),
      says: `\`${nameOf(test)}\` is \`${nameOf(first)}\` with other values.`,
      mend: 'Make both rows of one test: `@pytest.mark.parametrize`.',
    };
  }
}

/** The code of a node with its values taken out. */
function shapeOf(node: Node): string {
  const values = node
    .descendantsOfType(['string', 'integer', 'float', 'true', 'false', 'none', 'comment'])
    .filter(isNode)
    .filter(({ parent }) => parent?.type !== 'interpolation');
  let text = '';
  let from = node.startIndex;
  for (const value of values) {
    if (value.startIndex < from) continue;
    text += node.text.slice(from - node.startIndex, value.startIndex - node.startIndex);
    text += value.type === 'comment' ? '' : '?';
    from = value.endIndex;
  }
  return (text + node.text.slice(from - node.startIndex)).replace(/\s+/g, ' ');
}
