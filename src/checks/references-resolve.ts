import { type Context, defineCheck, type TextFile } from '../check.ts';
import { reading } from '../reading.ts';

export default defineCheck({
  name: 'references-resolve',
  level: 'error',
  why: 'An agent that is sent to a file that is not there searches for it, finds nothing, and goes on without what it should have read.',
  reads: () => true,

  good: {
    path: '.claude/agents/a.md',
    text: 'See [the steps](#steps) in `.claude/agents/a.md`.\n\n## Steps\n\nOne.\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: 'See [the rules](rules.md) and `.claude/rules/types.md`, then [the steps](#steps).\n',
  },

  *remarks(file, context) {
    const folder = file.path.split('/').slice(0, -1).join('/');
    const isAtHome = home.test(file.path);
    for (const { to, line, column } of file.markdown.links) {
      if (to.startsWith('#')) {
        if (!hasAnchor(file, to.slice(1))) {
          yield {
            level: 'warning',
            line,
            column,
            says: `\`${to}\` leads nowhere: no heading of this file has that name.`,
            mend: 'Name a heading that is there, or take the link out.',
          };
        }
        continue;
      }
      const path = linkedPath(to, folder);
      if (path === undefined) continue;
      if (context.tree.has(path)) {
        if (leadsPast(path, to, context)) {
          yield {
            level: 'warning',
            line,
            column,
            says: `\`${to.slice(to.indexOf('#'))}\` leads nowhere: no heading of \`${path}\` has that name.`,
            mend: 'Name a heading that is there, or take the `#` and what follows out.',
          };
        }
        continue;
      }
      const fromRoot = joined('', to.replace(/[?#].*$/, ''));
      const isFromRoot = fromRoot !== undefined && fromRoot !== path && context.tree.has(fromRoot);
      yield {
        // What is collected to be copied elsewhere may find its neighbours there, and where a whole
        // folder is missing it is as likely that this file was copied here without it.
        ...((!isAtHome || isFromRoot || !isPlaceThere(path, folder, context)) && {
          level: 'warning',
        }),
        line,
        column,
        says: `The link leads to \`${path}\`, and there is no such file.`,
        mend: isFromRoot
          ? `Links count from the file: write \`/${fromRoot}\`.`
          : 'Correct the path, or take the link out.',
      };
    }

    const told = new Set<string>();
    const prose = new Map(file.markdown.prose.map(({ line, text }) => [line, text]));
    const made = new Set<string>();
    for (const { text, line, column } of file.markdown.spans) {
      const path = namedPath(text, context, isAtHome);
      if (path === undefined) continue;
      const around = (prose.get(line) ?? '').slice(0, 1_000);
      if (isYetToBe.test(around) || isShown(around, file.lines, line)) made.add(path);
      if (
        made.has(path) ||
        told.has(path) ||
        context.tree.has(path) ||
        context.tree.has(joined(folder, path) ?? path)
      )
        continue;
      told.add(path);
      yield {
        level: 'warning',
        line,
        column,
        says: `\`${text}\` names a file of this repository, and it is not there.`,
        mend: 'Correct the path, write the file, or take the mention out.',
      };
    }
  },
});

/** The path in the repository that a link leads to; nothing where it leads out of it, or is an example. */
function linkedPath(to: string, folder: string): string | undefined {
  const bare = decoded(to.replace(/[?#].*$/, '').replace(/:\d+(?:[-:]\d+)?$/, ''));
  if (bare === '' || /^([a-z][\w+.-]*:|\/\/|~)/i.test(bare)) return undefined;
  // A link in a sample, such as [title](url) or [file](path/to/file), and what a template fills in.
  if (!/[./]/.test(bare) || /[{}<>$*…|\\]|\.\.\.|path\/to\//.test(bare)) return undefined;
  // `list[0](f.x)` is code that looks like a link.
  if (!bare.includes('/') && !isFile.test(bare)) return undefined;
  const path = bare.startsWith('/') ? bare.replace(/^\/+/, '') : joined(folder, bare);
  return path === undefined || pages.test(path) ? undefined : path;
}

/** Whether the file would stand below this one, or beside others: then only its name can be wrong. */
const isPlaceThere = (path: string, folder: string, { tree }: Context) => {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return folder === '' || path.startsWith(`${folder}/`) || parent === '' || tree.has(parent);
};

const isFile =
  /\.(?:md|mdx|mdc|txt|json|jsonc|ya?ml|toml|pdf|png|svg|jpe?g|gif|webp|html?|css|[cm]?[jt]sx?|py|ipynb|sh|ps1|cs|java|kt|go|rs|rb|php|sql|xml|ini|cfg|lock)$/i;

/** `../../issues` is a page of GitHub from wherever it is shown. */
const pages =
  /^(?:issues|pulls?|wiki|discussions|actions|releases|compare|commits?|blob|tree|security|projects|labels|milestones|graphs|settings)(?:\/|$)/;

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Nothing where the path leads out of the repository: what stands there is not ours to know. */
function joined(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Where a tool looks for such a file: it speaks of the repository that it lies in. */
const home = /(^|\/)\.[a-z]+\/|(^|\/)(specs|AGENTS\.md$|CLAUDE\.md$|GEMINI\.md$)/;

/** The line has the file written, or reckons with its not being there. */
const isYetToBe =
  /\b(?:creat|writ|generat|sav|stor|produc|output|append|initiali[sz]|scaffold|emit)(?:e|es|ed|ing|s|t?en)?\b|\badd (?:a|an|the)\b|\b(?:if|whether) .*\b(?:exists?|present|available|there)\b|\b(?:e\.g\.|such as|for example|or similar|optional(?:ly)?)/i;

/** "The script, `a/b.sh`:" and a block below it: the file is what the block shows. */
const isShown = (text: string, lines: readonly string[], line: number) =>
  /[:：]\**\s*$/.test(text) &&
  /^\s*(?:`{3,}|~{3,})/.test(lines.slice(line, line + 3).find((each) => each.trim() !== '') ?? '');

const agentFolder = /^\.(augment|github|claude|cursor|persona|vscode|agents)\//;

/**
 * A path in back-ticks that surely means a file of this repository. The tree is only touched where
 * it matters: what is said without it need not be said again when other files change.
 */
function namedPath(text: string, context: Context, isAtHome: boolean): string | undefined {
  const path = text.replace(/(#L\d+(-L?\d+)?|:\d+(:\d+)?)$/, '').replace(/^\.\//, '');
  if (!/^[\w.-]+(\/[\w.@+-]+)+$/.test(path) || path.includes('..')) return undefined;
  // Where every repository has these, if it has them: as often as not it is nobody's in particular.
  if (
    /^\.github\/(?:copilot-instructions\.md|CODEOWNERS|dependabot\.yml|workflows\/)|^\.(?:vscode|claude|cursor)\/(?:settings(?:\.local)?|mcp|extensions|launch|tasks)\.json$/.test(
      path,
    )
  )
    return undefined;
  if (/(^|[/_-])(x+|your|my|name|example|foo|YYYY)([/._-]|$)/i.test(path)) return undefined;
  // A folder is as often where something is to be written, and `search/codebase` is a tool.
  if (!/\.[a-z]\w{0,5}$/i.test(path)) return undefined;
  return (isAtHome && agentFolder.test(path)) || context.tree.has(path.slice(0, path.indexOf('/')))
    ? path
    : undefined;
}

/** Whether a link names a heading that the Markdown file which it leads to does not have. */
function leadsPast(path: string, to: string, { tree }: Context): boolean {
  const anchor = /#([^?]+)$/.exec(to)?.[1];
  if (anchor === undefined || !/\.md$/i.test(path)) return false;
  const text = tree.read(path);
  return (
    text !== undefined &&
    text !== '' &&
    !hasAnchor({ markdown: reading(text).markdown, text }, anchor)
  );
}

/** https://docs.github.com/en/get-started/writing-on-github: links to headings. Signs in front differ by reader. */
function hasAnchor(
  { markdown, text }: Pick<TextFile, 'markdown' | 'text'>,
  anchor: string,
): boolean {
  const wanted = loose(decoded(anchor).toLowerCase());
  if (wanted === '' || wanted === 'top' || /^l\d+/.test(wanted)) return true;
  if (anchorsIn(markdown).has(wanted)) return true;
  return [...text.matchAll(/\b(?:id|name)=["']([^"']+)["']|\{#([\w-]+)\}/g)].some(
    (each) => loose((each[1] ?? each[2])!.toLowerCase()) === wanted,
  );
}

/** Where links can lead to: each heading, and with a number where one stands again. Made once for each file. */
function anchorsIn(markdown: TextFile['markdown']): ReadonlySet<string> {
  const cached = cache.get(markdown);
  if (cached !== undefined) return cached;
  const slugs = new Map<string, number>();
  const anchors = new Set<string>();
  for (const heading of markdown.headings) {
    const slug = loose(slugOf(heading.text));
    const times = slugs.get(slug) ?? 0;
    slugs.set(slug, times + 1);
    anchors.add(times > 0 ? `${slug}-${times}` : slug);
  }
  cache.set(markdown, anchors);
  return anchors;
}

const cache = new WeakMap<TextFile['markdown'], ReadonlySet<string>>();

const slugOf = (heading: string) =>
  heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const loose = (slug: string) =>
  slug
    .replace(/[^\p{L}\p{M}\p{N}_-]/gu, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
