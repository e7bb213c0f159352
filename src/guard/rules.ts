import type { Capability } from '../capability.ts';
import { lineOfKey } from '../front-matter.ts';
import type { Persona } from '../persona.ts';

/** What a persona is held to, each with the place where it is said. */
export interface Rules {
  readonly persona: string;
  /** The file that says so, from the project. */
  readonly path: string;
  readonly deny: readonly Denial[];
  readonly can: readonly Capability[];
  readonly servers: readonly string[];
  readonly lines: { readonly can: number; readonly servers: number };
  /** Who takes work over from it. */
  readonly handoffs: readonly string[];
}

/** A glob of files that must not be changed. */
export interface Denial {
  readonly glob: string;
  /** As `path:line`, or nothing where it is no rule of the persona's. */
  readonly where?: string;
}

/**
 * What holds a persona is not for the persona to change: its own file, the hooks that call the guard,
 * and the guard itself. Without this every other rule would be one edit away.
 */
export const own: readonly Denial[] = [
  '**/.persona/personas/**',
  '**/.persona/config.*',
  '**/.claude/settings*.json',
  '**/.claude/agents/**',
  '**/.github/agents/**',
  '**/.github/hooks/**',
  '**/.cursor/hooks.json',
  '**/.cursor/cli.json',
  '**/.cursor/agents/**',
  '**/.augment/agents/**',
  '**/.augment/settings*.json',
  '**/.augment/hooks/**',
  '**/.git/hooks/**',
  '**/.git/config',
  '**/node_modules/create-persona/**',
].map((glob) => ({ glob }));

/** @param text - the persona's own file, for the lines */
export const rulesOf = (persona: Persona, text: string): Rules => ({
  persona: persona.id,
  path: persona.path,
  deny: persona.paths.deny.map((glob, nth) => ({
    glob,
    where: `${persona.path}:${lineOfKey(text, ['paths', 'deny', nth])}`,
  })),
  can: persona.can,
  servers: persona.servers,
  lines: { can: lineOfKey(text, ['can']), servers: lineOfKey(text, ['servers']) },
  handoffs: persona.handoffs.map(({ to }) => to),
});
