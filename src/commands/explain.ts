import { capabilities } from '../capability.ts';
import { checks as shelf } from '../checks/index.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import { called, explainTarget, placesOf } from '../explain-target.ts';
import { gates } from '../gates/index.ts';
import { heldBy } from '../held-by.ts';
import { tooManyWords, topicNotFound } from '../problems.ts';
import { shipped } from '../shipped.ts';
import { deniedPathsAreKept } from '../review/fence-check.ts';
import { saidOfBad } from '../review/own-example.ts';
import { suppressionsAreUsed } from '../suppress.ts';
import type { Finding } from '../stages.ts';
import type { Target } from '../target.ts';
import { targets } from '../targets/index.ts';

/** With the one that reads what the others have found, and the one that reads a change. */
const checks = [...shelf, suppressionsAreUsed, deniedPathsAreKept];

const topics = [
  ...checks.map((each) => each.name),
  ...shipped.conventions.map(({ id }) => id),
  ...capabilities.map((each) => each.name),
  ...gates.map((each) => each.name),
  ...targets.map((each) => each.id),
];

export default defineCommand({
  name: 'explain',
  usage: 'create-persona explain <check|convention|capability|gate|target>',
  describes: 'Tell why a check or a convention exists, and what a tool has a place for',
  examples: [
    'create-persona explain no-empty-section',
    'create-persona explain type-hints',
    'create-persona explain execute',
    'create-persona explain coverage',
    'create-persona explain cursor',
  ],
  flags: [],
  takes: topics,

  async run({ words: [name = '', ...extra], flags }, { print }): Promise<ExitCode> {
    if (extra.length > 0) throw tooManyWords('explain', extra);
    const check = checks.find((each) => each.name === name);
    const convention = shipped.conventions.find((each) => each.id === name);
    const capability = capabilities.find((each) => each.name === name);
    const gate = gates.find((each) => each.name === name);
    const target = targets.find((each) => each.id === name);
    const said = check && (await saidOfBad(check));
    const found =
      (check && { ...check, said }) ??
      convention ??
      capability ??
      gate ??
      (target && dataOf(target));
    if (flags['json'] === true && found !== undefined) print(JSON.stringify(found, undefined, 2));
    else if (check !== undefined) {
      const { good, bad, level, why } = check;
      print(
        `${name} (${level})\n\n${why}\n\nPasses:\n\n${example(good)}\n\nDoes not:\n\n${example(bad)}${told(said!)}`,
      );
    } else if (convention !== undefined) {
      const { rule, prose, good, bad } = convention;
      print(
        `${name}\n\n${rule}\n\n${prose}\n\n${heldBy(convention).join('\n')}\n\nGood:\n\n${indent(good)}\n\nBad:\n\n${indent(bad)}`,
      );
    } else if (capability !== undefined)
      print(
        `${name}: ${capability.says}\n\n${targets.map((target) => `  ${target.title}: ${called(target.vocabulary.capabilities[capability.name])}`).join('\n')}`,
      );
    else if (gate !== undefined)
      print(
        `${name} (gate): ${gate.asks}\n\n${gate.why}\n\nMeasured by \`create-persona verify\`.`,
      );
    else if (target !== undefined) print(explainTarget(target, shipped.personas));
    else throw topicNotFound(name, topics);
    return 0;
  },
});

const dataOf = (target: Target) => ({
  id: target.id,
  title: target.title,
  places: placesOf(target, shipped.personas),
  vocabulary: target.vocabulary,
});

const example = ({ path, text }: { path: string; text: string }) =>
  indent(`${path}\n\n${text.trimEnd()}`);

/** How its findings read, and how to mend them. */
const told = (said: readonly Finding[]) =>
  said.length === 0
    ? ''
    : `\n\nIs told:\n\n${said.map(({ line, column, level, says, mend }) => indent(`${line}:${column}  ${level}\n  ${says}\n  ${mend}`)).join('\n\n')}`;

const indent = (text: string) => text.replaceAll(/^(?=.)/gm, '  ');
