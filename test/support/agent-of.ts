import { agentFile } from '../../src/compose/agent.ts';
import { instructionFiles } from '../../src/compose/instruction.ts';
import { agentDocument } from '../../src/rights/effective-tools.ts';
import type { Persona } from '../../src/persona.ts';
import type { PlannedFile } from '../../src/stages.ts';
import { targets } from '../../src/targets/index.ts';
import { memoryTree } from '../../src/tree.ts';
import { openWorkspace } from '../../src/workspace.ts';

export const targetOf = (id: string) => targets.find((target) => target.id === id)!;

const open = () =>
  openWorkspace('', { project: memoryTree({}), today: '2026-01-02', folder: 'demo' });

/** The agent file of a persona for one target, as its tool reads it. */
export async function agentOf(id: string, target: string, change: Partial<Persona> = {}) {
  const workspace = await open();
  const persona = { ...workspace.personas.get(id)!, ...change };
  const { file, losses } = agentFile(persona, targetOf(target), workspace, () => false);
  const { head, body } = agentDocument(file.path, file.text, targetOf(target));
  return { path: file.path, text: file.text, head, body, losses };
}

/** The instruction file of a convention for one target. */
export async function instructionOf(id: string, target: string): Promise<PlannedFile> {
  const workspace = await open();
  return instructionFiles(workspace.conventions.get(id)!, [targetOf(target)], workspace)[0]!;
}
