import type { Workspace } from '../generator.ts';
import { text, texts } from '../questions.ts';
import type { Answers, PlannedFile } from '../stages.ts';
import { settleOnce, type Target } from '../target.ts';
import { kebab } from '../words.ts';
import { conventionsOf } from './agent.ts';
import { contractTitle } from './contract.ts';
import { type Operation, readMethods } from './fastapi/methods.ts';

const template = 'primitives/spec.md.hbs';

/** What each method answers when all is well, and what it refuses. https://www.rfc-editor.org/rfc/rfc9110 */
const answered = {
  GET: { success: '200', refused: '401, 404' },
  list: { success: '200', refused: '401' },
  read: { success: '200', refused: '401, 404' },
  POST: { success: '201', refused: '401, 409, 422, 429' },
  PUT: { success: '200', refused: '401, 404, 422, 429' },
  PATCH: { success: '200', refused: '401, 404, 422, 429' },
  DELETE: { success: '204', refused: '401, 404' },
} as const;
type Word = keyof typeof answered;

const methodOf = {
  create: 'POST',
  list: 'list',
  read: 'read',
  replace: 'PUT',
  update: 'PATCH',
  delete: 'DELETE',
} as const satisfies Readonly<Record<Operation, Word>>;

/**
 * The methods of an API in the fewest words: the halves of GET where only one of them is wanted.
 *
 * @throws AnswerRefused - a word is no method, and none of what `endpoint` takes for one
 */
function methodWords(given: readonly string[]): readonly Word[] {
  if (given.length === 0) return ['POST', 'GET'];
  const wanted = new Set(readMethods(given).map((operation): Word => methodOf[operation]));
  if (wanted.has('list') && wanted.has('read')) {
    wanted.add('GET').delete('list');
    wanted.delete('read');
  }
  return (Object.keys(answered) as readonly Word[]).filter((word) => wanted.has(word));
}

const inWords = (word: Word) => (word === 'list' || word === 'read' ? `GET (${word})` : word);

const kinds = { feature: 'Feature', api: 'API', component: 'Component' } as const;
export type SpecKind = keyof typeof kinds;
export const specKinds = Object.keys(kinds) as readonly SpecKind[];

/**
 * The specification of a feature, an API or a component: what is wanted, and when it is good enough.
 *
 * @throws AnswerRefused - an API has no such method
 */
export function specFile(
  answers: Answers,
  targets: readonly Target[],
  workspace: Workspace,
): PlannedFile {
  const title = text(answers['name']);
  const kind = text(answers['type']) as SpecKind;
  const component = text(answers['component']) || kebab(title);
  const facts = workspace.facts();
  const persona = workspace.personas.get(text(answers['persona']));
  const gates = persona?.gates ?? { development: 60, staging: 70, production: 80 };
  const chosen = methodWords(texts(answers['methods']));

  const body = workspace.render.text(template, {
    kindTitle: kinds[kind],
    title,
    summary: text(answers['summary']),
    component,
    who: text(answers['who']) || `The team of ${facts.name}`,
    acceptance: acceptance(texts(answers['done-when']), title),
    isApi: kind === 'api',
    interfaceText:
      kind === 'component'
        ? `Callers see \`${component}\` through one module; everything else in it is private to it.`
        : '',
    contractTitle,
    choices: choices(answers),
    path: text(answers['path']) || `/${kebab(title)}`,
    methods: chosen.join(', '),
    operations: chosen.map((word) => ({
      method: inWords(word),
      success: answered[word].success,
      refused:
        answers['no-rate-limit'] === true
          ? answered[word].refused.replace(', 429', '')
          : answered[word].refused,
    })),
    fields: texts(answers['fields'])
      .flatMap((each) => each.split(/,\s*(?=\w+:)/))
      .map(field),
    implementation:
      persona === undefined
        ? ['The smallest change that does what is written above.']
        : conventionsOf(persona, workspace).map(({ title: name, rule }) => `**${name}:** ${rule}`),
    security: [
      'Every request names who makes it; what they may see is decided on the server.',
      'Input is validated at the edge, by type and by length.',
      `No secret is in code, configuration or logs: \`${facts.secrets}\`.`,
    ],
    performance: [
      'Every list has a limit, and every call to another service a timeout.',
      'A figure is promised only after it was measured on real data.',
    ],
    testing: [
      `Unit tests beside the code: \`${facts.test}\`.`,
      'Integration tests against the real stores, not against mocks of them.',
      `Coverage: \`${facts.coverage}\`.`,
    ],
    monitoring: [
      'Each request and each failure leaves one structured log line with an id that links them.',
      'Count requests, failures and duration, by operation.',
    ],
    documentation: [
      kind === 'api'
        ? 'OpenAPI names each operation, its answers and its errors.'
        : 'The public functions say what they promise and what they raise.',
      'A decision that was hard to make is written down as a memory.',
    ],
    toStaging: [
      `Branch coverage ≥${gates.staging}%`,
      'Integration tests pass',
      `Lint and types are clean: \`${facts.lint}\`, \`${facts.types}\``,
    ],
    toProduction: [
      `Branch coverage ≥${gates.production}%`,
      'End-to-end tests pass',
      `No secret has come in: \`${facts.secrets}\``,
    ],
    references: references(texts(answers['references']), workspace),
  });
  const head = {
    type: kind,
    category: text(answers['category']) || kind,
    status: 'draft',
    priority: text(answers['priority']) || 'medium',
    created: workspace.today,
    updated: workspace.today,
  };
  return settleOnce({ kind: 'spec', slug: kebab(title), head, body }, targets, {
    template: workspace.render.version(template),
  });
}

const acceptance = (given: readonly string[], title: string) =>
  given.length > 0 ? given : [`${title} does what the overview says, and a test shows it`];

/** `name:type` or `name:type=default`, as the endpoint generator takes it. */
function field(given: string): { name: string; type: string } {
  const [name = '', ...type] = given.split(':');
  return { name: name.trim(), type: JSON.stringify(type.join(':').trim() || 'str') };
}

/** What an endpoint made from it takes as it is written here; nothing, where nobody said anything. */
const choices = (answers: Answers): readonly { key: string; value: string }[] => [
  ...texts(answers['store'])
    .slice(0, 1)
    .map(() => ({ key: 'store', value: `[${texts(answers['store']).join(', ')}]` })),
  ...(['owner', 'plural'] as const)
    .filter((key) => text(answers[key]) !== '')
    .map((key) => ({ key, value: JSON.stringify(text(answers[key])) })),
  ...(['websocket', 'background-task', 'no-rate-limit'] as const)
    .filter((key) => answers[key] === true)
    .map((key) => ({ key, value: 'true' })),
];

const references = (given: readonly string[], { project }: Workspace) => {
  const own = ['README.md', 'AGENTS.md', 'CONTRIBUTING.md']
    .filter((path) => project.has(path))
    .map((path) => `[${path}](../${path})`);
  const all = [...given, ...own];
  return all.length > 0
    ? all
    : ['How to write an HTTP API: <https://www.rfc-editor.org/rfc/rfc9110>'];
};
