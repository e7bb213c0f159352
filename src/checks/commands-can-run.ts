import { type Context, defineCheck, type Remark, type TextFile } from '../check.ts';
import { faultsOfMake } from '../facts/make-targets.ts';
import { faultsOfOwn, faultsOfPlop } from '../facts/own-command.ts';
import type { Tree } from '../tree.ts';

export default defineCheck({
  name: 'commands-can-run',
  level: 'warning',
  why: 'An agent runs what it is told to run. A script that is not there, or a tool that cannot see the project, costs it a round of guesses, and you the answer.',
  reads: () => true,

  good: {
    path: '.claude/agents/a.md',
    text: 'Check types with `uv run pyright`.\n\n```bash\ncreate-persona check --json\nuv run pytest tests/\n```\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: 'Check types with `uvx pyright`.\n\n```bash\ncreate-persona chekc\nuv run pytest tests/component/\n```\n',
  },

  *remarks(file, context) {
    const told = new Set<string>();
    for (const command of commandsIn(file)) {
      const { line, column } = command;
      for (const remark of judge(command, file, context)) {
        const what = `${line} ${remark.says}`;
        if (told.has(what)) continue;
        told.add(what);
        yield { line, column: column + (remark.column ?? 0), ...without(remark) };
      }
    }
  },
});

const without = ({ says, mend, level }: Remark) => ({ says, mend, ...(level && { level }) });

interface Command {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** What stands above it, on lines that end with a backslash. */
  readonly before: string;
}

/** The lines of shell in fences, and code in the text that begins with a program that we know. */
function* commandsIn({ markdown }: TextFile): Iterable<Command> {
  for (const { language, line, lines } of markdown.fences) {
    if (!/^(bash|sh|shell|zsh|console|shell-session)$/.test(language)) continue;
    let before = '';
    for (const [index, raw] of lines.entries()) {
      const goesOn = raw.endsWith('\\');
      if (/^\s*#/.test(raw) || raw.length > longest) continue;
      const indent = /^\s*(?:[$>]\s+)?/.exec(raw)![0].length;
      const text = raw.slice(indent);
      yield { line: line + 1 + index, column: indent + 1, text, before };
      before =
        goesOn && before.length + text.length < longest ? `${before}${text.slice(0, -1)} ` : '';
    }
  }
  const prose = new Map(markdown.prose.map(({ line, text }) => [line, text]));
  for (const { text, line, column } of markdown.spans) {
    if (!programs.test(text) || text.length > longest) continue;
    const before = (prose.get(line) ?? '').slice(0, column - 1);
    if (!isForInstance.test(before)) yield { line, column, text, before: '' };
  }
}

const programs = /^(uvx?|npx|npm|pnpm|yarn|poetry|python3?|bash|node|make|plop|create-persona)\s/;

/** "any `npm run build` step", "(e.g., `npm run lint`)": one of those that a project may have. */
const isForInstance =
  /(?:\b(?:any|a|an|like|such as|for example|for instance)|e\.g\.|i\.e\.),?\s*[`]+$/i;

/** A line longer than this is no command that anybody has written. */
const longest = 1_000;

function* judge(command: Command, file: TextFile, context: Context): Iterable<Remark> {
  const { text } = command;
  // https://docs.astral.sh/uv/guides/tools/: run in an environment that is isolated from the project
  const alone = /\buvx\s+(pyright|basedpyright|mypy|pytest|ty)\b/.exec(text);
  if (alone !== null) {
    yield {
      column: alone.index,
      says: `\`${alone[0]}\` runs in an environment of its own: it does not see the packages of the project.`,
      mend: `Write \`uv run ${alone[1]}\`.`,
    };
  }
  yield* ours(command, file, context);
  yield* scripts(text, file, context.tree);
  yield* holes(text, context.tree);
}

