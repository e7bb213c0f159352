import * as v from 'valibot';
import { type Capability, capabilityNames } from './capability.ts';
import { type Document, lineOfKey, parseDocument } from './front-matter.ts';
import { globs } from './glob-schema.ts';
import { nearest } from './nearest.ts';
import { personaWrong } from './problems.ts';
import { type Section, sectionsOf } from './text/sections.ts';

const line = (says: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('must not be empty'),
    v.regex(/^[^\n]*$/, 'must be one line'),
    v.description(says),
  );
const list = (says: string) =>
  v.pipe(v.array(line('one of them')), v.readonly(), v.description(says));
const slug = (says: string) =>
  v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
    v.maxLength(64, 'must have at most 64 letters'),
    v.description(says),
  );
const percent = (says: string) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(0, 'must be from 0 to 100'),
    v.maxValue(100, 'must be from 0 to 100'),
    v.description(says),
  );
const handoff = v.strictObject({
  to: slug('the id of the persona who takes over'),
  how: v.pipe(
    v.picklist(
      ['consult', 'delegate'],
      'must be `consult` (ask, then go on) or `delegate` (leave the work to them)',
    ),
    v.description('consult: ask them and go on; delegate: leave the work to them'),
  ),
  for: line('what they are there for, as it follows "for"'),
  leaves: v.optional(list('the work that this persona leaves to them, one phrase each'), []),
});

/** What stands above a persona, key by key. The JSON Schema for editors is made from this object. */
export const personaSchema = v.pipe(
  v.strictObject({
    id: slug('what the persona is called in files, flags and hand-offs; the same as its file name'),
    title: line('how the persona is called, in a few words'),
    icon: v.optional(line('an emoji that goes before its title')),
    summary: line(
      'what it does and when to use it, in one or two sentences; agent pickers show it',
    ),
    expertise: list('what it is good at'),
    focus: list('what it looks at first'),
    stack: v.optional(slug('the family of code templates that it builds from')),
    can: v.pipe(
      v.array(v.picklist(capabilityNames, ({ received }) => `${received} is not a capability`)),
      v.minLength(1, 'must name at least one capability'),
      v.readonly(),
      v.description('what it can do; see `create-persona explain <capability>`'),
    ),
    servers: v.optional(list('the MCP servers that it may use'), []),
    paths: v.optional(v.strictObject({ deny: v.optional(globs('what it must not change'), []) }), {
      deny: [],
    }),
    budget: v.pipe(
      v.number(),
      v.integer('must be a whole number'),
      v.minValue(1, 'must be at least 1'),
      v.description('how many o200k_base tokens its agent file may cost'),
    ),
    hypertool: v.optional(slug('the Hypertool persona that it goes with')),
    model: v.optional(
      v.pipe(
        v.record(v.string(), line('a model')),
        v.description('the model that it asks for, by target'),
      ),
      {},
    ),
    conventions: v.optional(
      v.pipe(
        v.array(slug('a convention')),
        v.readonly(),
        v.description('the conventions that its code carries, shown in its agent file in full'),
      ),
      [],
    ),
    keeps: v.optional(
      v.pipe(
        v.array(slug('a convention')),
        v.readonly(),
        v.description(
          'more conventions that its code carries; its agent file says the rule of each',
        ),
      ),
      [],
    ),
    gates: v.optional(
      v.pipe(
        v.strictObject({
          development: percent('least coverage in development'),
          staging: percent('least coverage in staging'),
          production: percent('least coverage in production'),
        }),
        v.check(
          ({ development, staging, production }) => development <= staging && staging <= production,
          'must not fall from development to staging to production',
        ),
        v.description('the least branch coverage, in percent, by stage'),
      ),
    ),
    handoffs: v.optional(
      v.pipe(v.array(handoff), v.readonly(), v.description('who takes over, and for what')),
      [],
    ),
    memories: v.optional(
      v.pipe(
        v.array(slug('a topic')),
        v.readonly(),
        v.description('the memory files that it keeps'),
      ),
      [],
    ),
    logseq: v.optional(line('the Logseq page that the agent file is linked to')),
    tools: v.optional(
      v.pipe(
        v.record(v.string(), v.pipe(v.array(line('a tool')), v.readonly())),
        v.description(
          'by target, the tools that it gets there and in which order: fewer than its capabilities would bring, never more',
        ),
      ),
      {},
    ),
    voice: v.optional(
      v.pipe(
        v.picklist(['whole'], 'must be `whole`, or left out'),
        v.description(
          'whole: the text below is all that the agent is told, written as it stands for every target',
        ),
      ),
    ),
  }),
  v.description('The front matter of a persona'),
);

