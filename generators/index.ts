import app from './app.ts';
import chatmode from './chatmode.ts';
import endpoint from './endpoint.ts';
import importing from './import.ts';
import instruction from './instruction.ts';
import memory from './memory.ts';
import migrate from './migrate.ts';
import model from './model.ts';
import persona from './persona.ts';
import prompt from './prompt.ts';
import repository from './repository.ts';
import service from './service.ts';
import spec from './spec.ts';
import test from './test.ts';

/** Everything that one can ask for, in the order in which it is offered. */
export const generators = [
  persona,
  chatmode,
  instruction,
  memory,
  prompt,
  spec,
  app,
  endpoint,
  model,
  repository,
  service,
  test,
  importing,
  migrate,
];
