import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import { isMarkdown } from '../place.ts';
import { editorOf } from '../text/offsets.ts';
import type { KeyType } from '../target.ts';
import type { Tree } from '../tree.ts';
import { strayIn, unquotedIn } from '../text/unquoted.ts';

export default defineCheck({
  name: 'front-matter-is-whole',
  level: 'error',
  why: 'A tool that cannot read the front matter, or finds no name or description in it, passes the file by or gives the agent every tool there is. It says so nowhere.',
  reads: () => true,

  good: {
    path: '.claude/agents/tester.md',
    text: '---\nname: tester\ndescription: "Writes tests. Use when code has none."\ntools: Read, Edit\n---\n\nI write tests.\n',
  },
  bad: {
    path: '.claude/agents/tester.md',
    text: '---\nname: tester\ntools: { read: true }\n---\n\nI write tests.\n',
  },

  *remarks(file, { tree }) {
    const { document, place, lines } = file;
    if (document.broken !== undefined && !isMarkdown(file.path)) {
      const { because, line } = document.broken;
      yield {
        line: Math.min(line, lines.length),
        says: `The file cannot be read: ${because}. Its tool takes in none of its keys.`,
        mend: 'Mend it there, or a little above.',
      };
      return;
    }
    if (document.broken !== undefined) {
      yield* broken(file, document.broken);
      return;
    }
    if (place.target === undefined || place.kind === 'persona' || place.kind === 'skill') return;
    const { title } = place.target;
    const keys = Object.entries(place.target.keys[place.kind] ?? {});
    const required = keys.filter(([, type]) => type.endsWith('!')).map(([key]) => key);

    // Only GitHub needs a description, and it reads neither chat modes nor agents that are VS Code's.
    const isVsCodes =
      place.target.id === 'copilot' &&
      (file.path.endsWith('.chatmode.md') || document.head['target'] === 'vscode');
    // And where no editor loads a file from, nobody stumbles over it.
    const isUnread = place.target.id === 'augment';
    const weight = isVsCodes || isUnread ? ({ level: 'warning' } as const) : {};
    const reader = isVsCodes ? 'VS Code' : title;

    if (document.bodyLine === 1) {
      if (required.length > 0) {
        const named = required.map((key) => `\`${key}\``).join(' and ');
        yield {
          ...weight,
          says: isVsCodes
            ? `There is no front matter, and ${reader} shows ${named} from there.`
            : `There is no front matter, and ${reader} needs ${named} there.`,
          mend: `Begin the file with \`---\`, lines for ${named}, and another \`---\`.`,
        };
      } else if (place.target.id === 'copilot' && place.kind === 'instruction') {
        // https://code.visualstudio.com/docs/copilot/customization/custom-instructions
        yield {
          level: 'warning',
          says: 'There is no front matter, so no `applyTo`: these instructions are used only when somebody attaches them by hand.',
          mend: 'Begin the file with `---`, a line such as `applyTo: "**/*.py"`, and another `---`.',
        };
      }
      return;
    }

    for (const key of required) {
      if (document.head[key] !== undefined && document.head[key] !== null) continue;
      if (key !== 'developer_instructions' && isRoleOfCodex(file, tree)) continue;
      yield {
        ...placeInHead(file, [key]),
        ...weight,
        says: `\`${key}\` is missing, and ${reader} ${isVsCodes ? 'shows' : 'needs'} it.`,
        mend: `Add a line \`${key}: …\` to the front matter.`,
      };
    }
    for (const [key, type] of keys) {
      const value = document.head[key];
      const wanted = type.replace('!', '') as KeyType;
      if (value === undefined || value === null || fits[wanted](value)) continue;
      yield {
        ...placeInHead(file, [key]),
        ...(isUnread && { level: 'warning' }),
        says: `\`${key}\` must be ${spoken[wanted]}, and is ${kindOf(value)}: ${title} cannot read it.`,
        mend: `Write it as ${spoken[wanted]}.`,
      };
    }
  },
});

