import { defineCodeCheck } from '../code-check.ts';
import { at } from '../python/module.ts';
import { above, decoratorsOf, nameOf, parametersOf } from '../python/function.ts';
import { importsOf } from '../python/imports.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: 'type-hints',
  why: 'Finds parameters and results without a type, and types in the words of old Pythons. Whether a type is true only pyright can tell: that is the gate `types`.',
  example: 'src/app/combat.py',

  *remarks(module) {
    for (const fn of module.all('function_definition')) {
      const name = nameOf(fn);
      const own = isMethod(fn) ? 1 : 0;
      for (const parameter of parametersOf(fn).slice(own)) {
        if (parameter.type !== undefined || parameter.name === '_') continue;
        yield {
          ...at(parameter.node),
          says: `\`${parameter.name}\` of \`${name}\` has no type.`,
          mend: `Write \`${parameter.name}: …\`.`,
        };
      }
      if (fn.childForFieldName('return_type') !== null) continue;
      yield {
        ...at(fn),
        says: `\`${name}\` does not say what it returns.`,
        mend: 'Write `-> …` behind its parameters; `-> None` where it returns nothing.',
      };
    }
    for (const { node, module: from, name } of importsOf(module)) {
      const instead = from === 'typing' ? inPlace[name] : undefined;
      if (instead === undefined) continue;
      yield {
        ...at(node),
        level: 'warning',
        says: `\`${name}\` is how types were written before Python 3.10.`,
        mend: `Write \`${instead}\`, which needs no import.`,
      };
    }
  },
});

/** A method is given its object, or its class, without a type. */
const isMethod = (fn: Node): boolean =>
  above(fn, 'function_definition', 'class_definition')?.type === 'class_definition' &&
  !decoratorsOf(fn).some(({ text }) => text === 'staticmethod');

/** https://docs.astral.sh/ruff/rules/non-pep585-annotation/ and non-pep604-annotation-optional */
const inPlace: Readonly<Record<string, string>> = {
  Optional: 'str | None',
  Union: 'str | int',
  List: 'list[int]',
  Dict: 'dict[str, int]',
  Tuple: 'tuple[int, ...]',
  Set: 'set[int]',
  FrozenSet: 'frozenset[int]',
  Type: 'type[Player]',
};