/** Tools of which all the words are known: our own, and those that the repository brings. */
function* ours({ before, text }: Command, file: TextFile, context: Context): Iterable<Remark> {
  const { tree } = context;
  const faults = [
    ...faultsOfOwn(before + text, () => [...context.personas.keys()]),
    ...faultsOfPlop(before + text, tree.read),
    ...(isOfProject(file.path) ? faultsOfMake(before + text, tree) : []),
  ];
  for (const { at, ...fault } of faults)
    if (at >= before.length) yield { column: at - before.length, ...fault };
}

/** The agents of the repository itself: in a collection of them, another project is meant. */
const isOfProject = (path: string) => path.startsWith('.') || !path.includes('/');

const launch =
  /(?:^|[\s;&|(])(?:(?:python3?|bash|sh|node|tsx|deno run)\s+(?:-[\w-]+\s+)*|\.\/)((?:[\w.-]+\/)+[\w.-]+\.(?:py|sh|[cm]?js|ts))(?=\s|$|[;&|)])/g;

/** Scripts of the project, where its files are here to be looked at. */
function* scripts(text: string, file: TextFile, tree: Tree): Iterable<Remark> {
  const isProject = ['package.json', 'pyproject.toml', 'Makefile', '.git/config'].some(tree.has);
  if (!isProject) return;
  const isOurs = isOfProject(file.path);
  const folder = file.path.split('/').slice(0, -1).join('/');
  for (const found of text.matchAll(launch)) {
    const path = found[1]!.replace(/^\.\//, '');
    if (tree.has(path) || tree.has(`${folder}/${path}`) || comesLater.test(path)) continue;
    // In a collection only what stands in a folder of its own can be missing there.
    if (!isOurs && tree.under(path.split('/')[0]!).length === 0) continue;
    const into = /(?:^|[\s;&|(])cd\s+([^\s;&|)]+)/.exec(text.slice(0, found.index))?.[1];
    if (into !== undefined && !missesIn(into, path, tree)) continue;
    yield {
      ...(!isOurs && { level: 'info' }),
      column: found.index + found[0].length - found[1]!.length,
      says: `\`${path}\` is run here, and there is no such file.`,
      mend: 'Correct the path, or write the script.',
    };
  }
  if (!isOurs) return;
  const run = /\b(?:npm run|pnpm run|yarn run|bun run)\s+(\w[\w:.-]*)(?!\S*\/)/.exec(text)?.[1];
  // Bun runs files too.
  if (run !== undefined && /\.[cm]?[jt]sx?$/.test(run)) return;
  const manifest = run === undefined ? undefined : tree.read('package.json');
  if (run === undefined || manifest === undefined || tree.has('pnpm-workspace.yaml')) return;
  if (new RegExp(`"${run}"\\s*:`).test(manifest) || /"workspaces"/.test(manifest)) return;
  yield {
    says: `The script \`${run}\` is run here, and package.json has none of that name.`,
    mend: 'Correct the name, or add the script.',
  };
}

/** What a build or an installation brings, and what is a path in an example only. */
const comesLater =
  /(^|\/)(?:node_modules|dist|build|out|target|\.venv|venv|\.next|\.output|path\/to|\.\.)\//;

/** Whether a script is missing in a folder of this repository that somebody has gone to before. */
function missesIn(folder: string, path: string, tree: Tree): boolean {
  const there = folder.replace(/^\.\/|\/$/g, '');
  return tree.under(there).length > 0 && !tree.has(`${there}/${path}`);
}

/** `src/component/` and the like: a word of a template where the name of something should stand. */
function* holes(text: string, tree: Tree): Iterable<Remark> {
  const found =
    /(?:^|[\s=])((?:src|tests?|specs?|lib|app)\/(?:component|your[-_]\w+|my[-_](?:component|module|feature))(?:\/|\.\w+)?)(?=[\s/]|$)/.exec(
      text,
    );
  if (found === null || tree.has(found[1]!.replace(/\/$/, ''))) return;
  yield {
    column: found.index + found[0].length - found[1]!.length,
    says: `\`${found[1]}\` is a placeholder: run as it stands, the command finds nothing.`,
    mend: 'Write a real path, or say in words what is to be filled in.',
  };
}
