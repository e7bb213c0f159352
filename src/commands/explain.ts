import { capabilities } from '../capability.ts';
import { checks as shelf } from '../checks/index.ts';
import { defineCommand } from '../command.ts';
import { gates } from '../gates/index.ts';
import { heldBy } from '../held-by.ts';
import { tooManyWords, topicNotFound } from '../problems.ts';
import { shipped } from '../shipped.ts';
import { deniedPathsAreKept } from '../review/fence-check.ts';
import { suppressionsAreUsed } from '../suppress.ts';
import { targets } from '../targets/index.ts';

/** With the one that reads what the others have found, and the one that reads a change. */
const checks = [...shelf, suppressionsAreUsed, deniedPathsAreKept];

const topics = [
  ...checks.map((each) => each.name),
  ...shipped.conventions.map(({ id }) => id),
  ...capabilities.map((each) => each.name),
  ...gates.map((each) => each.name),
];

export default defineCommand({
  name: 'explain',
  usage: 'create-persona explain <check|convention|capability|gate>',
  describes: 'Tell why a check or a convention exists, with what passes and what does not',
  examples: [
    'create-persona explain no-empty-section',
    'create-persona explain type-hints',
    'create-persona explain execute',
    'create-persona explain coverage',
  ],
  flags: [],
  takes: topics,

  run({ words: [name = '', ...extra], flags }, { print }) {
    if (extra.length > 0) throw tooManyWords('explain', extra);
    const check = checks.find((each) => each.name === name);
    const convention = shipped.conventions.find((each) => each.id === name);
    const capability = capabilities.find((each) => each.name === name);
    const gate = gates.find((each) => each.name === name);
    const found = check ?? convention ?? capability ?? gate;
    if (flags['json'] === true && found !== undefined) print(JSON.stringify(found, undefined, 2));
    else if (check !== undefined) {
      const { good, bad, level, why } = check;
      print(
        `${name} (${level})\n\n${why}\n\nPasses:\n\n${example(good)}\n\nDoes not:\n\n${example(bad)}`,
      );
    } else if (convention !== undefined) {
      const { rule, prose, good, bad } = convention;
      print(
        `${name}\n\n${rule}\n\n${prose}\n\n${heldBy(convention).join('\n')}\n\nGood:\n\n${indent(good)}\n\nBad:\n\n${indent(bad)}`,
      );
    } else if (capability !== undefined)
      print(
        `${name}: ${capability.says}\n\n${targets.map((target) => `  ${target.title}: ${said(target.vocabulary.capabilities[capability.name])}`).join('\n')}`,
      );
    else if (gate !== undefined)
      print(
        `${name} (gate): ${gate.asks}\n\n${gate.why}\n\nMeasured by \`create-persona verify\`.`,
      );
    else throw topicNotFound(name, topics);
    return 0;
  },
});

const example = ({ path, text }: { path: string; text: string }) =>
  indent(`${path}\n\n${text.trimEnd()}`);

const indent = (text: string) => text.replaceAll(/^(?=.)/gm, '  ');

function said(
  expression:
    | { tools?: Readonly<Record<string, string>>; within?: string; server?: string }
    | undefined,
): string {
  if (expression?.tools !== undefined) return Object.keys(expression.tools).join(', ');
  if (expression?.within !== undefined) return `comes with \`${expression.within}\``;
  return expression?.server === undefined
    ? 'nothing'
    : `comes with the server ${expression.server}`;
}
