import { capabilities, capabilityNames, withWhatComes } from './capability.ts';
import type { Persona } from './persona.ts';
import { narrowed } from './rights/narrow.ts';
import { nothingGranted } from './problems.ts';
import type { Loss } from './stages.ts';
import { serverFacts } from './server.ts';
import type { Grant, Mode, Target } from './target.ts';
import type { Expression } from './vocabulary.ts';

/**
 * Compile a persona's capabilities and servers to a target's vocabulary. It fails closed: what has
 * no name there is a loss, and never a wider grant.
 *
 * Of a server whose tools we know, only those are granted whose capability the persona has.
 *
 * @throws NothingGranted - the list would come out empty, which most tools read as "everything"
 */
export function grantFor(persona: Persona, target: Target): Grant {
  const grant = compile(persona, target);
  if (target.modes === undefined && grant.tools.length === 0)
    throw nothingGranted(persona.id, target.title);
  return grant;
}

/** The same for those who only ask, such as where an agent file would stand: it may come out empty. */
export function compile(persona: Persona, target: Target): Grant {
  const losses: Loss[] = target.advisory(persona).map((advisory) => ({
    target: target.id,
    ...advisory,
    ...(advisory.what === 'paths' && { restricts: true as const }),
  }));
  const lose = (what: Loss['what'], name: string, because: string, restricts?: true) =>
    losses.push({ target: target.id, what, name, because, ...(restricts && { restricts }) });

  const model = persona.model[target.id];
  if (model !== undefined && target.keys.agent?.['model'] === undefined)
    lose('model', model, `${target.title} lets nobody choose a model`);
  if (target.modes !== undefined) {
    const mode = widest(target.modes, persona);
    if (mode === undefined) {
      for (const name of capabilityNames)
        if (!withWhatComes(persona.can).includes(name))
          lose('tools', name, `${target.title} has nothing that withholds it`, true);
      lose('server', 'all others', `${target.title} has nothing that keeps from a server`, true);
    } else {
      for (const name of persona.can)
        if (!withWhatComes(mode.can).includes(name))
          lose('capability', name, `the modes that bring it bring more than the persona has`);
      if (mode.servers === 'all')
        lose('server', 'all others', 'an agent has every server of the session', true);
      else
        for (const server of persona.servers)
          lose('server', server, `with \`${mode.name}\` an agent has no server`);
    }
    return { target: target.id, tools: [], groups: [], losses, ...(mode && { mode }) };
  }

  const all: readonly string[] = withWhatComes(persona.can);
  const has = (name: string) => all.includes(name);
  const groups = capabilities
    .filter(({ name }) => persona.can.includes(name))
    .map(({ name, title }) => {
      const expression = target.vocabulary.capabilities[name];
      const more = (expression?.also ?? []).filter((each) => !has(each));
      const own = more.length > 0 ? [] : Object.entries(expression?.tools ?? {});
      const served = persona.servers.flatMap((server) =>
        Object.entries(serverFacts(server).tools?.[name] ?? {}).map(
          ([tool, purpose]) => [target.serverTool(server, tool), purpose] as const,
        ),
      );
      const tools = [...own, ...served].map(([tool, purpose]) => ({ name: tool, purpose }));
      const isCovered =
        (expression?.within !== undefined && has(expression.within)) ||
        (expression?.server !== undefined && persona.servers.includes(expression.server));
      if (tools.length === 0 && !isCovered)
        lose('capability', name, because(target, expression, more));
      return { title, tools };
    });

  const servers = persona.servers.filter((server) => serverFacts(server).tools === undefined);
  const whole = servers.flatMap((server) => {
    const name = target.wholeServer(server);
    if (name === undefined)
      lose(
        'server',
        server,
        `${target.title} has no name for all tools of a server; it is allowed, and none of its tools is listed`,
      );
    return name === undefined ? [] : [{ name, purpose: serverFacts(server).says }];
  });

  const filled = [...groups, { title: 'Servers', tools: whole }].filter(
    ({ tools }) => tools.length > 0,
  );
  const tools = filled.flatMap((group) => group.tools.map(({ name }) => name));
  return narrowed(
    { target: target.id, tools: [...new Set(tools)], groups: filled, losses },
    persona,
    target,
  );
}

/** The first mode that gives nothing which the persona has not. */
const widest = (modes: readonly Mode[], { can }: Persona) =>
  modes.find((mode) => mode.can.every((each) => withWhatComes(can).includes(each)));

const because = (
  { title }: Target,
  expression: Expression | undefined,
  more: readonly string[],
) => {
  if (more.length > 0)
    return `in ${title} the same tools bring ${more.map((each) => `\`${each}\``).join(', ')}, which the persona does not have`;
  if (expression?.within !== undefined)
    return `in ${title} it comes only with \`${expression.within}\`, which the persona does not have`;
  if (expression?.server !== undefined)
    return `in ${title} it comes only with the server ${expression.server}, which the persona does not use`;
  return `${title} has no tool for it`;
};
