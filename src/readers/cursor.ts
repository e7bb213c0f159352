import { everything, type Reader } from '../reader.ts';

/**
 * Cursor reads the agents of Claude Code beside its own, and has no list of tools for an agent: one
 * gets what the session has, less what changes something where it is `readonly`.
 * https://cursor.com/docs/context/subagents
 */
export const cursor: Reader = {
  id: 'cursor',
  title: 'Cursor',

  gives: ({ document: { head } }) =>
    everything(
      head['readonly'] === true
        ? 'Cursor has no list of tools for an agent; `readonly: true` takes away what changes something'
        : 'Cursor has no list of tools for an agent',
    ),
};
