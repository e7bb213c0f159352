import type { Convention } from '../convention.ts';
import { examplesIn, type Part } from '../text/examples.ts';
import { topics } from '../text/handoffs-in-text.ts';
import type { ImportScene, Source, TakenConvention } from '../importer.ts';
import type { Heading } from '../text/markdown.ts';
import { capital } from '../words.ts';
import { idFrom } from './names.ts';

interface Pair {
  readonly heading: Heading;
  /** The headings around it. */
  readonly within: string;
  readonly language: string;
  readonly good: Part;
  readonly bad: Part;
}

/**
 * The conventions of a text: each heading under which one example is called good and another bad.
 * One that says the same as one on our shelf is that one; any other becomes a file of the team's.
 */
export function conventionsInText(
  source: Source,
  owner: string,
  { conventions }: Pick<ImportScene, 'conventions'>,
): { readonly ids: readonly string[]; readonly own: readonly TakenConvention[] } {
  const ids: string[] = [];
  const own: TakenConvention[] = [];
  for (const pair of pairsIn(source)) {
    const known = sameAs(pair, [...conventions.values()]);
    if (known !== undefined) {
      ids.push(known.id);
      continue;
    }
    const plain = idFrom(titleOf(pair));
    const isTaken = (each: string) => conventions.has(each) || own.some(({ id }) => id === each);
    const owned = idFrom(`${owner} ${titleOf(pair)}`);
    const id = !isTaken(plain)
      ? plain
      : !isTaken(owned)
        ? owned
        : idFrom(`${owner} ${pair.heading.line} ${titleOf(pair)}`);
    ids.push(id);
    own.push(conventionOf(pair, id, source));
  }
  return { ids: [...new Set(ids)], own };
}

function pairsIn({ markdown }: Source): readonly Pair[] {
  const found = new Map<Heading, { language: string; parts: Part[] }>();
  for (const { fence, parts } of examplesIn(markdown)) {
    const heading = markdown.headings.findLast(({ line }) => line < fence.line);
    if (heading === undefined || !fence.isClosed) continue;
    const group = found.get(heading) ?? { language: fence.language, parts: [] };
    if (group.language === fence.language) group.parts.push(...parts);
    found.set(heading, group);
  }
  return [...found].flatMap(([heading, { language, parts }]) => {
    const good = parts.find(({ verdict }) => verdict === 'good');
    const bad = parts.find(({ verdict }) => verdict === 'bad');
    if (good === undefined || bad === undefined || titleOf({ heading }) === '') return [];
    // A task that shows before and after is one case, and no rule for others.
    if (/^\W*(?:before|after)\b/i.test(bad.lines[0] ?? '')) return [];
    const within = markdown.headings
      .filter(({ line, level }) => line < heading.line && level < heading.level)
      .map(({ text }) => text)
      .slice(-2)
      .join(' ');
    return [{ heading, within, language, good, bad }];
  });
}

/** The heading, without its number. */
const titleOf = ({ heading }: Pick<Pair, 'heading'>) =>
  heading.text
    .replace(/[*`]/g, '')
    .replace(/^\P{L}+/u, '')
    .trim();

/** What a part says of itself above its code: `# ✅ Good: full type hints`. */
const claimOf = ({ lines: [first = ''] }: Part) =>
  /^(?:#|\/\/|--|<!--)/.test(first)
    ? first
        .replace(/^[^\p{L}]+/u, '')
        .replace(/^(?:good|bad|correct|wrong|do|don['’]t|avoid|preferred|before|after)\b\W*/i, '')
        .replace(/\s*-->\s*$/, '')
        .trim()
    : '';

/** A convention of ours that speaks of the same things: two of its words, one of them in its title. */
function sameAs(pair: Pair, known: readonly Convention[]): Convention | undefined {
  const said = topics(`${titleOf(pair)} ${claimOf(pair.good)} ${claimOf(pair.bad)}`);
  const shared = (text: string) => [...topics(text)].filter((word) => said.has(word)).length;
  const stack = stackOf(pair.language);
  const [best] = known
    .filter(
      (each) =>
        each.stack === 'any' ||
        each.stack === stack ||
        (each.stack === 'fastapi' && stack === 'python'),
    )
    .filter(({ title }) => shared(title) > 0)
    .map((each) => ({ each, many: shared(`${each.title} ${each.rule}`) }))
    .sort((a, b) => b.many - a.many);
  return best !== undefined && best.many >= 2 ? best.each : undefined;
}

function conventionOf(pair: Pair, id: string, { path, markdown }: Source): TakenConvention {
  const title = capital(titleOf(pair));
  const [good, bad] = [claimOf(pair.good), claimOf(pair.bad)];
  const rule = good === '' ? `How we do it: ${title}.` : `${capital(good).replace(/[.:]$/, '')}.`;
  const below = markdown.headings.find(({ line }) => line > pair.heading.line)?.line ?? Infinity;
  const prose = markdown.prose
    .filter(({ line }) => line > pair.heading.line && line < below)
    .map(({ text }) => text)
    .filter(
      (text) => !/^\s*(?:[-*_]\s*){3,}$|^\W*(?:good|bad|correct|wrong|do|don['’]t)\W*$/i.test(text),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const fence = ({ lines }: Part, claim: string) => {
    const code = (claim === '' && !/^(?:#|\/\/)/.test(lines[0] ?? '') ? lines : lines.slice(1))
      .join('\n')
      .trim();
    return `\`\`\`\`${pair.language}\n${code}\n\`\`\`\``.replaceAll(
      '````',
      code.includes('```') ? '````' : '```',
    );
  };
  const isTest = /\btest/i.test(`${pair.within} ${title}`);
  return {
    id,
    head: {
      id,
      title,
      part: isTest ? 'testing' : 'standards',
      stack: stackOf(pair.language),
      applies: appliesOf(pair.language),
      rule,
      source: path,
    },
    body: `${prose === '' ? rule : prose}\n\n## Good\n\n${fence(pair.good, good)}\n\n## Bad\n\n${fence(pair.bad, bad)}\n`,
  };
}

const stackOf = (language: string) =>
  /^(?:py|python3?)$/.test(language)
    ? 'python'
    : /^(?:tsx?|jsx?|typescript|javascript)$/.test(language)
      ? 'typescript'
      : 'any';

const endings: Readonly<Record<string, string>> = {
  python: '**/*.py',
  py: '**/*.py',
  typescript: '**/*.{ts,tsx}',
  ts: '**/*.{ts,tsx}',
  tsx: '**/*.{ts,tsx}',
  javascript: '**/*.{js,jsx}',
  js: '**/*.{js,jsx}',
  csharp: '**/*.cs',
  java: '**/*.java',
  go: '**/*.go',
  rust: '**/*.rs',
  sql: '**/*.sql',
  bash: '**/*.sh',
  html: '**/*.html',
  css: '**/*.css',
  yaml: '**/*.{yml,yaml}',
};

const appliesOf = (language: string) => [endings[language] ?? '**'];
