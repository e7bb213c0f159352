import augment from './augment.ts';
import claude from './claude.ts';
import copilot from './copilot.ts';

/** Every tool that we write for, in the order in which it is offered. */
export const targets = [augment, copilot, claude];
