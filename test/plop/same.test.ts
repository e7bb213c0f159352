import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { filesIn } from '../support/disk.ts';
import { plop, plopProject } from '../support/plop.ts';

/** A generator, answers by place, the same by name, and those that only a name can give. */
const cases: readonly (readonly [
  string,
  Readonly<Record<string, string>>,
  Readonly<Record<string, string>>,
])[] = [
  ['persona', { persona: 'architect', targets: 'copilot,claude' }, {}],
  [
    'persona',
    { persona: 'payments-dev', targets: 'claude' },
    { from: 'backend-dev', name: 'Payments', summary: 'Takes money. Use when an invoice changes.' },
  ],
  ['chatmode', { persona: 'devops', targets: 'augment' }, {}],
  ['instruction', { name: 'arrange-act-assert', targets: 'copilot' }, {}],
  [
    'instruction',
    { name: 'API errors', targets: 'copilot,claude' },
    {
      'apply-to': 'src/api/**;src/web/**',
      rules: 'Answer errors as RFC 9457; Never leak a stack trace',
    },
  ],
  [
    'memory',
    {
      name: 'Redis needs a timeout',
      category: 'successful-patterns',
      component: 'sessions',
      severity: 'high',
      problem: 'It hung',
      cause: 'No timeout',
      solution: 'A timeout',
      lesson: 'Give every client one',
    },
    {},
  ],
  [
    'memory',
    {
      name: 'Freeze "the" clock',
      category: 'implementation-failures',
      component: 'app',
      severity: 'low',
      problem: 'A <b> & c',
      cause: 'Why',
      solution: 'So',
      lesson: 'Inject the clock',
    },
    { topic: 'testing-patterns', tags: 'time;tests', who: 'Ada' },
  ],
  [
    'prompt',
    {
      name: 'Add an endpoint',
      persona: 'backend-dev',
      purpose: 'From a specification to a tested endpoint',
      steps: 'Read it; Write it',
      targets: 'copilot',
    },
    { inputs: 'The specification' },
  ],
  [
    'spec',
    { name: 'Player actions', type: 'api', summary: 'Players act on the world' },
    {
      path: '/players/{player_id}/actions',
      methods: 'POST,GET',
      fields: 'action:str; amount:int=1',
    },
  ],
];

/** The generators of code, which need a package to write to. */
const parts: typeof cases = [
  ['model', { name: 'quest', fields: 'title:str; reward:int=0' }, { owner: 'none' }],
  [
    'repository',
    { name: 'quest', fields: 'title:str', store: 'redis,neo4j' },
    { plural: 'quests' },
  ],
  [
    'service',
    { name: 'quest', fields: 'title:str', store: 'redis' },
    { path: '/players/{player_id}/quests' },
  ],
  ['test', { module: 'src/demo/sums.py' }, { kind: 'parametrized' }],
];

const flags = (answers: Readonly<Record<string, string>>) =>
  Object.entries(answers).flatMap(([name, answer]) => [`--${name}`, answer]);

function project(): string {
  const root = plopProject();
  fs.mkdirSync(join(root, 'src/demo'), { recursive: true });
  fs.writeFileSync(join(root, 'src/demo/__init__.py'), '');
  fs.writeFileSync(
    join(root, 'src/demo/sums.py'),
    'def add(a: int, b: int) -> int:\n    return a + b\n',
  );
  return root;
}

describe('plop writes what create-persona writes:', () => {
  test.concurrent.each([...cases, ...parts])('%s %j %j', async (generator, asked, quiet) => {
    const [ours, placed, named] = [project(), project(), project()];

    const ends = await Promise.all([
      persona(ours, [generator, ...flags(asked), ...flags(quiet)]),
      plop(placed, [
        generator,
        ...Object.values(asked),
        ...(Object.keys(quiet).length === 0 ? [] : ['--', ...flags(quiet)]),
      ]),
      plop(named, [generator, '--', ...flags({ ...asked, ...quiet })]),
    ]);

    const failed = ends.filter(({ code }) => code !== 0);
    expect(failed).toEqual([]);
    expect(Object.keys(filesIn(ours))).toContain('.persona/manifest.json');
    expect(filesIn(placed)).toEqual(filesIn(ours));
    expect(filesIn(named)).toEqual(filesIn(ours));
  });
});