/**
 * Whether `.codex/config.toml` names it as the file of one of its roles: then name and description stand there.
 * https://developers.openai.com/codex/config-reference (agents.<name>.config_file)
 */
function isRoleOfCodex({ path, place }: TextFile, tree: Tree): boolean {
  if (place.target?.id !== 'codex') return false;
  const [, home = '', own = ''] = /^(.*\.codex\/)(.+)$/.exec(path) ?? [];
  const config = tree.read(`${home}config.toml`) ?? '';
  return [...config.matchAll(/^\s*config_file\s*=\s*["'](?:\.\/)?([^"']+)["']/gm)].some(
    ([, named]) => named === own,
  );
}

/** Why it cannot be read, in words of whoever wrote it; those of the parser where there are no better ones. */
function* broken(
  { path, lines, text }: TextFile,
  { because, line }: { readonly because: string; readonly line: number },
): Iterable<Remark> {
  const nothing = 'A tool that reads YAML takes in none of the keys.';
  // Cursor writes `globs: **/*.ts` itself: https://cursor.com/docs/context/rules
  const isCursors = path.endsWith('.mdc');
  const unquoted = unquotedIn(lines).filter(({ key }) => !isCursors || key !== 'globs');
  if (unquoted.length > 0) {
    const edit = editorOf(text);
    // What YAML refuses, Claude Code (2.1.110) reads once more with quotes around such values. Its manual
    // writes them so, and so does its own dialogue: https://docs.claude.com/en/docs/claude-code/slash-commands
    const isForgiven = /(^|\/)\.claude\//.test(path) && unquoted.every(isAtTheMargin(lines));
    for (const { key, because: reason, ...at } of unquoted) {
      yield {
        ...((isForgiven || isCursors) && { level: 'warning' }),
        line: at.line,
        column: at.column,
        says: `The front matter cannot be read: \`${key}\` has ${reason} and no quotes around it. ${isForgiven ? 'Claude Code makes allowance for it; a' : 'A'}${nothing.slice(1)}`,
        mend: 'Put the value in quotes.',
        fix: [edit(at.line, at.column, at.value.length, at.quoted)],
      };
    }
    return;
  }
  const stray = strayIn(lines);
  yield stray !== undefined && line >= 2
    ? {
        line: stray,
        says: `The front matter cannot be read: this line is no \`key: value\`, and is not indented as part of the one above. ${nothing}`,
        mend: 'Write `|` behind the key that it belongs to, and indent it by two.',
      }
    : {
        line: Math.min(line, lines.length),
        says: `The front matter cannot be read: ${because}. ${nothing}`,
        mend: 'Mend the lines between the two `---`.',
      };
}

const isAtTheMargin =
  (lines: readonly string[]) =>
  ({ line }: { readonly line: number }) =>
    /^[A-Za-z_-]+:\s+[^"'\s]/.test(lines[line - 1] ?? '');

const isText = (value: unknown) => typeof value === 'string';
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);

const fits: Readonly<Record<KeyType, (value: unknown) => boolean>> = {
  text: isText,
  texts: isTexts,
  'text or texts': (value) => isText(value) || isTexts(value),
  flag: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  map: (value) => typeof value === 'object' && !Array.isArray(value),
  list: (value) => Array.isArray(value),
  any: () => true,
};

const spoken: Readonly<Record<KeyType, string>> = {
  text: 'text',
  texts: 'a list of texts',
  'text or texts': 'text or a list of texts',
  flag: '`true` or `false`',
  number: 'a number',
  map: 'a map of `key: value` lines',
  list: 'a list',
  any: 'anything',
};

const kindOf = (value: unknown) => {
  if (Array.isArray(value))
    return value.every(isText) ? 'a list' : 'a list with more in it than texts';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'boolean') return `\`${value}\``;
  return typeof value === 'number' ? 'a number' : 'text';
};
