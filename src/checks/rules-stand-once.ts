import { defineCheck } from '../check.ts';
import { sureHandoffs, isSame, topics } from '../text/handoffs-in-text.ts';
import { itemText, mayBeItem } from '../text/outline.ts';

export default defineCheck({
  name: 'rules-stand-once',
  level: 'info',
  why: 'A rule that stands twice costs twice, and the day it is changed it is changed in one place.',
  reads: ({ kind }) => kind === 'agent' || kind === 'instruction',

  good: {
    path: '.claude/agents/a.md',
    text: '- No architectural decisions (consult architect)\n- No deployments (delegate to devops)\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '- No architectural decisions (consult architect)\n- Never change a migration that has been released\n- Design of the architecture (consult architect)\n- Never change a migration that has been released\n',
  },

  *remarks({ markdown }) {
    const { headings } = markdown;
    const seen = new Map<string, number>();
    let section = 0;
    const told = new Set<number>();
    let run: { from: number; to: number; first: number; last: number } | undefined;
    const runs: (typeof run)[] = [];
    for (const { line, text } of markdown.prose) {
      while (section < headings.length && headings[section]!.line <= line) section++;
      const mark =
        text.length < 14 || (text.length < 34 && !'-*+'.includes(text[0]!)) || !mayBeItem(text)
          ? null
          : /^\s*(?:[-*+]|\d{1,3}[.)])\s+/.exec(text);
      if (mark === null) continue;
      const rule = text
        .slice(mark[0].length)
        .replaceAll('**', '')
        .toLowerCase()
        .trimEnd()
        .replace(/[.;,]$/, '');
      // A checklist repeats on purpose what the text above it asks for.
      if (/^[[|*_`]/.test(rule) || rule.endsWith(':')) continue;
      const isShort = rule.length < 32;
      // A sentence of four words, and no `key: value`; a step may be taken twice.
      if (isShort && !/^\p{L}+(?:\s+[^\s:]+){3,}$/u.test(rule)) continue;
      if (isShort && !'-*+'.includes(text[0]!)) continue;
      // A short one may well stand in two lists.
      const key = `${isShort ? section : ''} ${rule.replace(/\s+/g, ' ')}`;
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, line);
        continue;
      }
      told.add(line);
      // A list that was copied whole is one finding.
      if (run !== undefined && line - run.to < 4 && first > run.last && first - run.last < 4) {
        run.to = line;
        run.last = first;
        continue;
      }
      run = { from: line, to: line, first, last: first };
      runs.push(run);
    }
    for (const { from, to, first, last } of runs.filter((each) => each !== undefined)) {
      yield {
        line: from,
        says:
          from === to
            ? `This rule stands on line ${first} already, in the same words.`
            : `The rules from here to line ${to} stand on lines ${first} to ${last} already, in the same words.`,
        mend: 'Keep one of the two.',
      };
    }

    // Rules that hand the same work to the same persona, in brackets, are the same rule.
    const rules = sureHandoffs(markdown).filter(({ column, about }) => {
      return column > 2 && /\S/.test(about) && itemText(about) !== undefined;
    });
    for (const [index, { called, verb, about, line }] of rules.entries()) {
      const work = [...topics(about)];
      const first = rules
        .slice(0, index)
        .find(
          (each) =>
            each.line !== line &&
            each.verb === verb &&
            isSame(each.called, called) &&
            isPartOf(work, [...topics(each.about)]),
        );
      if (first === undefined || told.has(line)) continue;
      told.add(line);
      yield {
        line,
        says: `Line ${first.line} forbids the same and sends it to the same persona.`,
        mend: 'Keep one of the two.',
      };
    }
  },
});

/** Every word of the one stands in the other, and it is not all about something else. */
const isPartOf = (work: readonly string[], other: readonly string[]) =>
  work.length > 0 && work.every((topic) => other.includes(topic));
