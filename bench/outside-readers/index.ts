import type { OutsideReader } from '../outside-reader.ts';
import { agnix } from './agnix.ts';
import { auggie } from './auggie.ts';
import { checkJsonschema } from './check-jsonschema.ts';
import { claude } from './claude.ts';
import { codex } from './codex.ts';
import { copilot } from './copilot.ts';
import { gemini } from './gemini.ts';
import { opencode } from './opencode.ts';
import { rulesync } from './rulesync.ts';
import { skillsRef } from './skills-ref.ts';

export const outsideReaders: readonly OutsideReader[] = [
  skillsRef,
  agnix,
  checkJsonschema,
  claude,
  codex,
  copilot,
  gemini,
  opencode,
  auggie,
  rulesync,
];
