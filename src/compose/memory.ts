import type { Workspace } from '../generator.ts';
import type { Gates, Persona } from '../persona.ts';
import type { PlannedFile } from '../stages.ts';
import { settleOnce, type Target } from '../target.ts';
import { capital } from '../words.ts';

const template = 'primitives/topic.memory.md.hbs';

/** What the memories that we know of are for. Any other topic is welcome too. */
const purposes: Readonly<Record<string, string>> = {
  'testing-patterns': 'Which ways of testing worked here, and which did not.',
  'component-failures': 'What broke, why, and how the next one is prevented.',
  'quality-gates': 'What each gate asks for, and how a failed one was mended.',
  'workflow-learnings': 'What made the work with agents quicker or safer.',
};

/** The memory files that a persona keeps. A file that is there stays as it is: it is what was learned. */
export function memoryFiles(
  persona: Persona,
  targets: readonly Target[],
  workspace: Workspace,
): readonly PlannedFile[] {
  return persona.memories.flatMap((topic) => {
    const planned = topicFile(topic, firstEntry(topic, persona), targets, workspace);
    return workspace.project.has(planned.path) ? [] : [{ ...planned, persona: persona.id }];
  });
}

/** A topical memory file, with its first entry. */
export function topicFile(
  topic: string,
  body: string,
  targets: readonly Target[],
  workspace: Workspace,
): PlannedFile {
  const text = workspace.render.text(template, {
    title: capital(topic.replaceAll('-', ' ')),
    purpose: purposes[topic] ?? `What was learned about ${topic.replaceAll('-', ' ')}.`,
    today: workspace.today,
    body,
  });
  return settleOnce({ kind: 'memory', file: `${topic}.memory.md`, head: {}, body: text }, targets, {
    template: workspace.render.version(template),
  });
}

function firstEntry(topic: string, { gates }: Persona): string {
  if (topic === 'quality-gates' && gates !== undefined) return gateTable(gates);
  return `Nothing is recorded yet. Add an entry with \`create-persona memory "What was learned" --topic ${topic}\`.`;
}

const gateTable = ({ development, staging, production }: Gates) =>
  [
    '## What each stage asks for',
    '',
    '| Stage | Branch coverage | Beside it |',
    '| --- | --- | --- |',
    `| Development | ≥${development}% | unit tests, lint, types, no secrets |`,
    `| Staging | ≥${staging}% | integration tests |`,
    `| Production | ≥${production}% | end-to-end tests |`,
  ].join('\n');
