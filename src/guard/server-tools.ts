import type { Capability } from '../capability.ts';
import { serverFacts } from '../server.ts';

/** The capability that a tool of a server takes and that is not granted; nothing where all is well, or the tool is not known. */
export function isWithheld(
  server: string,
  tool: string,
  can: readonly Capability[],
): Capability | undefined {
  const tools = serverFacts(server).tools;
  if (tools === undefined) return undefined;
  const needs = (Object.keys(tools) as Capability[]).filter((each) => tool in (tools[each] ?? {}));
  return needs.some((each) => can.includes(each)) ? undefined : needs[0];
}

/** A tool whose name says that it looks, and nothing else: `find_and_replace` does both. */
export const isLook = (tool: string): boolean =>
  !/([_-]|[a-z](?=[A-Z]))(and|or|to|replace|delete|remove|write|save|update|create|edit|set|insert|append|move|rename|patch|apply|put|store)([_-]|[A-Z]|$)/i.test(
    tool,
  ) &&
  /^(get|list|read|find|search|view|show|query|fetch|resolve|lookup|describe|check|status|diff|log)([_-]|[A-Z]|$)/.test(
    tool,
  );
