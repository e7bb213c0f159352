import { type Context, defineCheck, type Remark, type TextFile } from '../check.ts';
import { reading } from '../reading.ts';
import { placeInHead } from '../head-place.ts';
import { toolsIn } from '../rights/tool-names.ts';
import { decoded, hasAnchor } from '../text/anchors.ts';
import { graphsIn, hasPage } from '../text/logseq.ts';

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
    const prose = new Map(file.markdown.prose.map(({ line, text }) => [line, text]));
    const around = (line: number) => (prose.get(line) ?? '').slice(0, 1_000);
    const written = new Set<string>();
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
      if (isWritten.test(around(line)) || isSaid(around(line), column)) written.add(path);
      if (written.has(path)) continue;
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

    if (file.text.includes('[[')) yield* pages(file, context);
    if (file.document.head['skills'] !== undefined) yield* skillsOf(file, context);

    const told = new Set<string>();
    const made = new Set<string>();
    for (const { text, line, column } of file.markdown.spans) {
      const path = namedPath(text, context, isAtHome) ?? ownPath(text, file, context);
      if (path === undefined) continue;
      const said = around(line);
      if (isYetToBe.test(said) || isShown(said, file.lines, line)) made.add(path);
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

/**
 * Skills that an agent of Claude Code begins with (https://code.claude.com/docs/en/sub-agents). One that is
 * not of this repository may be of a plugin, or of the person.
 */
function* skillsOf(file: TextFile, { tree }: Context): Iterable<Remark> {
  const { kind, target } = file.place;
  if (kind !== 'agent' || target?.id !== 'claude') return;
  const names = toolsIn(file.document.head['skills']) ?? [];
  const own = file.path.slice(0, Math.max(0, file.path.lastIndexOf('agents/'))) + 'skills';
  for (const name of names) {
    if (name.includes(':') || tree.under(own).some((path) => path.startsWith(`${own}/${name}/`)))
      continue;
    yield {
      level: 'info',
      ...placeInHead(file, ['skills'], name),
      says: `\`${name}\` is no skill of this repository: who has it nowhere else begins without it, and is told nothing.`,
      mend: `Correct the name, or write \`${own}/${name}/SKILL.md\`.`,
    };
  }
}

/** Links to pages of Logseq, where a graph of it lies in the repository. A day has its page when somebody writes one. */
function* pages({ markdown: { prose } }: TextFile, { tree }: Context): Iterable<Remark> {
  const graphs = graphsIn(tree);
  if (graphs.length === 0) return;
  for (const { line, text } of prose) {
    // The page that the file itself would be is told by `paths-are-linked`.
    if (text.includes('**Logseq')) continue;
    for (const found of text.matchAll(/\[\[([^[\]|#]+)\]\]/g)) {
      const name = found[1]!;
      if (/\d{4}|[{}<>$…]/.test(name) || text[found.index - 1] === '`') continue;
      if (graphs.some((graph) => hasPage(name, graph, tree))) continue;
      yield {
        level: 'warning',
        line,
        column: found.index + 1,
        says: `\`[[${name}]]\` names a page of Logseq, and it is not there.`,
        mend: 'Correct the name, write the page, or take the brackets out.',
      };
    }
  }
}

/** The path in the repository that a link leads to; nothing where it leads out of it, or is an example. */
function linkedPath(to: string, folder: string): string | undefined {
  const bare = decoded(to.replace(/[?#].*$/, '').replace(/:\d+(?:[-:]\d+)?$/, ''));
  if (bare === '' || /^([a-z][\w+.-]*:|\/\/|~)/i.test(bare)) return undefined;
  // A link in a sample, such as [title](url) or [file](path/to/file), and what a template fills in.
  if (!/[./]/.test(bare) || /[{}<>$*…|\\]|\.\.\.|path\/to\//.test(bare)) return undefined;
  // `list[0](f.x)` is code that looks like a link.
  if (!bare.includes('/') && !isFile.test(bare)) return undefined;
  const path = bare.startsWith('/') ? bare.replace(/^\/+/, '') : joined(folder, bare);
  return path === undefined || sitePages.test(path) ? undefined : path;
}

/** Whether the file would stand below this one, or beside others: then only its name can be wrong. */
const isPlaceThere = (path: string, folder: string, { tree }: Context) => {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  // From a folder up to the root: the root of whatever project the file is copied to.
  if (parent === '') return folder === '';
  return folder === '' || path.startsWith(`${folder}/`) || tree.has(parent);
};

const isFile =
  /\.(?:md|mdx|mdc|txt|json|jsonc|ya?ml|toml|pdf|png|svg|jpe?g|gif|webp|html?|css|[cm]?[jt]sx?|py|ipynb|sh|ps1|cs|java|kt|go|rs|rb|php|sql|xml|ini|cfg|lock)$/i;

/** `../../issues` is a page of GitHub from wherever it is shown. */
const sitePages =
  /^(?:issues|pulls?|wiki|discussions|actions|releases|compare|commits?|blob|tree|security|projects|labels|milestones|graphs|settings)(?:\/|$)/;

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

/** The link stands in a sentence in quotes, which may end on the next line: words to be written elsewhere. */
const isSaid = (text: string, column: number) =>
  (text.slice(0, column - 1).match(/(?<![\w(])["“](?=\w)|["”](?!\w)/g)?.length ?? 0) % 2 === 1;

/** The line has the linked file written: who follows the link comes later. */
const isWritten =
  /\bcreat(?:e|es|ed) (?:a |an |the |new |file )*\[|\b(?:does not|doesn['’]t) exist\b|\bcreate if (?:it does )?not\b/i;

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

/**
 * A path in the folders that a skill brings along: https://agentskills.io/specification. Nothing where
 * another skill has it, for then as often as not that one is meant.
 */
function ownPath(
  text: string,
  { place, path: file }: TextFile,
  { tree }: Context,
): string | undefined {
  const [, path] =
    /^(?:\.\/)?((?:references|scripts|assets)\/[\w./-]+\.[a-z]\w{0,5})$/i.exec(text) ?? [];
  if (place.kind !== 'skill' || path === undefined || path.includes('..')) return undefined;
  const folder = file.slice(0, file.lastIndexOf('/'));
  if (tree.has(`${folder}/${path}`)) return undefined;
  const isOwn = text.startsWith('./') || !path.startsWith('scripts/');
  const others = tree.under(folder.slice(0, folder.lastIndexOf('/')));
  return isOwn && !others.some((each) => each.endsWith(`/${path}`)) ? path : undefined;
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
