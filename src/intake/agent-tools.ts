import { lineOfKey } from '../front-matter.ts';
import type { Source } from '../importer.ts';
import type { Target } from '../target.ts';
import { toolsIn } from '../rights/tool-names.ts';
import { asMap, type HeadReader } from './dialect.ts';
import { toolsInText } from './prose.ts';
import { type Named, takeTools, type ToolsTaken } from './tools.ts';

/**
 * What an agent may use: by the list in its front matter, or where it has none by the tools that
 * its text allows by name.
 *
 * @param only - the servers that the file allows, where it says so
 */
export function toolsOf(
  source: Source,
  reader: HeadReader,
  own: Target,
  targets: readonly Target[],
  only: readonly string[] | undefined,
): ToolsTaken {
  const value = reader.value('tools');
  const key = reader.keyOf('tools');
  const denied = reader.value('denied');
  const map = asMap(value);
  const isMap = Object.keys(map).length > 0;
  const listed = isMap ? map['allowed'] : value;
  const named = (names: readonly string[], under: string): readonly Named[] =>
    names.map((name) => ({ name, line: lineOfName(source, name, under) }));
  const names = listed === undefined ? undefined : toolsIn(listed);
  const inText = names === undefined && value === undefined ? toolsInText(source) : [];
  const fromText = takeTools(source.path, inText, [], own, targets, only);
  const withheld = named(toolsIn(isMap ? map['denied'] : denied) ?? [], isMap ? 'denied' : '');
  // A text that lists its tools means these and no others, though no tool reads it there.
  // Without a list its own tool knows none of the names, and `can` says what they are taken for.
  if (inText.length > 0 && fromText.list?.length !== 0)
    return { can: fromText.can, servers: fromText.servers, changes: [] };
  return takeTools(
    source.path,
    names === undefined ? undefined : named(names, key),
    withheld,
    own,
    targets,
    only,
  );
}

/** The line of the front matter on which a name stands, or that of its key. */
function lineOfName({ lines, text, document }: Source, name: string, key: string): number {
  const at = lines.findIndex((line, index) => index > 0 && line.includes(name));
  return at >= 0 && at + 1 < document.bodyLine ? at + 1 : lineOfKey(text, [key]);
}
