import type { References } from './references.ts';
import { answerSchema, bodySchema } from './media.ts';
import type { Resource } from './resource.ts';

/**
 * How a resource is called: as the schema of what one creates or gets, without what such names end
 * in; where schemas have no names, as the last word of the path.
 */
export function nameOf({ onAll, onOne, path }: Resource, references: References): string {
  const places = [
    ...onOne.filter(({ method }) => method === 'GET').map((each) => answerSchema(each, references)),
    ...onAll
      .filter(({ method }) => method === 'POST')
      .map((each) => answerSchema(each, references)),
    ...[...onAll, ...onOne].map((each) => bodySchema(each, references)?.schema),
  ];
  const [name] = places
    .map((place) => references.nameOf(place).replace(ends, '').replace(begins, ''))
    .filter((each) => /^[A-Za-z]\w+$/.test(each));
  return name ?? path.split('/').findLast((each) => each !== '' && !each.startsWith('{')) ?? '';
}

const ends =
  /(?<=.)[-_.]?(Create|Update|Read|Request|Response|Payload|Input|Output|In|Out|Body|Dto|DTO|Schema|Model|Resource|Detail|Details)$/;
const begins = /^(Create|Update|New|Post|Patch|Put|Base)(?=[A-Z])/;
