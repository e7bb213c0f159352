import type { Capability } from './capability.ts';
import type { Document } from './front-matter.ts';
import type { Target } from './target.ts';

/** An agent file, as somebody who reads it finds it. */
export interface AgentFile {
  readonly path: string;
  readonly document: Document;
  /** The tool that it was written for, by its place. */
  readonly target: Target;
  /** The day that is asked about, where that is not today. */
  readonly asOf?: string;
}

/** What an agent gets from one reader of its file, whatever its author believed. */
export interface Given {
  readonly are: 'all' | 'none' | 'exact';
  readonly tools: readonly string[];
  /** What it brings where no list names it: a sandbox, a mode. */
  readonly can?: readonly Capability[];
  /** As it follows "because". */
  readonly because: string;
  /** The names of the list that bring nothing here, and why. */
  readonly left: readonly { readonly name: string; readonly because: string }[];
  /** Why the reader passes the file by; what it would give is told all the same. */
  readonly unread?: string;
}

/** Somebody who reads agent files. One file may have several, and each makes something else of it. */
export interface Reader {
  readonly id: string;
  readonly title: string;
  readonly gives: (file: AgentFile) => Given;
}

/** What a list comes to: none of its names, or those that are taken. */
export function givenOf(
  listed: readonly string[],
  judge: (name: string) => string | undefined,
  title: string,
): Given {
  const left = listed.flatMap((name) => {
    const because = judge(name);
    return because === undefined ? [] : [{ name, because }];
  });
  const tools = listed.filter((name) => !left.some((each) => each.name === name));
  if (tools.includes('*'))
    return { are: 'all', tools: ['*'], because: '`*` stands for every tool there is', left };
  if (tools.length > 0) return { are: 'exact', tools, because: 'the list names them', left };
  const because =
    listed.length === 0 ? 'the list is empty' : `${title} knows none of the names in the list`;
  return { are: 'none', tools, because, left };
}

export const everything = (because: string): Given => ({
  are: 'all',
  tools: [],
  because,
  left: [],
});
