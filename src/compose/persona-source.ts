import type { Workspace } from '../generator.ts';
import { versionOf } from '../manifest.ts';
import { type Persona, readPersona } from '../persona.ts';
import { personaNotFound } from '../problems.ts';
import { text } from '../questions.ts';
import type { Answers, PlannedFile } from '../stages.ts';
import { capital } from '../words.ts';

const template = 'primitives/persona.md.hbs';

/**
 * The persona that was asked for, and its own file in the project.
 *
 * One of the project or of ours is taken as it is. Any other id starts from the persona named in
 * `from`, or from a blank one.
 *
 * @throws PersonaNotFound - `from` names nobody
 */
export function personaSource(
  answers: Answers,
  workspace: Workspace,
): { persona: Persona; file: PlannedFile } {
  const id = text(answers['persona']);
  const from = text(answers['from']);
  const path = pathOf(id);
  const known = workspace.personas.get(id);
  if (known !== undefined) {
    const source = workspace.personaText(id)!;
    // What it was made from is known from its first day on; a persona of the team's own is its own source.
    const version =
      workspace.manifest.files[path]?.template ?? versionOf(`personas/${id}.md`, source);
    const file = fileOf(id, source, version);
    const isTheirs = known.voice === 'whole';
    return {
      persona: { ...known, path },
      file: isTheirs ? { ...file, quotes: 'body' as const } : file,
    };
  }
  if (from === '' || from === 'blank') {
    return made(id, blank(id, answers, workspace), workspace.render.version(template));
  }
  const parent = workspace.personaText(from);
  if (parent === undefined) throw personaNotFound(from, [...workspace.personas.keys()]);
  return made(id, renamed(parent, id, answers), versionOf(`personas/${from}.md`, parent));
}

const pathOf = (id: string) => `.persona/personas/${id}.md`;

const made = (id: string, source: string, version: string) => ({
  persona: readPersona(pathOf(id), source),
  file: fileOf(id, source, version),
});

const fileOf = (id: string, text: string, version: string): PlannedFile => ({
  path: pathOf(id),
  text,
  persona: id,
  template: version,
});

const titleOf = (id: string, answers: Answers) =>
  text(answers['name']) || id.split('-').map(capital).join(' ');

function blank(id: string, answers: Answers, { render }: Workspace): string {
  const title = titleOf(id, answers);
  const summary =
    text(answers['summary']) || `Works as the ${title}. Use when a task is meant for the ${title}.`;
  return render.text(template, {
    id,
    title: JSON.stringify(title),
    role: title,
    summary: JSON.stringify(summary),
    expertise: JSON.stringify([title]),
  });
}

/** The text of another persona under a name of its own. Its hand-offs to the new one would be to itself. */
function renamed(parent: string, id: string, answers: Answers): string {
  const summary = text(answers['summary']);
  return parent
    .replace(/^id:.*$/m, `id: ${id}`)
    .replace(/^title:.*$/m, () => `title: ${JSON.stringify(titleOf(id, answers))}`)
    .replace(/^summary:.*$/m, (line) =>
      summary === '' ? line : `summary: ${JSON.stringify(summary)}`,
    );
}
