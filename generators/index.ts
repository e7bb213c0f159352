import chatmode from './chatmode.ts';
import persona from './persona.ts';

/** Everything that one can ask for, in the order in which it is offered. */
export const generators = [persona, chatmode];
