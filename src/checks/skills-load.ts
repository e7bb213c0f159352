import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import { kebab } from '../words.ts';

// https://agentskills.io/specification, skills_ref/validator.py
// https://code.visualstudio.com/docs/copilot/customization/agent-skills
// https://code.claude.com/docs/en/skills#frontmatter-reference: nothing is required there

export default defineCheck({
  name: 'skills-load',
  level: 'error',
  why: 'A skill whose name is not that of its folder, or that has no description, is passed by without a word: nobody ever uses it, and nobody learns why.',
  reads: ({ kind }) => kind === 'skill',

  good: {
    path: '.claude/skills/write-tests/SKILL.md',
    text: '---\nname: write-tests\ndescription: Writes tests. Use when code has none.\n---\n\n1. Read the code\n',
  },
  bad: {
    path: '.claude/skills/write-tests/SKILL.md',
    text: '---\nname: Write Tests\nallowed-tools: [Read, Edit]\n---\n\n1. Read the code\n',
  },

  *remarks(file) {
    const { head, broken, bodyLine } = file.document;
    if (broken !== undefined) return;
    if (bodyLine === 1) {
      yield {
        ...(isClaudes(file) && { level: 'warning' }),
        says: isClaudes(file)
          ? 'A skill begins with front matter, and this one has none: Claude Code goes by the folder and the first paragraph, and VS Code does not load it.'
          : 'A skill begins with front matter, and this one has none: no tool loads it.',
        mend: 'Begin the file with `---`, lines for `name` and `description`, and another `---`.',
      };
      return;
    }
    yield* name(file);
    yield* text(file, 'description', 1024, true);
    yield* text(file, 'compatibility', 500, false);
    const tools = head['allowed-tools'];
    if (Array.isArray(tools)) {
      yield {
        level: 'warning',
        ...placeInHead(file, ['allowed-tools']),
        says: '`allowed-tools` is a list, and the specification of skills reads one line with blanks between the names.',
        mend: `Write \`allowed-tools: ${tools.join(' ')}\`.`,
      };
    }
  },
});

/** Claude Code asks for less than the specification, and is not the only one to look there. */
const isClaudes = ({ path }: TextFile) => /(^|\/)\.claude\/skills\//.test(path);

/**
 * Claude Code loads a skill under whatever name, and what is collected or packed elsewhere is loaded
 * from where it is copied to. The specification is the same for all.
 */
const humbly = (file: TextFile) =>
  isClaudes(file) || !/(^|\/)\.[a-z]+\/skills\//.test(file.path)
    ? ({ level: 'warning' } as const)
    : {};

const isName = (name: string) => name.length <= 64 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);

function* name(file: TextFile): Iterable<Remark> {
  const folder = file.path.split('/').at(-2) ?? '';
  const value = file.document.head['name'];
  const at = placeInHead(file, ['name']);
  if (typeof value !== 'string' || value.trim() === '') {
    yield {
      ...at,
      ...(isClaudes(file) && { level: 'warning' }),
      says: isClaudes(file)
        ? 'The skill has no `name`: Claude Code takes that of the folder, and VS Code does not load it.'
        : 'The skill has no `name`, so no tool loads it.',
      mend: `Write \`name: ${folder}\`.`,
    };
  } else if (!isName(value)) {
    yield {
      ...at,
      ...humbly(file),
      says: `\`${value.slice(0, 80)}\` is no name of a skill: it takes up to 64 lower-case letters and digits, joined by single hyphens.`,
      mend: `Write \`name: ${isName(folder) ? folder : kebab(value).slice(0, 64)}\`${isName(folder) ? ', as its folder is called' : ''}.`,
    };
  } else if (value !== folder) {
    yield {
      ...at,
      ...humbly(file),
      says: `The skill is called \`${value}\`, and its folder \`${folder}\`: VS Code does not load it, and the specification wants one name.`,
      mend: 'Give both the same name.',
    };
  }
}

function* text(file: TextFile, key: string, most: number, isRequired: boolean): Iterable<Remark> {
  const value = file.document.head[key];
  const at = placeInHead(file, [key]);
  const isMissing = typeof value !== 'string' || value.trim() === '';
  if (isMissing && isRequired) {
    yield {
      ...at,
      ...(isClaudes(file) && { level: 'warning' }),
      says: isClaudes(file)
        ? `The skill has no \`${key}\`: Claude Code takes the first paragraph of the text, and VS Code does not load it.`
        : `The skill has no \`${key}\`, so no tool loads it.`,
      mend: 'Say in a sentence what it does and when to use it.',
    };
  } else if (typeof value === 'string' && value.length > most) {
    yield {
      ...at,
      says: `\`${key}\` has ${value.length} characters, and a skill may have ${most}.`,
      mend: 'Shorten it; what is left out can stand in the text.',
    };
  }
}
