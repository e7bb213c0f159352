import agentsMd from './agents-md.ts';
import auggie from './auggie.ts';
import augment from './augment.ts';
import claude from './claude.ts';
import codex from './codex.ts';
import copilot from './copilot.ts';
import cursor from './cursor.ts';
import devin from './devin.ts';
import gemini from './gemini.ts';
import hypertool from './hypertool.ts';
import hypertoolJson from './hypertool-json.ts';
import kiro from './kiro.ts';
import opencode from './opencode.ts';
import skills from './skills.ts';
import windsurf from './windsurf.ts';

/** Every tool that we write for, in the order in which it is offered. */
export const targets = [
  augment,
  copilot,
  claude,
  auggie,
  cursor,
  codex,
  gemini,
  opencode,
  kiro,
  devin,
  windsurf,
  agentsMd,
  skills,
  hypertool,
  hypertoolJson,
];
