import { defineImporter } from '../importer.ts';
import { takeAgent } from '../intake/agent.ts';
import type { Meaning } from '../intake/dialect.ts';

const own = (lost: string): Meaning => ({ lost });

const keys: Readonly<Record<string, Meaning>> = {
  name: 'title',
  title: 'title',
  description: 'summary',
  tools: 'tools',
  model: 'model',
  handoffs: 'handoffs',
  agents: 'agents',
  'mcp-servers': 'servers',
  'argument-hint': own('a hint of VS Code for its input line'),
  'user-invocable': own('whether VS Code offers it; a persona is always offered'),
  'disable-model-invocation': own('whether others may start it; that is their `delegate`'),
  infer: own('retired by GitHub in favour of two other keys'),
  target: own('a persona is for every target'),
  metadata: own('only GitHub reads it'),
  github: own('only GitHub reads it'),
  hooks: own('programs that VS Code runs; they are no part of a persona'),
  skills: own('skills have files of their own'),
  mode: own('never a key of an agent'),
  hidden: own('never a key of an agent'),
};

export default defineImporter({
  name: 'copilot-agent',
  describes: 'custom agents of VS Code and GitHub Copilot (`*.agent.md`)',
  sources: [
    'https://code.visualstudio.com/docs/copilot/customization/custom-agents',
    'https://docs.github.com/en/copilot/reference/custom-agents-configuration',
  ],
  reads: ({ path }) =>
    /\.agent\.md$/.test(path) || /(^|\/)\.github\/agents\/(?!README\.md$)[^/]+\.md$/.test(path),
  take: (source, scene) =>
    takeAgent(
      source,
      { target: 'copilot', keys, stem: /([^/]+?)(?:\.agent)?\.md$/.exec(source.path)?.[1] },
      scene,
    ),
});
