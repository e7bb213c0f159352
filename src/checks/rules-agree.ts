import { defineCheck } from '../check.ts';
import { itemText, type Placed, outline } from '../text/outline.ts';

export default defineCheck({
  name: 'rules-agree',
  level: 'info',
  why: 'Of two rules that cannot both be kept an agent keeps one, and not always the same one.',
  reads: ({ kind }) => kind === 'agent' || kind === 'instruction',

  good: {
    path: '.claude/agents/a.md',
    text: '- Always use tabs\n\n## Unit tests\n\n- Mock external dependencies\n\n## Integration tests\n\n- Use real databases\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '- Always commit the lock file\n- Never commit the lock file\n- Write integration tests with real databases\n- Mock external dependencies\n',
  },

  *remarks({ markdown }) {
    const rules = outline(markdown).flatMap((placed) => {
      const rule = placed.text.length > 300 ? undefined : itemText(placed.text);
      return rule === undefined || rule.endsWith(':')
        ? []
        : [{ ...placed, rule: rule.replace(/[.!]+$/, '') }];
    });
    const always = new Map<string, Rule>();
    const never = new Map<string, Rule>();
    for (const each of rules) {
      const found = polar.exec(each.rule);
      if (found === null) continue;
      const what = found[2]!.toLowerCase().replace(/\s+/g, ' ');
      const [own, other] = isNo.test(found[1]!) ? [never, always] : [always, never];
      const against = other.get(what);
      if (against !== undefined && !isBad(each) && !isBad(against)) {
        yield {
          level: 'warning',
          line: each.line,
          says: `Line ${against.line} says "${against.rule.slice(0, 60)}", and this line the contrary.`,
          mend: 'Decide which it is, or say when the one holds and when the other.',
        };
      }
      if (!own.has(what)) own.set(what, each);
    }
    for (const { one, other, scope } of opposites) {
      const isOpen = (each: Rule) =>
        !scope.test(each.rule) && !each.above.some(({ text }) => scope.test(text)) && !isBad(each);
      const first = rules.find((each) => one.test(each.rule) && isOpen(each));
      const second = rules.find((each) => other.test(each.rule) && !isBad(each));
      if (first === undefined || second === undefined) continue;
      yield {
        line: Math.max(first.line, second.line),
        says: `"${first.rule.slice(0, 60)}" (line ${first.line}) and "${second.rule.slice(0, 60)}" (line ${second.line}) cannot both be kept everywhere.`,
        mend: 'Say in each for which tests, files or stages it holds.',
      };
    }
  },
});

type Rule = Placed & { readonly rule: string };

/** A rule as a whole sentence: the same words after "always" and after "never" contradict each other. */
const polar = /^(always|never|do not|don['’]?t|must not|must)\s+([^,;:—–(`]{8,80})$/i;
const isNo = /^(?:never|do not|don['’]?t|must not)$/i;

/** Under "Anti-patterns" stands what is not to be done, in any words. */
const isBad = ({ above, text }: Placed) =>
  /❌|🚫/u.test(text) ||
  above.some((each) =>
    /anti-?pattern|avoid|don['’]?t|never|bad|mistake|pitfall|wrong/i.test(each.text),
  );

/** Rules that are good each for its own, and exclude each other where neither says where it holds. */
const opposites = [
  {
    one: /^(?:always )?mock (?:all |out )?(?:external |your )?(?:dependencies|services|databases?)\b/i,
    other: /\b(?:real|actual|live) (?:databases?|services|dependencies)\b/i,
    scope: /\bunit\b/i,
  },
  {
    one: /^(?:always )?(?:use|indent with) tabs\b/i,
    other: /^(?:always )?(?:use|indent with) (?:\w+ )?spaces\b/i,
    scope: /\b(?:in|for) \w+ files\b|makefile|\bgo\b/i,
  },
] as const;
