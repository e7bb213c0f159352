import { defineCodeCheck } from '../code-check.ts';
import { at, isNode } from '../python/module.ts';
import { bodyOf, childrenOf, functionOf, nameOf } from '../python/function.ts';
import { isAssertion, testsOf } from '../python/tests.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: 'arrange-act-assert',
  why: 'Finds tests without the three steps, with a step twice or in another order, with more than one act, and with assertions outside of the last step, or none. Whether the steps are the right ones it cannot tell.',
  example: 'tests/unit/test_stack.py',

  *remarks(module) {
    const comments = module.all('comment');
    for (const test of testsOf(module)) {
      const name = nameOf(test);
      const marks = comments.flatMap((node) => {
        const step = /^#\s*(Arrange|Act|Assert)\b/.exec(node.text)?.[1];
        const isOwn = inside(test, node) && functionOf(node)?.id === test.id;
        return step !== undefined && isOwn ? [{ step, node }] : [];
      });
      const found = marks.map(({ step }) => step).join(', ');
      if (found !== 'Arrange, Act, Assert') {
        yield {
          ...at(test),
          says: `\`${name}\` has ${found === '' ? 'no steps' : `the steps ${found}`}.`,
          mend: 'Put `# Arrange`, `# Act` and `# Assert` above its three steps, once each.',
        };
        continue;
      }
      const [act, assert] = [marks[1]!.node, marks[2]!.node];
      const acts = between(act, assert);
      if (acts.length !== 1) {
        yield {
          ...at(act),
          says:
            acts.length === 0
              ? `\`${name}\` does nothing below \`# Act\`.`
              : `\`${name}\` has ${acts.length} statements below \`# Act\`.`,
          mend: 'Let one statement be what is tested; a second act is a second test.',
        };
      }
      yield* assertions(test, assert);
    }
  },
});

/** Each stands below `# Assert`, and there is one. */
function* assertions(test: Node, assert: Node) {
  const all = test
    .descendantsOfType(['assert_statement', 'call'])
    .filter(isNode)
    .filter(isAssertion);
  for (const early of all.filter(isEarly(assert))) {
    yield {
      ...at(early),
      says: `\`${nameOf(test)}\` asserts before its last step.`,
      mend: 'Assert below `# Assert`, or make it a test of its own.',
    };
  }
  const isPytest = ({ text }: Node) => /^pytest\.(raises|warns)/.test(text);
  if (all.some((each) => each.startIndex > assert.startIndex || isPytest(each))) return;
  yield {
    ...at(assert),
    says: `\`${nameOf(test)}\` asserts nothing.`,
    mend: 'Assert what is now true.',
  };
}

/** `pytest.raises` stands around the act, and is no early assertion. */
const isEarly = (assert: Node) => (each: Node) =>
  each.startIndex < assert.startIndex && !/^pytest\./.test(each.text);

const inside = (outer: Node, node: Node): boolean =>
  node.startIndex > outer.startIndex && node.endIndex <= outer.endIndex;

/** The statements from one comment to the other, in the block that the first stands in. */
function between(from: Node, to: Node): readonly Node[] {
  const block = blockOf(from);
  return childrenOf(block).filter(
    ({ startIndex }) => startIndex > from.startIndex && startIndex < to.startIndex,
  );
}

/** tree-sitter gives a comment at the head of a block to the statement that owns the block. */
const blockOf = (comment: Node): Node | undefined =>
  comment.parent?.type === 'block'
    ? comment.parent
    : (comment.parent && bodyOf(comment.parent)) || undefined;
