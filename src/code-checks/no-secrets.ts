import { defineCodeCheck } from '../code-check.ts';
import { at, type Module } from '../python/module.ts';
import { argumentsOf, calleeOf, nameOf, textOf } from '../python/function.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: 'no-secrets',
  why: 'Finds a text in a name that speaks of a secret, as a value or as the default of a variable of the environment. A secret under another name the gate `security` finds by its looks.',
  example: 'src/app/settings.py',

  *remarks(module) {
    // What a test signs in with opens no door.
    if (/(^|\/)tests?\//.test(module.path)) return;
    for (const { name, value } of namedTexts(module)) {
      const text = textOf(value);
      if (!isSecretName(name) || text.length < 4 || isWord(name, text)) continue;
      yield {
        ...at(value),
        says: `The value of \`${name}\` stands in the code: whoever reads it has it.`,
        mend: `Read it from the environment, without a default, and take this one back where it is valid.`,
      };
    }
    for (const call of module.all('call')) {
      if (!/^(os\.)?(environ\.get|getenv)$/.test(calleeOf(call))) continue;
      const [key, value] = argumentsOf(call);
      if (key?.type !== 'string' || value?.type !== 'string') continue;
      if (!isSecretName(textOf(key)) || textOf(value) === '') continue;
      yield {
        ...at(value),
        says: `\`${textOf(key)}\` has a default: production starts with it, and nobody notices.`,
        mend: 'Read it with `os.environ[…]`, which fails where it is not set.',
      };
    }
  },
});

/** Each text that is given a name: assigned, as a default, or as a keyword. */
function* namedTexts(module: Module): Iterable<{ name: string; value: Node }> {
  for (const node of module.all('assignment')) {
    const value = textNode(node.childForFieldName('right'));
    const name = node.childForFieldName('left')?.text ?? '';
    if (value !== undefined) yield { name: name.split('.').at(-1)!, value };
  }
  for (const type of ['default_parameter', 'typed_default_parameter', 'keyword_argument']) {
    for (const node of module.all(type)) {
      const value = textNode(node.childForFieldName('value'));
      if (value !== undefined) yield { name: nameOf(node), value };
    }
  }
}

/** A text, also within `SecretStr("…")` or `Field(default="…")`. */
function textNode(node: Node | null): Node | undefined {
  if (node?.type === 'string') return node;
  if (node?.type !== 'call' || !/^(pydantic\.)?(SecretStr|Field)$/.test(calleeOf(node)))
    return undefined;
  const [first] = argumentsOf(node);
  const given = argumentsOf(node).find((each) => nameOf(each) === 'default');
  return textNode(given?.childForFieldName('value') ?? first ?? null);
}

const isSecretName = (name: string): boolean =>
  /(^|_)(pass(word|wd|phrase)?|pwd|secret|token|api_?key|private_key|credentials?)(_|s?$)/i.test(
    name,
  ) &&
  !/_(url|uri|path|name|type|header|prefix|field|scheme|scope|pattern|algorithm|audience|id|env|file|ttl)$/i.test(
    name,
  );

/** `PASSWORD = "password"` names a field. */
const isWord = (name: string, text: string): boolean =>
  /\s/.test(text) || name.toLowerCase().endsWith(text.toLowerCase());
