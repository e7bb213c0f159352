import { type Product, products } from './declared-versions.ts';
import type { Markdown } from '../text/markdown.ts';
import { oncePerTree } from '../once-per-tree.ts';
import { itemText, outline } from '../text/outline.ts';
import { placeOf } from '../place.ts';
import { reading } from '../reading.ts';
import { type Version, versionIn } from './version-range.ts';

/** A version of something that a text says the project is made with. */
export interface SaidVersion {
  readonly product: Product;
  readonly version: Version;
  /** As it stands there: `3.11+`. */
  readonly text: string;
  /** That or any later. */
  readonly isLeast: boolean;
  /** It is said of this project in so many words, or in the instructions that hold for all of it, and not in a collection of agents for others. */
  readonly isOfProject: boolean;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

const names = products.map(({ title }) =>
  title.replace('.', '\\.').replace('Node\\.js', 'Node(?:\\.js)?'),
);
const product = `(${names.join('|')})`;
const version = String.raw`(?:version\s+)?(>=\s*|≥\s*)?v?(\d{1,2}(?:\.\d{1,3}){0,2})(?:\.x)?(?![\w-])(\s*\+|\s+(?:or|and)\s+(?:later|higher|newer|above|greater|up))?`;

/** Cheap to ask: whether there may be any. */
const hint = new RegExp(`${product}\\W{0,8}(?:version\\W{1,4})?v?\\d`);

const verb =
  '(?:uses?|using|runs?(?: on)?|running(?: on)?|requires?|targets?|supports?|needs?|(?:is |are )?(?:written|built)(?: in| on| with)?)';
const ours = String.raw`\b(?:[Ww]e|[Oo]ur (?:code|project|app|backend|stack|service)|[Tt]h(?:is|e) (?:project|repo|repository|codebase|application|app|service|package|library))\b`;

/** The ways in which a project's own version is said, each with the product, the version and what follows. */
const ways = {
  /** `This project uses Python 3.11.` */
  sentence: new RegExp(`${ours}[^.;:]{0,40}?\\b${verb}\\s+(?:\\w+ ){0,2}?${product}\\s+${version}`),
  /** `**Python version**: 3.11` and `Language: Python 3.11` */
  label: new RegExp(
    `^(?:${product}(?: version)?|(?:Programming )?[Ll]anguage|Runtime|Interpreter|Framework|Backend|Frontend|Platform)\\s*[:|]\\s*(?:${product}\\s+)?${version}`,
  ),
  /** `Use Python 3.11` */
  order: new RegExp(
    `^(?:Always )?(?:[Uu]se|Target|Requires?|Run on|Write)\\s+${product}\\s+${version}`,
  ),
  /** `- Python 3.11+`, under a heading that promises as much. */
  item: new RegExp(`^${product}\\s+${version}(?=\\s*(?:$|[,;.(–—]|-\\s|with\\b))`),
} as const;

const stackWords =
  /\b(stack|technolog(?:y|ies)|requirements?|prerequisites?|environment|runtime|versions?|tooling|overview)\b/i;

/** What is said of another time, of another project, or of one version among several. */
const aside =
  /\b(migrat|upgrad|instead of|older|legacy|before|prior|drop|no longer|deprecated|not\b|never\b|don't|since\b|if\b|when\b|recommended|supported|e\.g\.|example|such as|or newer projects)/i;

/** The instructions that hold for a whole repository. */
const wide =
  /^(?:AGENTS|CLAUDE|GEMINI|CODEX)\.md$|^\.github\/copilot-instructions\.md$|^\.cursorrules$/;

/** Read by the tools of this repository: a collection of agents is for the projects of others. */
export const isAtHome = (path: string): boolean => path.startsWith('.') || !path.includes('/');

/** Every version that a text says the project is made with. */
export function versionsSaid(
  path: string,
  text: string,
  markdown: Markdown,
): readonly SaidVersion[] {
  if (!hint.test(text)) return [];
  return outline(markdown).flatMap(({ line, text: raw, above }): readonly SaidVersion[] => {
    if (raw.length > 400 || !hint.test(raw) || aside.test(raw)) return [];
    const item = (itemText(raw) ?? raw.replaceAll('**', '').replace(/^\s*\|\s*/, '')).trim();
    const isStack = above.some((each) => stackWords.test(each.text));
    const isItem = itemText(raw) !== undefined;
    const tries = [
      ['sentence', raw.replaceAll('**', '')],
      ['label', item],
      ['order', item],
      ...(isItem && isStack ? [['item', item] as const] : []),
    ] as const;
    for (const [way, where] of tries) {
      const found = ways[way].exec(where);
      if (found === null || isOneOfMany(where.slice(found.index + found[0].length))) continue;
      const groups = found.slice(1);
      const [least, numbers, more] = groups.slice(-3);
      const name = groups.slice(0, -3).findLast((each) => each !== undefined);
      const about = products.find(({ title }) => title === (name === 'Node' ? 'Node.js' : name));
      if (about === undefined || numbers === undefined) continue;
      return [
        {
          product: about,
          version: versionIn(numbers),
          text: `${numbers}${least || more ? '+' : ''}`,
          isLeast: Boolean(least || more),
          isOfProject: isAtHome(path) && (way === 'sentence' || wide.test(path)),
          path,
          line,
          column: raw.indexOf(numbers) + 1,
        },
      ];
    }
    return [];
  });
}

/** `3.10, 3.11 and 3.12`, `18 to 20` and `17 → 18` name no one version. */
const isOneOfMany = (rest: string) => /^\s*(?:,|\/|–|-|→|->|to|and|or|&)\s*v?\d/.test(rest);

/** What all files of a repository say of it as a whole, in the order of their paths. */
export const versionsOfProject = oncePerTree('texts', ({ tree, targets }): readonly SaidVersion[] =>
  tree.paths().flatMap((path) => {
    const place = path.endsWith('.md') ? placeOf(path, targets) : undefined;
    if (place === undefined || !speaksForToday(place.kind)) return [];
    const text = tree.read(path) ?? '';
    if (!hint.test(text)) return [];
    return versionsSaid(path, text, reading(text).markdown).filter((each) => each.isOfProject);
  }),
);

/** A memory tells what was, a specification what shall be, and a persona is filled in elsewhere. */
export const speaksForToday = (kind: string): boolean =>
  kind === 'agent' || kind === 'instruction' || kind === 'prompt' || kind === 'skill';
