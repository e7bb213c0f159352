import agentsMd from './agents-md.ts';
import chatMode from './chat-mode.ts';
import claudeAgent from './claude-agent.ts';
import copilotAgent from './copilot-agent.ts';
import cursorRule from './cursor-rule.ts';
import hypertoolPack from './hypertool-pack.ts';
import hypertoolPersona from './hypertool-persona.ts';
import instruction from './instruction.ts';
import memory from './memory.ts';
import ruler from './ruler.ts';
import rulesync from './rulesync.ts';

/** Every kind of file that can be taken in. The first that reads a file takes it. */
export const importers = [
  rulesync,
  ruler,
  hypertoolPack,
  hypertoolPersona,
  memory,
  instruction,
  cursorRule,
  agentsMd,
  claudeAgent,
  copilotAgent,
  chatMode,
];
