import { defineImporter, type Source } from '../importer.ts';
import { takeAgent } from '../intake/agent.ts';
import type { Meaning } from '../intake/dialect.ts';
import type { Target } from '../target.ts';
import { judgeTool, toolsIn } from '../rights/tool-names.ts';

// VS Code read `description`, `tools` and `model`, and reads the files themselves no more:
// https://code.visualstudio.com/updates/v1_106#_chat-modes-renamed-to-custom-agents
// The other keys are of teams that wrote their own: none of them means two things.

const keys: Readonly<Record<string, Meaning>> = {
  description: 'summary',
  tools: 'tools',
  model: 'model',
  mode: 'id',
  name: 'title',
  role: 'title',
  displayName: 'title',
  hypertool_persona: 'hypertool',
  persona: 'hypertool',
  persona_token_budget: 'budget',
  token_budget: 'budget',
  tools_via_hypertool: 'by hypertool',
  security: 'security',
  restrictions: 'deny',
  cognitive_focus: 'focus',
  focus: 'focus',
  tags: 'expertise',
  context: { lost: 'a persona has no context: it says what it is for in its summary' },
  security_level: { lost: 'no target knows levels of security' },
  priority: { lost: 'no target knows priorities of agents' },
};

const marks = [
  ...['hypertool_persona', 'persona_token_budget', 'tools_via_hypertool', 'cognitive_focus'],
  ...['security_level', 'displayName', 'restrictions'],
];

export default defineImporter({
  name: 'chat-mode',
  describes: 'chat modes (`*.chatmode.md`), with the front matter of VS Code and five others',
  sources: ['https://code.visualstudio.com/updates/v1_106#_chat-modes-renamed-to-custom-agents'],
  reads: ({ path, document }) =>
    /\.chatmode\.md$/.test(path) ||
    (/\.(md|txt)$/.test(path) && marks.some((key) => key in document.head)),
  take: (source, scene) =>
    takeAgent(
      source,
      {
        target: writtenFor(source, scene.targets),
        keys,
        stem: /([^/]+?)\.chatmode\.md$/.exec(source.path)?.[1]?.replace(/^.*\./, ''),
      },
      scene,
    ),
});

/** Whose names its tools have: of the tool that knows most of them. */
function writtenFor({ path, document: { head } }: Source, targets: readonly Target[]): string {
  const tools = head['tools'] as { readonly allowed?: unknown } | undefined;
  const names = toolsIn(tools?.allowed ?? tools) ?? [];
  const likely = /(^|\/)\.github\//.test(path) ? 'copilot' : 'augment';
  const known = (target: Target) =>
    names.filter((name) => !['unknown', 'gone'].includes(judgeTool(name, target).is)).length;
  const [best] = [...targets]
    .filter(({ id }) => id === 'copilot' || id === 'augment')
    .sort((a, b) => known(b) - known(a) || (a.id === likely ? -1 : 1));
  return best?.id ?? likely;
}
