import type { Reader } from '../reader.ts';
import type { Target } from '../target.ts';
import { cloudAgent } from './cloud-agent.ts';
import { cursor } from './cursor.ts';
import { ownTool } from './own-tool.ts';
import { vsCode } from './vs-code.ts';

/** Everybody who reads the agent files of a tool, itself first. */
export function readersOf(target: Target): readonly Reader[] {
  if (target.id === 'copilot') return [vsCode, cloudAgent];
  if (target.id === 'claude') return [ownTool(target), vsCode, cursor];
  return [ownTool(target)];
}
