import { abilityOf, serverAndTool } from './effective-tools.ts';
import type { Persona } from '../persona.ts';
import { toolWidens } from '../problems.ts';
import type { Grant, Target } from '../target.ts';
import { isGranted, judgeTool } from './tool-names.ts';

/**
 * What is left of a grant where the persona lists its tools for that target: those, in that order.
 *
 * A name that the target does not know brings nothing there. It is written as it stands and told as
 * a loss: it is how the persona's author called something.
 *
 * @throws ToolWidens - a name brings what the persona's capabilities and servers do not
 */
export function narrowed(grant: Grant, persona: Persona, target: Target): Grant {
  const wanted = persona.tools[target.id];
  if (wanted === undefined) return grant;
  const reaches = wanted.map((name) => [name, reachOf(name, grant, persona, target)] as const);
  const wider = reaches.find(([, reach]) => reach === 'wider');
  if (wider !== undefined) throw toolWidens(persona.path, target.id, wider[0]);

  const known = new Set(reaches.flatMap(([name, reach]) => (reach === 'granted' ? [name] : [])));
  const purposes = new Map(
    grant.groups.flatMap(({ tools }) => tools.map(({ name, purpose }) => [name, purpose] as const)),
  );
  const groups = grant.groups
    .map(({ title, tools }) => ({ title, tools: tools.filter(({ name }) => known.has(name)) }))
    .filter(({ tools }) => tools.length > 0);
  const more = [...known].filter((name) => !purposes.has(name));
  const unknown = reaches.flatMap(([name, reach]) =>
    reach === 'unknown'
      ? [{ target: target.id, what: 'tools' as const, name, because: unknownIn(target) }]
      : [],
  );
  return {
    ...grant,
    tools: wanted,
    groups:
      more.length === 0
        ? groups
        : [...groups, { title: 'Other', tools: more.map((name) => ({ name, purpose: name })) }],
    losses: [...grant.losses, ...unknown],
  };
}

const unknownIn = ({ title }: Target) =>
  `${title} has no such tool: it is listed as the persona has it, and brings nothing`;

/** Whether the persona may do already what a tool would let it do. */
export function reachOf(
  name: string,
  grant: Pick<Grant, 'tools'>,
  { can, servers }: Pick<Persona, 'can' | 'servers'>,
  target: Target,
): 'granted' | 'wider' | 'unknown' {
  if (name !== '*' && isGranted(name, grant.tools, target)) return 'granted';
  const { is } = judgeTool(name, target);
  if (is === 'unknown' || is === 'gone') return 'unknown';
  const abilities = abilityOf(name, target);
  // Of a server that it may use, and of which nobody knows the tools, it may use all.
  if (is === 'served' && (abilities === undefined || abilities.length === 0))
    return servers.includes(serverAndTool(name, target)[0].toLowerCase()) ? 'granted' : 'wider';
  const isWithin = abilities?.every((ability) => can.includes(ability)) ?? false;
  return isWithin && abilities!.length > 0 ? 'granted' : 'wider';
}