type Facts = v.InferOutput<typeof personaSchema>;

/** A persona, read and whole: every list is there, if only empty. */
export interface Persona extends Facts {
  /** Where it was read from. */
  readonly path: string;
  /** Its prose, by heading, in the order of the file. */
  readonly sections: readonly Section[];
  /** The same as it stands in the file, without the blank line below the front matter. */
  readonly body: string;
}
export type { Capability };
export type Handoff = Facts['handoffs'][number];
export type Gates = NonNullable<Facts['gates']>;

/** The headings that a chat mode has a place for; any other is kept, after them. */
export const knownSections = [
  'Role description',
  'Expertise areas',
  'Specific focus areas',
  'What I do',
  'Common tasks',
  'Development workflow',
  'Research integration',
  'Resources',
] as const;

/**
 * Read a persona from its Markdown: the front matter is what it is, the body is its voice.
 *
 * @throws PersonaWrong - naming file, line and key of the first thing that is not as the schema has it
 */
export function readPersona(path: string, text: string): Persona {
  const document = parseDocument(text);
  if (document.broken) {
    const { line, because } = document.broken;
    throw personaWrong(
      `${path}:${line}`,
      `cannot be read: ${because}.`,
      'Mend the lines between the two `---`.',
    );
  }
  const read = v.safeParse(personaSchema, document.head, { abortEarly: true });
  if (!read.success)
    throw schemaProblem(path, text, read.issues[0], Object.keys(personaSchema.pipe[0].entries));

  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  if (read.output.id !== stem) {
    throw personaWrong(
      `${path}:${lineOfKey(text, ['id'])}`,
      `has the id \`${read.output.id}\`, and its file is called ${stem}.md.`,
      'Give both the same name.',
    );
  }
  const body = document.body.replace(/^\r?\n/, '');
  return { ...read.output, path, sections: proseOf(path, document), body };
}

function proseOf(path: string, { body, bodyLine }: Document): readonly Section[] {
  const sections = sectionsOf(body);
  const [first] = sections;
  if (first === undefined)
    throw personaWrong(
      `${path}:${bodyLine}`,
      'has no prose.',
      'Add at least a section `## Role description`.',
    );
  return sections;
}

/** One issue of the schema, as a problem with its file, line and key. */
export function schemaProblem(
  path: string,
  text: string,
  issue: v.BaseIssue<unknown>,
  known: readonly string[],
): Error {
  const keys = (issue.path ?? []).map(({ key }) => key as string | number);
  const key = keys.filter((each) => typeof each === 'string').join('.');
  const where = `${path}:${lineOfKey(text, keys)}`;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const meant = nearest(String(keys.at(-1)), known);
    return personaWrong(
      where,
      `has a key \`${key}\` that nothing reads.`,
      meant === undefined
        ? `Take it out, or use one of ${known.map((each) => `\`${each}\``).join(', ')}.`
        : `Did you mean \`${meant}\`?`,
    );
  }
  if (issue.received === 'undefined') {
    return personaWrong(where, `has no \`${key}\`.`, `Add \`${key}:\` to its front matter.`);
  }
  const says =
    issue.kind === 'schema' && issue.message.startsWith('Invalid')
      ? `must be ${issue.expected}, not ${issue.received}`
      : issue.message;
  return personaWrong(where, `has a \`${key}\` that cannot be used: ${says}.`, 'Mend that line.');
}
