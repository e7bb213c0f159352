import type { Question, Workspace } from '../../generator.ts';
import type { Answers, Plan } from '../../stages.ts';
import { readEndpoint } from './endpoint.ts';
import { stores } from './stores.ts';
import type { Endpoint } from './endpoint-view.ts';
import { refuseLacking } from './lacking.ts';
import { personaOf, personaQuestion, refuseDenied } from './layout.ts';
import { type PartName, partFiles } from './parts.ts';

/** One part of a resource by itself: the same texts that `endpoint` writes, and its own rules of names. */

type Alone = Exclude<PartName, 'endpoint'>;

/** As much of what an endpoint asks as a part must know. */
export const nameQuestions: readonly Question[] = [
  { name: 'name', kind: 'text', asks: 'What is it called, in the singular?' },
  {
    name: 'fields',
    kind: 'texts',
    asks: 'Which fields, as name:type or name:type=default (empty: those that it has, or name:str)?',
    default: [],
  },
];

export const storeQuestion: Question = {
  name: 'store',
  kind: 'many',
  asks: 'Where is it kept?',
  of: () => stores.map((value) => ({ value, title: value })),
  default: ['redis'],
};

export const quietQuestions: readonly Question[] = [
  {
    name: 'path',
    kind: 'text',
    quiet: true,
    default: '',
    asks: 'Where its endpoint will be, such as /players/{player_id}/actions: its parameters tell items apart',
  },
  {
    name: 'owner',
    kind: 'text',
    quiet: true,
    default: '',
    asks: 'Who may reach it: a parameter of the path, user (whoever made it) or none',
  },
  { name: 'plural', kind: 'text', quiet: true, default: '', asks: 'How several of it are called' },
  { name: 'package', kind: 'text', quiet: true, default: '', asks: 'The package under src/' },
  personaQuestion,
];

/**
 * A part of a resource with what it stands on and with its tests. What stands there is used.
 *
 * @throws NameRefused, PathRefused, FieldRefused, AnswerRefused - before anything is planned
 * @throws ProjectUnfit, PathDenied
 */
export function partPlan(generator: Alone, answers: Answers, workspace: Workspace): Plan {
  const asked = { methods: ['POST,GET,PUT,PATCH,DELETE'], store: ['redis'], ...answers };
  const endpoint = readEndpoint(asked, generator, workspace);
  if (generator !== 'model') refuseLacking({ ...endpoint, isLimited: false }, workspace);
  const files = partFiles(endpoint, generator, workspace);
  refuseDenied(files, personaOf(answers, workspace));
  return { generator, files, next: [...nextOf(generator, endpoint)] };
}

function* nextOf(generator: Alone, { names, package: name }: Endpoint): Iterable<string> {
  yield `One is \`${names.one}\`, several are \`${names.many}\`: \`--plural\` says it otherwise.`;
  if (generator === 'service')
    yield `A route of yours asks for it by \`service: ${names.model}ServiceDep\`; those that \`endpoint\` writes go to the repository, for they need no more than one call.`;
  yield `Run its tests: \`uv run pytest tests/unit/${names.many} --cov=src/${name}/${names.many}\`.`;
  yield `Give it the parts that it lacks: \`create-persona endpoint ${names.one.replaceAll('_', '-')}\`. What is there stays.`;
}
