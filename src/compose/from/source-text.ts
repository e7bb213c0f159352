import type { Workspace } from '../../generator.ts';
import { nearest } from '../../nearest.ts';
import { pathOutside, sourceWrong } from '../../problems.ts';
import { largest } from '../../tree.ts';

/**
 * The text of a file of the project that a person has named, with LF.
 *
 * @throws PathOutside - it is not in the project, or a link that leads out of it
 * @throws SourceWrong - it is no file, no text, or too large
 */
export function sourceText(
  given: string,
  { project, leadsOut }: Workspace,
): { path: string; text: string } {
  const slashed = given.replaceAll('\\', '/');
  const parts = slashed.split('/').filter((each) => each !== '.' && each !== '');
  if (slashed.startsWith('/') || /^[A-Za-z]:/.test(slashed) || parts.includes('..'))
    throw pathOutside(given);
  const path = parts.join('/');
  if (leadsOut(path)) throw pathOutside(given);
  const text = path === '' ? undefined : project.read(path);
  if (text === undefined) {
    const there = path !== '' && project.has(path);
    const meant = there
      ? undefined
      : nearest(
          path,
          project.paths().filter((each) => /\.(ya?ml|json|md)$/.test(each)),
        );
    throw sourceWrong(
      path === '' ? given : path,
      there || path === '' ? 'is a folder.' : 'is not there.',
      `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Name a file of the project: an OpenAPI document, or a specification of an API.`,
    );
  }
  if (text.trim() === '')
    throw sourceWrong(
      path,
      `is empty, or larger than ${largest / 1024 / 1024} MiB.`,
      'Name a file with the operation in it, and not much else.',
    );
  if (text.includes('\0') || text.includes('\uFFFD'))
    throw sourceWrong(path, 'is not UTF-8 text.', 'Save it as UTF-8.');
  return { path, text: text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n') };
}
