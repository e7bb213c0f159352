import type { Place } from '../../text/yaml.ts';
import type { References } from './references.ts';
import type { Operation } from './resource.ts';

/** A schema of a request or an answer in JSON, and the media types beside it. */
export interface Media {
  readonly schema: Place | undefined;
  readonly others: readonly (readonly [type: string, place: Place])[];
  readonly place: Place;
}

/** https://spec.openapis.org/oas/v3.1.1.html#media-type-object */
export function bodySchema({ place }: Operation, references: References): Media | undefined {
  const given = place.get('requestBody');
  const body = given && references.follow(given);
  return body === undefined ? undefined : mediaOf(body);
}

/** The schema of what is answered when all went well. */
export function answerSchema({ place }: Operation, references: References): Place | undefined {
  const [, given] = successOf(place) ?? [];
  const answer = given && references.follow(given);
  return answer === undefined ? undefined : mediaOf(answer).schema;
}

export const successOf = (operation: Place): readonly [string, Place] | undefined =>
  operation
    .get('responses')
    ?.entries()
    .find(([status]) => /^2\d\d$|^2XX$/i.test(status));

function mediaOf(place: Place): Media {
  const all = place.get('content')?.entries() ?? [];
  const json = all.find(([type]) => isJson(type));
  return { schema: json?.[1].get('schema'), others: all.filter(([type]) => !isJson(type)), place };
}

/** `application/json; charset=utf-8` and `application/merge-patch+json` as well. */
const isJson = (type: string) =>
  /^(application\/json|\*\/\*|[\w.-]+\/[\w.-]+\+json)\s*(;|$)/i.test(type);
