import { defineCodeCheck } from '../code-check.ts';
import { at, type Module } from '../python/module.ts';
import { calleeOf, isFilled, textOf } from '../python/function.ts';
import type { Node } from '../python/parser.ts';

export default defineCodeCheck({
  name: 'safe-cypher',
  why: 'Finds Cypher that is put together from texts, and lists without a `LIMIT`. Whether an index is used, `PROFILE` tells; whether a query is right, a test on the store.',
  example: 'src/app/players/neo4j_repository.py',

  *remarks(module) {
    if (!/\b(MATCH|MERGE|CREATE|UNWIND|CALL|DELETE)\b/.test(module.text)) return;
    for (const node of builtOf(module)) {
      yield {
        ...at(node),
        says: 'This Cypher is put together from texts: a value can change what it does.',
        mend: 'Write one constant text, and pass values as `$parameters`.',
      };
    }
    for (const node of module.all('string')) {
      const text = textOf(node);
      if (!isCypher(text) || isFilled(node) || !isOpenList(text)) continue;
      yield {
        ...at(node),
        says: 'This query returns a list without end: it grows until it times out.',
        mend: 'End it with `LIMIT $limit`.',
      };
    }
  },
});

/** f-strings, `"…" + x`, `"…" % x`, `"…".format(x)` and `.join` around Cypher. */
function* builtOf(module: Module): Iterable<Node> {
  for (const node of module.all('string'))
    if (isFilled(node) && isCypher(node.text.replace(/^\w*["']+/, ''))) yield node;
  for (const node of module.all('binary_operator')) {
    const [left, right] = ['left', 'right'].map((side) => node.childForFieldName(side));
    const isText = left?.type === 'string' && isCypher(textOf(left)) && !isFilled(left);
    if (isText && right?.type !== 'string') yield node;
  }
  for (const node of module.all('call')) {
    const subject = node.childForFieldName('function')?.childForFieldName('object');
    if (!/\.format$/.test(calleeOf(node)) || subject?.type !== 'string') continue;
    if (isCypher(textOf(subject))) yield node;
  }
}

const isCypher = (text: string): boolean =>
  /^\s*(OPTIONAL MATCH|MATCH|MERGE|CREATE|UNWIND|CALL|DETACH DELETE)\b[\s\S]*[({[]/.test(text);

/** A query that only reads, and returns what no identifier has picked. */
function isOpenList(text: string): boolean {
  const [, returned] = /\bRETURN\b([\s\S]*)$/.exec(text) ?? [];
  if (returned === undefined || /\bLIMIT\b/.test(returned)) return false;
  if (/\b(CREATE|MERGE|SET|DELETE|REMOVE)\b/.test(text)) return false;
  if (/\b(count|sum|avg|min|max|exists)\s*\(/i.test(returned)) return false;
  const variables = [...returned.matchAll(/(?<![\w.$])([a-z]\w*)\b(?!\s*\()/gi)].map(
    ([, each]) => each!,
  );
  const matched = variables.filter((each) => new RegExp(`[(\\[]\\s*${each}\\b`).test(text));
  return matched.length > 0 && !matched.every((each) => isPicked(each, text));
}

/** `(n:Player {id: $id})` and `WHERE n.id = $id` find one. */
const isPicked = (variable: string, text: string): boolean =>
  new RegExp(`\\(\\s*${variable}\\b[^)]*\\{[^}]*\\b\\w*id\\s*:\\s*\\$`, 'i').test(text) ||
  new RegExp(`\\b${variable}\\.\\w*id\\s*=\\s*\\$`, 'i').test(text);
