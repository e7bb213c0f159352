import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import { stemOf } from '../agents/roster.ts';
import { kebab } from '../words.ts';

export default defineCheck({
  name: 'names-agree',
  level: 'error',
  why: 'A persona is found by its file and called by its name. Where the two differ, hand-offs lead to nobody and people edit the wrong file.',
  reads: () => true,

  good: {
    path: '.claude/agents/tester.md',
    text: '---\nname: tester\ndescription: Writes tests\n---\n\nI write tests.\n',
  },
  bad: {
    path: '.claude/agents/tester.md',
    text: '---\nname: The Tester\ndescription: Writes tests\n---\n\nI write tests.\n',
  },

  *remarks(file) {
    const base = file.path.slice(file.path.lastIndexOf('/') + 1);
    const doubled = /\.(agent|chatmode|instructions|prompt|memory|spec)\.\1(?=\.)/.exec(base);
    if (doubled !== null) {
      yield {
        says: `The file name says \`.${doubled[1]}\` twice, so the tool calls it \`${stemOf(base)}\`.`,
        mend: `Rename it to \`${base.replace(doubled[0], `.${doubled[1]}`)}\`.`,
      };
    }
    if (/\s/.test(base)) {
      yield {
        level: 'warning',
        says: 'The file name has a space in it, which hand-offs and commands cannot name.',
        mend: `Rename it to \`${base.replace(/\s+/g, '-')}\`.`,
      };
    }
    if (file.place.kind === 'agent') yield* agentName(file);
    if (file.place.kind === 'persona') yield* personaId(file);
    if (file.place.kind === 'memory') yield* memoryFacts(file);
  },
});

function* agentName(file: TextFile): Iterable<Remark> {
  const { name } = file.document.head;
  const id = file.place.target?.id;
  // https://github.com/google-gemini/gemini-cli/blob/main/packages/core/src/agents/agentLoader.ts
  if (typeof name === 'string' && id === 'gemini' && !/^[a-z0-9-_]+$/.test(name)) {
    yield {
      ...placeInHead(file, ['name'], name),
      says: `Gemini CLI does not load an agent that is called \`${name}\`: a name has lower-case letters, digits, \`-\` and \`_\`.`,
      mend: `Write \`name: ${kebab(name) || stemOf(file.path)}\`.`,
    };
    return;
  }
  if (typeof name !== 'string' || (id !== 'claude' && id !== 'augment')) return;
  const at = placeInHead(file, ['name'], name);
  // https://docs.claude.com/en/docs/claude-code/sub-agents: lower-case letters and hyphens
  if (id === 'claude' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    yield {
      ...at,
      level: 'warning',
      says: `Claude Code asks for lower-case words joined by hyphens, and the name is \`${name}\`: others can hardly call it.`,
      mend: `Write \`name: ${kebab(name) || stemOf(file.path)}\`.`,
    };
  } else if (name !== stemOf(file.path)) {
    yield {
      ...at,
      level: 'info',
      says: `The agent is called \`${name}\`, and its file ${stemOf(file.path)}: whoever looks for it by one finds it not by the other.`,
      mend: 'Give both the same name.',
    };
  }
}

function* personaId(file: TextFile): Iterable<Remark> {
  const { id } = file.document.head;
  if (typeof id !== 'string' || id === stemOf(file.path)) return;
  yield {
    ...placeInHead(file, ['id'], id),
    says: `The persona has the id \`${id}\`, and its file is called ${stemOf(file.path)}.md.`,
    mend: 'Give both the same name.',
  };
}

/** `<category>/<title>-<day>.memory.md`; a topical memory has neither a folder nor a day. */
function* memoryFacts(file: TextFile): Iterable<Remark> {
  const { date, category } = file.document.head;
  const found = /\/memory\/(?:(.+)\/)?[^/]*?(?:(\d{4}-\d{2}-\d{2})\.memory\.md)?$/.exec(file.path);
  const [, folder, day] = found ?? [];
  if (day !== undefined && typeof date === 'string' && date.slice(0, 10) !== day) {
    yield {
      ...placeInHead(file, ['date'], date),
      says: `The memory is dated ${date}, and its file name says ${day}.`,
      mend: 'Give both the day on which it was learned.',
    };
  }
  if (
    folder !== undefined &&
    typeof category === 'string' &&
    category !== folder.split('/').at(-1)
  ) {
    yield {
      ...placeInHead(file, ['category'], category),
      says: `The category is \`${category}\`, and the file lies in \`${folder}\`.`,
      mend: 'Move the file, or correct the category.',
    };
  }
}
