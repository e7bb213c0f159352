import { type Capability, capabilityNames } from '../capability.ts';
import { abilityOf, serverAndTool } from '../rights/effective-tools.ts';
import { reachOf } from '../rights/narrow.ts';
import { knownServers } from '../server.ts';
import type { Change } from '../stages.ts';
import type { Target } from '../target.ts';
import { judgeTool } from '../rights/tool-names.ts';

/** The name of a tool, and where it stands. */
export interface Named {
  readonly name: string;
  readonly line: number;
}

/** What a list of tools says, in our words. */
export interface ToolsTaken {
  readonly can: readonly Capability[];
  readonly servers: readonly string[];
  /** The list, for the target that it was written for. */
  readonly list?: readonly string[];
  readonly changes: readonly Change[];
}

/**
 * Read a list of tools: capabilities from the names of any vocabulary, servers from the names of
 * their tools. What no capability stands for is left out, so that nothing is granted that cannot
 * be seen in the persona.
 *
 * @param listed - nothing where the file has no list, which its tool reads as every tool there is
 * @param only - the servers that the file allows, where it says so: a tool brings no other along
 */
export function takeTools(
  path: string,
  listed: readonly Named[] | undefined,
  denied: readonly Named[],
  own: Target,
  targets: readonly Target[],
  only?: readonly string[],
): ToolsTaken {
  const withheld = new Set(
    denied.flatMap(({ name }) => (name.includes('(') ? [] : abilitiesAnywhere(name, own, targets))),
  );
  if (listed === undefined || listed.some(({ name }) => name === '*')) {
    const can = capabilityNames.filter((each) => !withheld.has(each));
    const line = listed?.[0]?.line ?? 1;
    return {
      can: can.length === 0 ? ['read'] : can,
      servers: [],
      changes: [
        {
          how: 'assumed',
          path,
          line,
          what: `can: ${can.join(', ')}`,
          because: `${own.title} reads ${listed === undefined ? 'no list' : '`*`'} as every tool there is. Take out of \`can\` what it needs not`,
        },
        ...unsaid(path, denied, can, own, targets),
      ],
    };
  }

  const kept: string[] = [];
  const changes: Change[] = [];
  const can = new Set<Capability>();
  const servers = new Set<string>();
  for (const { name, line } of listed) {
    if (denied.some((each) => each.name === name)) continue;
    const verdict = judgeTool(name, own);
    const current = verdict.is === 'renamed' ? verdict.to : name;
    const tell = (how: Change['how'], because: string) =>
      changes.push({ how, path, line, what: `tool \`${name}\``, because });

    const server = serverAndTool(current, own)[0].toLowerCase();
    if (verdict.is === 'served' && server.includes('.')) {
      tell('lost', 'a tool of an extension of the editor, which no capability stands for');
      continue;
    }
    const isBarred = verdict.is === 'served' && only?.includes(server) === false;
    if (verdict.is === 'served' && !isBarred) servers.add(server);
    const isServer = verdict.is === 'unknown' && knownServers.includes(name);
    if (isServer && only?.includes(name) !== false) servers.add(name);
    const abilities = abilitiesAnywhere(current, own, targets);
    for (const ability of abilities) can.add(ability);
    if (reachOf(current, { tools: [] }, { can: [...can], servers: [...servers] }, own) === 'wider')
      tell(
        'lost',
        /^vscode\/memory$/.test(current)
          ? `it is the memory of ${own.title} itself; \`remember\` is for the files of the team`
          : 'no capability stands for it',
      );
    else {
      kept.push(current);
      if (verdict.is === 'renamed') tell('renamed', `it is \`${current}\` in ${own.title} by now`);
      if (abilities.length > 0 && current.includes('('))
        tell(
          'assumed',
          `only ${own.title} can hold it to a part: everywhere else it is \`${abilities.join('`, `')}\` as a whole`,
        );
      if (isBarred)
        tell(
          'assumed',
          `it is of the server ${server}, which the file does not allow: it stays in the list only`,
        );
      if (verdict.is === 'gone')
        tell('assumed', `${own.title} no longer has it: it brings nothing`);
      if (verdict.is === 'unknown')
        tell(
          'assumed',
          isServer
            ? 'it is the name of a server, which the persona may use'
            : abilities.length === 0
              ? 'no vocabulary knows it: it is kept in the list, and brings nothing'
              : `${own.title} does not know it; it is taken for \`${abilities.join('`, `')}\``,
        );
    }
  }
  const found = capabilityNames.filter((each) => can.has(each));
  if (found.length === 0)
    changes.push({
      how: 'assumed',
      path,
      line: listed[0]?.line ?? 1,
      what: 'can: read',
      because:
        'its tools bring nothing that a capability stands for, and a persona can do something',
    });
  // Its own tool knows no name of it, so there it would be a list of nothing: what it is taken for is not.
  const isVain =
    found.length > 0 && servers.size === 0 && kept.every((name) => isUnknown(name, own));
  if (isVain && kept.length > 0)
    changes.push({
      how: 'assumed',
      path,
      line: listed[0]!.line,
      what: 'list of tools',
      because: `${own.title} knows none of its names: \`can\` says what they are taken for, and the list is made of that`,
    });
  return {
    can: found.length === 0 ? ['read'] : found,
    servers: [...servers],
    ...(!isVain && { list: [...new Set(kept)] }),
    changes: [...changes, ...unsaid(path, denied, found, own, targets)],
  };
}

const isUnknown = (name: string, target: Target) =>
  ['unknown', 'gone'].includes(judgeTool(name, target).is);

/** What was denied by name, and cannot be: a capability is given as a whole, or not. */
const unsaid = (
  path: string,
  denied: readonly Named[],
  can: readonly Capability[],
  own: Target,
  targets: readonly Target[],
): readonly Change[] =>
  denied.flatMap(({ name, line }) => {
    const abilities = abilitiesAnywhere(name, own, targets);
    const isWithheld = abilities.length > 0 && abilities.every((each) => !can.includes(each));
    if (isWithheld) return [];
    const because =
      abilities.length === 0
        ? 'no capability stands for it, so none can be withheld'
        : `the persona can \`${abilities.join('`, `')}\`, and a part of that cannot be withheld everywhere`;
    return [{ how: 'lost' as const, path, line, what: `denied tool \`${name}\``, because }];
  });

/** What a name brings where it is a name: in its own tool first, then in any other. */
export function abilitiesAnywhere(
  name: string,
  own: Target,
  targets: readonly Target[],
): readonly Capability[] {
  for (const target of [own, ...targets.filter(({ id }) => id !== own.id)]) {
    const { is } = judgeTool(name, target);
    if (is === 'unknown' || is === 'gone') continue;
    const abilities = abilityOf(name, target) ?? [];
    if (abilities.length > 0 || target === own) return abilities;
  }
  return spoken[name] ?? [];
}

/** Names that no tool ever had, and that files are full of. */
const spoken: Readonly<Record<string, readonly Capability[]>> = {
  'run-command': ['execute'],
  terminal: ['execute'],
  shell: ['execute'],
  pytest: ['test'],
  coverage: ['test'],
  'run-tests': ['test'],
  'file-search': ['search'],
  grep: ['search'],
  fetch: ['web'],
  browser: ['browse'],
  playwright: ['browse'],
};
