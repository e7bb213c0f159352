import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../services/run.ts';
import { type Files, planFor, service, written } from '../ask.ts';
import type { Mutant } from './mutants.ts';

/** The project that the mutants live in: an owner and a scope, both stores, events and limits. */
export async function project(): Promise<Files> {
  const app = await service('shop');
  const actions = await planFor(
    'endpoint',
    {
      name: 'player-action',
      path: '/players/{player_id}/actions',
      store: ['redis', 'neo4j'],
      fields: ['action_type:str(1..64)', 'amount:int(0..100)=1', 'parameters:dict={}'],
      websocket: true,
    },
    app,
  );
  const both = written(app, actions);
  return written(both, await planFor('endpoint', { name: 'quest', owner: 'none' }, both));
}

export const pathOf = ({ file }: Mutant): string => `src/shop/${file}`;

/** The text with the mistake in it. An error, where what it changes is not there or not clear. */
export function mutated(mutant: Mutant, files: Files): string {
  const text = files[pathOf(mutant)] ?? '';
  const places = text.split(mutant.text).length - 1;
  if (places !== 1)
    throw new Error(
      `"${mutant.name}": its text stands in ${pathOf(mutant)} ${places} times, and must stand there once.`,
    );
  return text.replace(mutant.text, () => mutant.instead);
}

export interface Servers {
  readonly redis: string;
  readonly neo4j: string;
}

/** What noticed the mistake: the unit tests, else the integration tests, else nobody. */
export type Killer = 'unit' | 'integration' | 'survived';

/** What `timeout` of the GNU core utilities ends with, where it had to end what it ran. */
const hung = 124;

/** Puts one mistake after the other into a project of its own, and runs its tests. */
export function hunter(root: string, files: Files, tools: string, servers: Servers) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const passes = async (...words: readonly string[]) => {
    const { code, out } = await run(
      'timeout',
      // Tests that wait for ever, for what a mutant never sends, have noticed it too.
      [
        '300',
        join(tools, 'python'),
        '-m',
        'pytest',
        '-x',
        '-q',
        '-p',
        'no:cacheprovider',
        ...words,
      ],
      root,
      {
        // What is compiled is known by its time, and a mutant may come within the same second.
        PYTHONDONTWRITEBYTECODE: '1',
        TEST_REDIS_URL: servers.redis,
        TEST_NEO4J_URI: servers.neo4j,
        REQUIRE_SERVICES: '1',
      },
    );
    if (code > 1 && code !== hung) throw new Error(`pytest could not run: ${out}`);
    return code === 0;
  };
  const component = (file: string) => file.split('/')[0]!;
  return {
    /** Without a mistake all is well; else nothing that follows would mean anything. */
    isSound: async () => (await passes('tests/unit')) && (await passes('tests/integration')),
    hunt: async (mutant: Mutant): Promise<Killer> => {
      const place = join(root, pathOf(mutant));
      const before = readFileSync(place, 'utf8');
      writeFileSync(place, mutated(mutant, files));
      try {
        const own = component(mutant.file) === 'core' ? '' : `/${component(mutant.file)}`;
        if (!(await passes(`tests/unit${own}`))) return 'unit';
        return (await passes(`tests/integration${own}`)) ? 'survived' : 'integration';
      } finally {
        writeFileSync(place, before);
      }
    },
  };
}

/** A copy of a project, so that two can hunt at a time. */
export const copied = (from: string, to: string): void => cpSync(from, to, { recursive: true });
