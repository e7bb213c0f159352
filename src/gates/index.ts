import conventions from './conventions.ts';
import coverage from './coverage.ts';
import linting from './linting.ts';
import security from './security.ts';
import testing from './testing.ts';
import types from './types.ts';

/** Every gate, in the order in which they are reported. */
export const gates = [testing, coverage, linting, types, security, conventions];
