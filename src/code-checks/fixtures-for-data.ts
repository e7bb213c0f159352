import { defineCodeCheck } from '../code-check.ts';
import { at, type Module } from '../python/module.ts';
import { bodyOf, calleeOf, nameOf } from '../python/function.ts';
import { testsOf } from '../python/tests.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: 'fixtures-for-data',
  why: 'Finds objects that a module of tests makes once and its tests change, and clients and other objects that they share. A constant that is only read may stand at the margin.',
  example: 'tests/unit/test_stack.py',

  *remarks(module) {
    const data = sharedOf(module);
    if (data.size === 0) return;
    for (const test of testsOf(module)) {
      const body = bodyOf(test);
      for (const [name, { isObject }] of data) {
        const use = body && usesOf(body, name).find((each) => isObject || isChanged(each));
        if (use === undefined) continue;
        yield {
          ...at(use),
          says: isObject
            ? `\`${nameOf(test)}\` shares \`${name}\` with the other tests of the module.`
            : `\`${nameOf(test)}\` changes \`${name}\`, which the other tests share.`,
          mend: 'Make it in a fixture, and take that as a parameter.',
        };
      }
    }
  },
});

interface Shared {
  readonly isObject: boolean;
}

/** What the module makes at the margin: collections, and objects that are no values. */
function sharedOf(module: Module): ReadonlyMap<string, Shared> {
  const found = new Map<string, Shared>();
  for (const each of module.all('assignment')) {
    const name = each.childForFieldName('left');
    const value = each.childForFieldName('right');
    const isAtMargin = each.parent?.parent?.type === 'module';
    if (!isAtMargin || name?.type !== 'identifier' || value === null) continue;
    const callee = value.type === 'call' ? calleeOf(value) : '';
    const isCollection =
      /^(list|dictionary|set)(_comprehension)?$/.test(value.type) ||
      /^(list|dict|set|deque|defaultdict|Counter)$/.test(callee);
    const isObject = /(^|\.)[A-Z]\w*[a-z]\w*$/.test(callee) && !values.test(callee);
    if (isCollection || isObject) found.set(name.text, { isObject: !isCollection });
  }
  return found;
}

/** Objects that nobody can change, or that hold nothing of a test. */
const values =
  /(^|\.)(UUID|Path|PurePath|Decimal|Fraction|TypeAdapter|TypeVar|ParamSpec|SecretStr|NewType|Literal|Lock|Semaphore)$/;

const usesOf = (body: Node, name: string): readonly Node[] =>
  body
    .descendantsOfType('identifier')
    .flatMap((each) => (each !== null && each.text === name && isUse(each) ? [each] : []));

const isUse = ({ parent, id }: Node): boolean =>
  parent?.childForFieldName('attribute')?.id !== id &&
  !(parent?.type === 'keyword_argument' && parent.childForFieldName('name')?.id === id);

/** `data.append(1)`, `data["a"] = 1`, `del data[0]`, `data += [1]`. */
function isChanged(use: Node): boolean {
  const parent = use.parent;
  const above = parent?.parent;
  if (parent?.type === 'augmented_assignment')
    return parent.childForFieldName('left')?.id === use.id;
  if (parent?.type === 'subscript')
    return (
      above?.type === 'delete_statement' ||
      (/assignment$/.test(above?.type ?? '') && above!.childForFieldName('left')?.id === parent.id)
    );
  return (
    parent?.type === 'attribute' &&
    above?.type === 'call' &&
    changes.test(parent.childForFieldName('attribute')?.text ?? '')
  );
}

const changes =
  /^(append|appendleft|extend|insert|pop|popleft|popitem|remove|clear|update|setdefault|add|discard|sort|reverse)$/;
