import type { Persona } from '../persona.ts';
import { serverFacts } from '../server.ts';
import { agentsOnly, defineTarget, unheld } from '../target.ts';
import vocabulary from './vocabulary/hypertool-json.json' with { type: 'json' };

// The persona files of the seed's family. No published program reads them: they are written on request only,
// and what Hypertool itself reads is `hypertool`.

/** As the chat mode calls it under `hypertool_persona`. */
const nameOf = ({ hypertool, id }: Persona) => hypertool ?? id;

export default defineTarget({
  id: 'hypertool-json',
  title: 'Hypertool files of the seed',
  marks: [],
  vocabulary,
  ...agentsOnly(({ persona }) => {
    const tools = persona.servers.flatMap((server) => {
      const known = persona.can.flatMap((each) =>
        Object.keys(serverFacts(server).tools?.[each] ?? {}),
      );
      return known.length === 0 ? [] : [[server, known] as const];
    });
    const file = {
      name: nameOf(persona),
      displayName: persona.title,
      description: persona.summary,
      icon: persona.icon,
      tokenBudget: persona.budget,
      allowedServers: persona.servers,
      allowedTools: Object.fromEntries(tools),
      restrictedPaths: persona.paths.deny,
      context: { focusAreas: persona.focus },
    };
    return {
      path: `.hypertool/personas/${nameOf(persona)}.json`,
      text: `${JSON.stringify(file, undefined, 2)}\n`,
    };
  }, 'The file is data without text.'),
  reads: () => undefined,
  keys: {},
  modes: [],
  serverTool: (server, tool) => `${server}.${tool}`,
  wholeServer: () => undefined,
  advisory: (persona) =>
    unheld(persona, {
      paths: '`restrictedPaths` is written, and no program reads it',
      budget: '`tokenBudget` is written, and no program counts',
      handoffs: 'the file has no hand-offs',
      text: 'the file is data without text',
    }),
  description: { most: 1024 },
});
