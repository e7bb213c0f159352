import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { type Fact, factsIn, inOneFile, statesFacts } from '../facts/facts.ts';
import { stemOf } from '../agents/roster.ts';
import { kebab } from '../words.ts';

export default defineCheck({
  name: 'facts-agree',
  level: 'warning',
  why: 'A threshold that is 70 here and 80 there is neither: every reader, person or agent, goes by the one that they saw last.',
  reads: ({ kind }) => kind !== 'persona',

  good: {
    path: '.claude/agents/a.md',
    text: 'Coverage is ≥60% in development, ≥70% in staging.\n\n## Gates\n\n- Staging: ≥70% coverage\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: 'Coverage is ≥60% in development, ≥70% in staging.\n\n## Gates\n\n- Staging: ≥80% coverage\n',
  },

  *remarks(file, context) {
    const own = statesFacts(file.text)
      ? factsIn(context).filter(({ path }) => path === file.path)
      : [];
    const told = new Set<string>();
    for (const fact of own) {
      // The place that was first, in the order of the paths, is the one that others are held to.
      const all = fact.about === inOneFile ? own : factsIn(context);
      const first = all.find(({ about }) => about === fact.about)!;
      const key = `${fact.about} ${fact.value}`;
      if (first.value === fact.value || told.has(key)) continue;
      told.add(key);
      yield {
        line: fact.line,
        column: Math.min(fact.column, (file.lines[fact.line - 1]?.length ?? 0) + 1),
        says: `Here ${fact.about} is ${quoted(fact)}, and ${placeOf(first, file)} it is ${quoted(first)}.`,
        mend: 'Decide which it is, and write it in both places.',
      };
    }
    if (own.length > 1) yield* stages(own);
    yield* commands(file);
    if (file.place.kind === 'agent' && file.text.includes('**Persona')) yield* identity(file);
  },
});

const quoted = ({ about, value }: Fact) => (about.startsWith('how') ? `\`${value}\`` : value);

const placeOf = ({ path, line }: Fact, file: TextFile) =>
  path === file.path ? `on line ${line}` : `in ${path}:${line}`;

/** Two lists of gates in one file, and a stage that stands in only one of them. */
function* stages(own: readonly Fact[]): Iterable<Remark> {
  const gates = own.filter(({ about }) => about.startsWith('coverage'));
  const onLines = [...new Set(gates.map(({ line }) => line))].map((line) =>
    gates.filter((each) => each.line === line),
  );
  const all = [...new Set(gates.map(({ about }) => about))];
  for (const list of onLines.filter((each) => each.length > 1)) {
    const missing = all.filter((about) => !list.some((each) => each.about === about));
    const other = gates.find(({ about }) => about === missing[0]);
    if (other === undefined) continue;
    yield {
      level: 'info',
      line: list[0]!.line,
      column: list[0]!.column,
      says: `Here ${list.length} stages have a threshold, and line ${other.line} has one for ${missing[0]!.replace('coverage in ', '')} too.`,
      mend: 'Keep one list, and let the other places refer to it.',
    };
  }
}

/** `Coverage: …` here and `Coverage adequate: …` there, and two commands. */
function* commands({ markdown: { prose } }: TextFile): Iterable<Remark> {
  const seen = new Map<string, { command: string; line: number }>();
  for (const { line, text } of prose) {
    if (!text.endsWith('`')) continue;
    const found =
      /^\s*[-*]\s+(?:\[[ x]\]\s+)?(?:\*\*)?(Lint|Format|Type|Coverage|Test|No secrets)\w*(?: (?:clean|adequate|pass|check|checks))?:?(?:\*\*)?:?\s+`([^`]+)`\s*$/i.exec(
        text,
      );
    if (found === null || !found[2]!.includes(' ')) continue;
    const topic = found[1]!.toLowerCase();
    const command = found[2]!.replace(/\/(?=\s|$)/g, '');
    const first = seen.get(topic);
    if (first === undefined) seen.set(topic, { command, line });
    const isOther = first !== undefined && first.command !== command;
    if (!isOther || first.command.split(' ')[0] !== command.split(' ')[0]) continue;
    yield {
      level: 'info',
      line,
      column: text.indexOf('`') + 2,
      says: `The command for ${topic} is another on line ${first.line}: \`${first.command}\`.`,
      mend: 'Write the same command in both places.',
    };
  }
}

/** Who speaks: the file, the role, the name, and the persona that it says it is. */
function* identity({ path, document: { head }, markdown }: TextFile): Iterable<Remark> {
  const said = (key: string) =>
    markdown.prose
      .map(({ line, text }) => ({
        line,
        value: new RegExp(`^[-*\\s]*\\*\\*${key}:?\\*\\*:?\\s*(.+)`).exec(text)?.[1],
      }))
      .find(({ value }) => value !== undefined);
  const persona = said('Persona');
  const name = persona?.value
    ?.replace(/\(.*/, '')
    .replace(/[^\p{L}\p{N} -]/gu, ' ')
    .replace(/^\s*(?:ð\S*)?\s*/u, '')
    .trim();
  if (persona === undefined || name === undefined || kebab(name) === '') return;
  const others = [stemOf(path), said('Role')?.value, head['name'], markdown.headings[0]?.text]
    .filter((each): each is string => typeof each === 'string')
    .map((each) => kebab(each.replace(/^.*:/, '')));
  if (others.includes(kebab(name))) return;
  yield {
    level: 'info',
    line: persona.line,
    says: `It speaks as "${name}" here, and is called ${[...new Set(others)].slice(0, 3).join(', ')} elsewhere.`,
    mend: 'Give it one name, and the id of its file.',
  };
}
