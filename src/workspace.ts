import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type Config, configPath, noConfig, readConfig } from './config.ts';
import { type Convention, readConvention } from './convention.ts';
import { givenFiles, leadsOut } from './given-files.ts';
import { lineOfKey } from './front-matter.ts';
import type { Workspace } from './generator.ts';
import { readInstruction } from './instruction.ts';
import { readManifest } from './manifest.ts';
import { nearest } from './nearest.ts';
import { type Persona, readPersona } from './persona.ts';
import { conventionWrong, folderMissing, personaWrong } from './problems.ts';
import { findProject, type Language, type Project } from './project.ts';
import { createRenderer, type Template } from './render.ts';
import { shipped } from './shipped.ts';
import { targets } from './targets/index.ts';
import { diskTree, type Tree } from './tree.ts';

/**
 * Open a view of a project: what ships with us, and over it what the team keeps under `.persona/`
 * (personas, conventions and templates; the same name wins). Nothing here can write.
 *
 * @throws FolderMissing - a file stands where the project, or a folder above it, would be
 * @throws PersonaWrong, ConfigWrong, ConventionWrong, InstructionWrong, TemplateBroken, ManifestBroken - a file of the team's is not whole
 */
export async function openWorkspace(
  root: string,
  {
    project = folderTree(root),
    today = isoDay(new Date()),
    folder = folderName(root),
    cwd = root,
  }: { project?: Tree; today?: string; folder?: string; cwd?: string } = {},
): Promise<Workspace> {
  const own = (shelf: string, ending: string) =>
    project
      .under(`.persona/${shelf}`)
      .filter((path) => path.endsWith(ending))
      .map((path) => [path, readable(path, project.read(path) ?? '')] as const);

  const personas = new Map<string, Persona>(
    shipped.personas.map((persona) => [persona.id, persona]),
  );
  const texts = new Map(Object.entries(shipped.sources));
  const ownPersonas = own('personas', '.md');
  for (const [path, text] of ownPersonas) {
    const persona = readPersona(path, text);
    personas.set(persona.id, persona);
    texts.set(persona.id, text);
  }
  for (const [path, text] of ownPersonas) refuseHandoffsToNobody(path, text, personas);
  const conventions = new Map<string, Convention>(
    shipped.conventions.map((convention) => [convention.id, convention]),
  );
  for (const [path, text] of own('conventions', '.md')) {
    const convention = readConvention(path, text);
    await refuseUnknownCheck(path, convention);
    conventions.set(convention.id, convention);
  }
  const instructions = new Map(
    own('instructions', '.md').map(([path, text]) => {
      const instruction = readInstruction(path, text);
      return [instruction.id, instruction] as const;
    }),
  );
  const facts = new Map<Language | undefined, Project>();
  const config = await configOf(project);
  return {
    project,
    today,
    personas,
    conventions,
    instructions,
    config,
    given: (path) => givenFiles(path, project, root, cwd),
    leadsOut: (path) => root !== '' && leadsOut(path, root),
    targets: targets.filter(({ id }) => config.targets?.includes(id) ?? true),
    personaText: (id) => texts.get(id),
    render: createRenderer(
      new Map([...shipped.templates, ...(await overrides(own('templates', '.hbs')))]),
      shipped.stacks,
    ),
    manifest: readManifest(project),
    facts: (speaks) => {
      const found = facts.get(speaks) ?? findProject(project, folder, speaks);
      facts.set(speaks, found);
      return found;
    },
  };
}

/** The names that a config may use are those of the checks, which only a repository with one needs here. */
async function configOf(project: Tree): Promise<Config> {
  const text = project.read(configPath);
  if (text === undefined) return noConfig;
  const [{ checks }, { suppressionsAreUsed }] = await Promise.all([
    import('./checks/index.ts'),
    import('./suppress.ts'),
  ]);
  return readConfig(text, { checks: [...checks, suppressionsAreUsed], targets });
}

/** A convention of the team's may be held by a check of ours. @throws ConventionWrong - there is none of that name */
async function refuseUnknownCheck(path: string, { check }: Convention): Promise<void> {
  if (typeof check !== 'string') return;
  const { codeChecks } = await import('./code-checks/index.ts');
  const known = codeChecks.map(({ name }) => name);
  if (known.includes(check)) return;
  const meant = nearest(check, known);
  throw conventionWrong(
    path,
    `names a check that there is not: \`${check}\`.`,
    `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}There are ${known.join(', ')}.`,
  );
}

/** A folder that is not there yet is an empty one. */
function folderTree(root: string): Tree {
  let there = resolve(root);
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  if (!statSync(there).isDirectory()) throw folderMissing(root);
  return diskTree(root);
}

/** A text of the team's, with LF. @throws PersonaWrong - what stands there is no text */
function readable(path: string, text: string): string {
  const isText = text !== '' && !text.includes('\0');
  if (isText) return text.replaceAll('\r\n', '\n');
  const says = text === '' ? 'is empty, or larger than 4 MiB.' : 'is not UTF-8 text.';
  throw personaWrong(`${path}:1`, says, 'Take it back from version control, or remove it.');
}

/** Only once all are read is it known who is there. @throws PersonaWrong */
function refuseHandoffsToNobody(
  path: string,
  text: string,
  personas: ReadonlyMap<string, Persona>,
): void {
  for (const [nth, { to }] of (personas.get(basename(path, '.md'))?.handoffs ?? []).entries()) {
    if (personas.has(to)) continue;
    const known = [...personas.keys()];
    const meant = nearest(to, known);
    const question = meant === undefined ? '' : `Did you mean \`${meant}\`? `;
    const mend = `${question}Choose one of ${known.map((id) => `\`${id}\``).join(', ')}, or write \`.persona/personas/${to}.md\`.`;
    const line = lineOfKey(text, ['handoffs', nth, 'to']);
    throw personaWrong(
      `${path}:${line}`,
      `has a \`handoffs.to\` that leads to nobody: \`${to}\`.`,
      mend,
    );
  }
}

/** The compiler is only loaded for a project that has templates of its own. */
async function overrides(
  texts: readonly (readonly [string, string])[],
): Promise<readonly (readonly [string, Template])[]> {
  if (texts.length === 0) return [];
  const { precompile } = await import('./precompile.ts');
  return texts.map(
    ([path, text]) => [path.slice('.persona/templates/'.length), precompile(path, text)] as const,
  );
}

const folderName = (root: string) => {
  try {
    return basename(realpathSync(root)) || 'project';
  } catch {
    return basename(resolve(root)) || 'project';
  }
};

const isoDay = (date: Date) => {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
