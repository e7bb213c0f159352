import { withSection } from '../text/marked-section.ts';
import type { Persona } from '../persona.ts';
import type { Loss, PlannedFile } from '../stages.ts';

const path = '.persona/README.md';

/** What a persona became and what no tool holds it to, as its section of `.persona/README.md`. */
export function readme(
  persona: Persona,
  files: readonly PlannedFile[],
  losses: readonly Loss[],
): PlannedFile {
  const into = (there: string) =>
    withSection(path, there === '' ? head : there, persona.id, sectionOf(persona, files, losses));
  return { path, text: into(''), into, persona: persona.id };
}

const head = `# Personas

One file each in [personas](personas). Change it there, and run \`create-persona <id>\` again: what was
written from it follows, unless somebody edited it. \`create-persona check\` reads all of it.
`;

function sectionOf(
  { id, title }: Persona,
  files: readonly PlannedFile[],
  losses: readonly Loss[],
): string {
  // A memory is written once, and is then the team's: it does not follow from the persona.
  const paths = [...new Set(files.map(({ path: each }) => each))].filter(
    (each) => !each.endsWith('.memory.md'),
  );
  const rows = new Map<string, { readonly loss: Loss; readonly names: string[] }>();
  for (const loss of losses) {
    const key = `${loss.target}\0${loss.what}\0${loss.because}`;
    const row = rows.get(key) ?? { loss, names: [] };
    row.names.push(loss.name);
    rows.set(key, row);
  }
  const table = [...rows.values()].map(
    ({ loss: { target, what, because, restricts, heldBy }, names }) =>
      `| ${target} | ${what} | ${names.map(cell).join(', ')} | ${cell(because)} | ${restricts ? 'lost' : heldBy === undefined ? '' : `held by ${heldBy}`} |`,
  );
  return `## ${title} (\`${id}\`)

From [personas/${id}.md](personas/${id}.md) come:

${paths.map((each) => `- \`${each}\``).join('\n')}

### What no tool holds it to

${
  table.length === 0
    ? 'Nothing: each of these tools can express all of it.'
    : `Where a restriction is lost, the text says it and nothing enforces it; \`--strict\` refuses to write then.

| Tool | What | Which | Because | A restriction |
| --- | --- | --- | --- | --- |
${table.join('\n')}`
}
`;
}

const cell = (text: string) => (/[*|]/.test(text) ? `\`${text.replaceAll('|', '\\|')}\`` : text);
