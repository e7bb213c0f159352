import { withElement, withMember } from '../text/json-text.ts';
import { launchOf, variablesOf } from '../launch.ts';
import type { Persona } from '../persona.ts';
import type { Loss, PlannedFile } from '../stages.ts';
import type { Target } from '../target.ts';

/**
 * The servers of a persona in the MCP configuration of each target that has one. A server that is
 * there stays as it is, whoever wrote it; comments stay; secrets are referred to, never written.
 */
export function mcpFiles(
  persona: Persona,
  targets: readonly Target[],
): { files: readonly PlannedFile[]; losses: readonly Loss[] } {
  const all = targets.flatMap((target) => {
    const { mcp } = target;
    if (mcp === undefined || persona.servers.length === 0) return [];
    const known = persona.servers.flatMap((server) => {
      const launch = launchOf(server, mcp.refers);
      return launch === undefined ? [] : [{ server, launch }];
    });
    const into = (there: string) =>
      known.reduce((text, { server, launch }) => {
        const longer = withMember(mcp.path, text, [mcp.under, server], launch);
        return mcp.asks && longer !== text ? withInputs(mcp.path, longer, server) : longer;
      }, there);
    const losses = persona.servers
      .filter((server) => known.every((each) => each.server !== server))
      .map((server) => ({
        target: target.id,
        what: 'server' as const,
        name: server,
        because: `nobody told us how it is started: add it to ${mcp.path} by hand`,
      }));
    const file = { path: mcp.path, text: into(''), into, persona: persona.id };
    return [{ file: known.length === 0 ? [] : [file], losses }];
  });
  return { files: all.flatMap(({ file }) => file), losses: all.flatMap(({ losses }) => losses) };
}

/** VS Code asks for each once, and keeps it in its own safe. */
function withInputs(path: string, text: string, server: string) {
  const wanted = variablesOf(server).map((id) => ({
    type: 'promptString',
    id,
    description: `${id} of ${server}`,
    password: /TOKEN|KEY|SECRET|PASSWORD/.test(id),
  }));
  return wanted.reduce((before, input) => withElement(path, before, ['inputs', input], 'id'), text);
}
