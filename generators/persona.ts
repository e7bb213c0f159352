import { agentFile, agentPath, conventionsOf } from '../src/compose/agent.ts';
import { guardQuestions, heldBy } from '../src/compose/held.ts';
import { instructionFiles } from '../src/compose/instruction.ts';
import { mcpFiles } from '../src/compose/mcp.ts';
import { memoryFiles } from '../src/compose/memory.ts';
import { personaSource } from '../src/compose/persona-source.ts';
import { readme } from '../src/compose/readme.ts';
import { defineGenerator, type Workspace } from '../src/generator.ts';
import { homeless } from '../src/homeless.ts';
import { isOurs } from '../src/manifest.ts';
import type { Persona } from '../src/persona.ts';
import { chosenTargets, targetQuestion } from '../src/questions.ts';
import { reserved } from '../src/reserved.ts';
import type { PlannedFile } from '../src/stages.ts';
import type { Target } from '../src/target.ts';

export default defineGenerator({
  name: 'persona',
  describes: 'A persona, and all that it begets: agent files, instructions, memories, a plopfile',
  examples: [
    'create-persona backend-dev',
    'create-persona persona backend-dev --targets copilot,claude --yes',
    'create-persona backend-dev --targets claude --guard',
    'create-persona payments-dev --from backend-dev --diff',
    'create-persona backend-dev --targets cursor,claude --mcp --readme',
    'create-persona backend-dev --targets claude --guard --strict',
  ],

  questions: [
    {
      name: 'persona',
      kind: 'one',
      open: true,
      asks: 'Who should it be?',
      of: ({ personas }) => [...personas.values()].map(({ id, title }) => ({ value: id, title })),
      refuse: (answer) => {
        if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(answer))
          return 'An id is lower-case words joined by hyphens, such as `payments-dev`.';
        if (answer.length > 64) return 'An id has at most 64 letters.';
        return (
          reserved.includes(answer) &&
          'That is the name of a command or a generator. Give the persona another id.'
        );
      },
    },
    targetQuestion,
    {
      name: 'from',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'The persona that a new one starts from, or `blank`',
    },
    { name: 'name', kind: 'text', quiet: true, default: '', asks: 'The title of a new persona' },
    {
      name: 'summary',
      kind: 'text',
      quiet: true,
      default: '',
      asks: 'What a new persona does, and when to use it',
    },
    ...guardQuestions,
    {
      name: 'mcp',
      kind: 'yes-no',
      quiet: true,
      default: false,
      asks: 'Add its servers to the MCP configuration of each tool',
    },
    {
      name: 'readme',
      kind: 'yes-no',
      quiet: true,
      default: false,
      asks: 'Tell in .persona/README.md what was written, and what no tool holds',
    },
  ],

  plan(answers, workspace) {
    const { persona, file } = personaSource(answers, workspace);
    const targets = chosenTargets(answers, workspace);

    const beside = [
      ...conventionsOf(persona, workspace).flatMap((convention) =>
        instructionFiles(convention, targets, workspace, persona.id),
      ),
      ...memoryFiles(persona, targets, workspace),
    ];
    const planned = new Set([
      ...beside.map(({ path }) => path),
      ...targets.map((target) => agentPath(persona, target)),
    ]);
    const isThere = (path: string) => planned.has(path) || workspace.project.has(path);

    const here = {
      ...workspace,
      personas: new Map([...workspace.personas, [persona.id, persona]]),
    };
    const agents = targets.map((target) => agentFile(persona, target, here, isThere));
    const held = heldBy(persona, targets, answers, workspace);
    const mcp = answers['mcp'] === true ? mcpFiles(persona, targets) : { files: [], losses: [] };
    const losses = held.told([
      ...agents.flatMap((agent) => agent.losses),
      ...homeless('instruction', persona.conventions, targets),
      ...mcp.losses,
    ]);
    const written = [...agents.flatMap(({ files }) => files), ...beside, ...mcp.files];
    return {
      generator: 'persona',
      files: [
        file,
        ...written,
        ...(answers['readme'] === true
          ? [readme(persona, [...written, ...held.files], losses)]
          : []),
        ...colleagues(persona, targets, here, isThere),
        ...plopfile(workspace),
        ...held.files,
      ],
      losses,
      next: [...held.next, ...nextSteps(persona, workspace)],
    };
  },
});

/** Agents of the project that hand off to this one, and now can: theirs are written anew, unless a person changed them. */
const colleagues = (
  persona: Persona,
  targets: readonly Target[],
  workspace: Workspace,
  isThere: (path: string) => boolean,
): readonly PlannedFile[] =>
  [...workspace.personas.values()]
    .filter(
      (other) =>
        other.id !== persona.id &&
        other.path.startsWith('.persona/') &&
        other.handoffs.some(({ to }) => to === persona.id),
    )
    .flatMap((other) =>
      targets.map((target) => ({ other, target, path: agentPath(other, target) })),
    )
    .filter(({ path }) => isOurs(workspace.manifest, path, workspace.project.read(path) ?? ''))
    .flatMap(({ other, target }) => agentFile(other, target, workspace, isThere).files)
    // A part of a shared file is ours only where somebody asked for it.
    .filter(({ into }) => into === undefined);

/** One line, so that `plop` offers our generators. A plopfile that is there is somebody's own. */
function plopfile({ project }: Workspace): readonly PlannedFile[] {
  const isCommonJs = /"type"\s*:\s*"commonjs"/.test(project.read('package.json') ?? '');
  const text = "export { default } from 'create-persona/plopfile';\n";
  const there = ['plopfile.js', 'plopfile.mjs', 'plopfile.cjs', 'plopfile.ts'].find((path) =>
    project.has(path),
  );
  if (there !== undefined && project.read(there) !== text) return [];
  return [{ path: there ?? (isCommonJs ? 'plopfile.mjs' : 'plopfile.js'), text }];
}

function nextSteps(persona: Persona, { personas, project }: Workspace): readonly string[] {
  const absent = persona.handoffs
    .map(({ to }) => to)
    .filter((to) => personas.has(to) && !project.has(`.persona/personas/${to}.md`));
  return [
    `Change the persona in .persona/personas/${persona.id}.md, then run \`create-persona ${persona.id}\` again.`,
    ...(absent.length === 0
      ? []
      : [
          `It hands off to ${absent.join(', ')}, who are not here yet: \`create-persona ${absent[0]}\`.`,
        ]),
    'Check all agent files, here and in CI: `create-persona check`.',
    'For `npx plop`: `npm install --save-dev create-persona plop`.',
  ];
}
