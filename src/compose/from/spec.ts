import { parseDocument } from '../../front-matter.ts';
import type { Reading } from '../../generator.ts';
import { scanMarkdown } from '../../text/markdown.ts';
import { sourceWrong } from '../../problems.ts';
import { sectionsOf } from '../../text/sections.ts';
import { type Place, readYaml } from '../../text/yaml.ts';
import { contractKeys, contractTitle } from '../contract.ts';
import { losing } from './reading.ts';
import { plainSummary, refuseSummary } from './summary.ts';

/**
 * What a specification of an API, as the generator `spec` writes it, says to the questions of
 * `endpoint`: its title, its overview and the block under "API Contract".
 *
 * @throws SourceWrong - it is of something else, or has no such block
 */
export async function specAnswers({
  path,
  text,
}: {
  path: string;
  text: string;
}): Promise<Reading> {
  const { head, body, bodyLine, broken } = parseDocument(text);
  const wrong = (line: number, says: string, mend: string) =>
    sourceWrong(`${path}:${line}`, says, mend);
  if (broken)
    throw wrong(broken.line, `cannot be read: ${broken.because}.`, 'Mend its front matter.');
  if (head['type'] !== 'api')
    throw wrong(
      1,
      `is no specification of an API: its \`type\` is \`${String(head['type'] ?? '')}\`.`,
      'Write one with `create-persona spec "…" api`.',
    );
  const { headings, fences } = scanMarkdown(text.split('\n'), bodyLine);
  const section = headings.find(({ level, text: title }) => level === 2 && title === contractTitle);
  const fence = fences.find(
    ({ line, language }) => section !== undefined && line > section.line && language === 'yaml',
  );
  if (section === undefined || fence === undefined)
    throw wrong(
      section?.line ?? 1,
      `has no block of YAML under \`## ${contractTitle}\`.`,
      'Write it as `create-persona spec` does: `path`, `methods` and `fields`.',
    );
  const read = await readYaml(fence.lines.join('\n'), fence.line + 1);
  if ('broken' in read)
    throw wrong(
      read.broken.line,
      `cannot be read: ${read.broken.because.replace(/\.?$/, '.')}`,
      'Mend that line.',
    );

  const losses = losing(path);
  const answers: Record<string, string | boolean | readonly string[]> = {};
  const title = /^(?:API:\s*)?(.*)$/.exec(
    headings.find(({ level }) => level === 1)?.text ?? '',
  )?.[1];
  if (title) answers['name'] = title;
  for (const [key, place] of read.root.entries()) {
    if (Object.hasOwn(contractKeys, key)) answers[key] = answerOf(path, key, place);
    else losses.lose('key', key, 'is nothing that an endpoint has', place);
  }
  const overview = sectionsOf(body).find((each) => each.title === 'Overview')?.text ?? '';
  const summary = plainSummary(overview.split(/\n\s*\n/)[0] ?? '');
  const refused = refuseSummary(summary);
  if (refused) {
    const { line = 1 } = headings.find(({ text: each }) => each === 'Overview') ?? {};
    losses.lose('text', 'Overview', 'stays out of the code: a summary is one plain line', { line });
  } else if (summary !== '') answers['summary'] = summary;
  return { answers, changes: losses.changes };
}

/** @throws SourceWrong - it is of another kind than the question */
function answerOf(path: string, key: string, place: Place): string | boolean | readonly string[] {
  const kind = contractKeys[key as keyof typeof contractKeys];
  if (kind === 'fields' && place.is === 'map')
    return place.entries().map(([name, type]) => {
      if (type.is === 'text') return `${name}:${String(type.value)}`;
      throw sourceWrong(
        `${path}:${type.line}`,
        `does not tell the type of \`${name}\` in a text.`,
        `Write \`${name}: "str"\`, or \`${name}: "int=1"\` with a default.`,
      );
    });
  if (kind === 'words' && place.is === 'list')
    return [
      place
        .items()
        .map(({ value }) => String(value ?? ''))
        .join(','),
    ];
  if (kind === 'words' && place.is === 'text') return [String(place.value)];
  if (kind === 'word' && place.is === 'text') return String(place.value);
  if (kind === 'flag' && place.is === 'flag') return place.value === true;
  const wanted = { fields: 'a map', words: 'a list', word: 'a text', flag: '`true` or `false`' };
  throw sourceWrong(
    `${path}:${place.line}`,
    `has a \`${key}\` that is not ${wanted[kind]}.`,
    `Write it as \`create-persona spec\` does.`,
  );
}
