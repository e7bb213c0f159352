import chatmode from '../../generators/chatmode.ts';
import instruction from '../../generators/instruction.ts';
import memory from '../../generators/memory.ts';
import persona from '../../generators/persona.ts';
import prompt from '../../generators/prompt.ts';
import spec from '../../generators/spec.ts';
import { atTheTerminal } from './at-the-terminal.ts';

/**
 * The runs that people wait for most, in a bundle of half the size: agent files from a persona that
 * ships. The launcher takes it for those, and for everything else, help and slips too, the whole.
 */
export const generators = [persona, chatmode, instruction, memory, prompt, spec];

export const main = (): Promise<void> => atTheTerminal({ commands: [], generators });
