import { answerRefused } from '../../problems.ts';

/** What one can do with a collection, in the order in which a router says it. */
export const operations = ['create', 'list', 'read', 'replace', 'update', 'delete'] as const;
export type Operation = (typeof operations)[number];

const meanings: Readonly<Record<string, readonly Operation[]>> = {
  get: ['list', 'read'],
  post: ['create'],
  put: ['replace'],
  patch: ['update'],
  ...Object.fromEntries(operations.map((each) => [each, [each]])),
};

/**
 * The operations that some methods stand for: `GET,post` as well as `list,create`.
 *
 * @throws AnswerRefused - a word is neither, or there is none
 */
export function readMethods(given: readonly string[]): readonly Operation[] {
  const words = given
    .flatMap((each) => each.split(','))
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '');
  const known =
    'Choose from GET, POST, PUT, PATCH and DELETE, or list and read, the halves of GET.';
  if (words.length === 0) throw answerRefused('methods', given.join(','), known);
  const wanted = words.flatMap((word) => {
    const meant = meanings[word];
    if (meant === undefined) throw answerRefused('methods', word, known);
    return meant;
  });
  return operations.filter((each) => wanted.includes(each));
}
