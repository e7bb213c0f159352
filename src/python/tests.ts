import type { Module } from './module.ts';
import { above, decoratorsOf, nameOf } from './function.ts';
import type { Node } from './parser.ts';

/** The tests of a module, as pytest finds them. https://docs.pytest.org/en/stable/explanation/goodpractices.html */
export const testsOf = (module: Module): readonly Node[] =>
  module
    .all('function_definition')
    .filter(
      (fn) =>
        nameOf(fn).startsWith('test') &&
        above(fn, 'function_definition', 'lambda') === undefined &&
        !decoratorsOf(fn).some(({ text }) => /(^|\.)fixture\b/.test(text)),
    );

/** Whether a test, its class or its module has a mark of this name. */
export const isMarked = (test: Node, module: Module, name: RegExp): boolean => {
  const marks = [test, above(test, 'class_definition')].flatMap((each) =>
    each === undefined ? [] : decoratorsOf(each).map(({ text }) => text),
  );
  return [...marks, ...pytestmarks(module)].some((text) => name.test(text));
};

const pytestmarks = (module: Module) =>
  module
    .all('assignment')
    .filter((each) => each.childForFieldName('left')?.text === 'pytestmark')
    .map((each) => each.childForFieldName('right')?.text ?? '');

/** Whether a node states that something is so. */
export const isAssertion = ({ type, text }: Node): boolean =>
  type === 'assert_statement' ||
  (type === 'call' && /^[\w.]*(\.assert\w*|^pytest\.(raises|warns|fail)|^assert_\w+)\(/.test(text));
