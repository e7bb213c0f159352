import type { Reading, Workspace } from '../../generator.ts';
import { flagWrong } from '../../problems.ts';
import { text } from '../../questions.ts';
import type { Answers } from '../../stages.ts';
import { openapiAnswers } from './openapi.ts';
import { sourceText } from './source-text.ts';
import { specAnswers } from './spec.ts';

/**
 * What the file that `--from` names says to the questions of `endpoint`.
 *
 * @throws PathOutside, SourceWrong, OperationNotFound, FlagWrong
 */
export async function endpointSource(given: Answers, workspace: Workspace): Promise<Reading> {
  const [from, operation] = [text(given['from']), text(given['operation'])];
  if (from === '') {
    if (operation === '') return { answers: {}, changes: [] };
    throw flagWrong(
      '--operation has no document to look in.',
      'Name an OpenAPI document beside it, with `--from`.',
    );
  }
  const file = sourceText(from, workspace);
  const isSpec = file.path.endsWith('.md');
  if (isSpec && operation !== '')
    throw flagWrong(
      '--operation is for OpenAPI documents, and a specification is of one API.',
      'Leave it out.',
    );
  const says = (question: string) => given[question] !== undefined;
  return isSpec ? specAnswers(file) : openapiAnswers(file, operation, says);
}
