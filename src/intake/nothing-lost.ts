import type { Source, Taken } from '../importer.ts';
import type { Change } from '../stages.ts';

/**
 * The lines of a source's text that stand in nothing that was made of it, as rows of the report.
 *
 * No importer means to lose a line. This is what makes it certain that one which does is found out
 * by whoever uses it, and not later by somebody who looks for what the file once said.
 */
export function lostLines({ path, document, lines }: Source, taken: Taken): readonly Change[] {
  // Of data each key is accounted for by its importer.
  if (/\.(json|ya?ml|toml)$/.test(path)) return [];
  if (taken.changes.some(({ how, what }) => how === 'lost' && what.startsWith('the whole file')))
    return [];
  const said = new Set(
    [
      ...(taken.personas ?? []).flatMap(({ head, body }) => [body, JSON.stringify(head)]),
      ...(taken.instructions ?? []).map(({ body }) => body),
      ...(taken.memories ?? []).map(({ text }) => text),
    ].flatMap((text) => text.split('\n').map((line) => line.trim())),
  );
  return lines.flatMap((line, index) => {
    if (index + 1 < document.bodyLine || line.trim() === '' || said.has(line.trim())) return [];
    return [
      {
        how: 'lost',
        path,
        line: index + 1,
        what: `\`${line.trim()}\``,
        because: 'nothing that we write has a place for it',
      },
    ];
  });
}
