import { type Context, defineCheck, type Remark, type TextFile } from '../check.ts';
import { placeInHead } from '../head-place.ts';
import { differ, modelName } from '../facts/model-name.ts';
import { type Agent, agentsIn, titleOf } from '../agents/roster.ts';
import { reading } from '../reading.ts';

export default defineCheck({
  name: 'twins-agree',
  level: 'warning',
  why: 'One persona has a file for each tool. Where they give it two names, two ids or two models, they are two personas, and nobody knows which of them did the work.',
  reads: ({ kind, target }) => kind === 'agent' && target !== undefined,

  good: {
    path: '.claude/agents/a.md',
    text: '---\nname: a\ndescription: a\nmodel: sonnet\n---\n\n**Model:** Claude Sonnet\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '---\nname: a\ndescription: a\nmodel: sonnet\n---\n\n**Model:** Claude Opus\n',
  },

  *remarks(file, context) {
    yield* ownModel(file);
    const home = homeOf(file.path);
    if (home === undefined) return;
    const agents = agentsIn(context).filter((each) => homeOf(each.path) === home);
    const self = agents.find(({ path }) => path === file.path);
    if (self === undefined) return;
    // The first, in the order of the paths, is the one that the others are held to.
    const twin = agents.find(({ stem }) => stem === self.stem);
    const isOurs = context.personas.get(self.stem)?.path.startsWith('.persona/') === true;
    if (twin !== undefined && twin !== self && !isOurs) yield* against(file, self, twin, context);
    yield* namesake(self, agents, context);
  },
});

/** Where the folders of the tools stand; nothing for a file of a collection, which has no twins. */
const homeOf = (path: string): string | undefined => /^(.*?)(?:^|\/)\.[a-z]+\//.exec(path)?.[1];

const mend = 'Decide which it is, and write it in both files.';

/** The head says one model, the text another. */
function* ownModel({ document: { head }, markdown }: TextFile): Iterable<Remark> {
  const declared = typeof head['model'] === 'string' ? modelName(head['model']) : undefined;
  if (declared === undefined) return;
  for (const { line, text } of markdown.prose) {
    const said = /^[-*\s]*\*\*Model:?\*\*:?\s*(.{2,80})$/.exec(text)?.[1];
    const other = said === undefined ? undefined : modelName(said);
    if (other === undefined || !differ(declared, other)) continue;
    yield {
      line,
      column: text.indexOf(said!) + 1,
      says: `The model is ${said!.trim()} here, and \`${String(head['model'])}\` in the front matter, which is what the tool reads.`,
      mend: 'Name one, and only in the front matter.',
    };
  }
}

function* against(file: TextFile, self: Agent, twin: Agent, context: Context): Iterable<Remark> {
  const [own, other] = [self.document.head, twin.document.head];
  const persona = own['hypertool_persona'];
  const theirs = other['hypertool_persona'];
  if (typeof persona === 'string' && typeof theirs === 'string' && persona !== theirs)
    yield {
      ...placeInHead(file, ['hypertool_persona']),
      says: `The persona is \`${persona}\` here, and \`${theirs}\` in ${twin.path}.`,
      mend,
    };
  const models = [own['model'], other['model']].map((each) =>
    typeof each === 'string' ? modelName(each) : undefined,
  );
  if (models[0] !== undefined && models[1] !== undefined && differ(models[0], models[1]))
    yield {
      ...placeInHead(file, ['model']),
      // Two tools may be given two models, and knowingly.
      ...(self.target !== twin.target && { level: 'info' as const }),
      says: `The model is \`${String(own['model'])}\` here, and \`${String(other['model'])}\` in ${twin.path}.`,
      mend,
    };
  const titles = [self, twin].map((each) => titleIn(each, context));
  if (titles[0] !== undefined && titles[1] !== undefined && !isSame(titles[0], titles[1]))
    yield {
      ...placeInHead(file, ['name']),
      level: 'info',
      says: `It is called "${titles[0]}" here, and "${titles[1]}" in ${twin.path}.`,
      mend,
    };
}

/** The same title in the files of two tools, and another id. */
function* namesake(self: Agent, agents: readonly Agent[], context: Context): Iterable<Remark> {
  const title = titleIn(self, context);
  if (title === undefined) return;
  const other = agents.find(
    (each) =>
      each.target !== self.target &&
      each.stem !== self.stem &&
      isSame(titleIn(each, context) ?? '', title),
  );
  if (other === undefined || other.path > self.path) return;
  const hasTwin = agents.some(({ stem, target }) => stem === self.stem && target === other.target);
  if (hasTwin) return;
  yield {
    level: 'info',
    says: `"${title}" is \`${self.stem}\` here, and \`${other.stem}\` in ${other.path}.`,
    mend: 'If they are one persona, give both files the same name.',
  };
}

const titleIn = (agent: Agent, { tree }: Context) =>
  titleOf(agent, reading(tree.read(agent.path) ?? '').markdown.headings);

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
