import { isMarkdown } from './place.ts';
import type { AgentFile, Given } from './reader.ts';
import { readersOf } from './readers/index.ts';

/** What one agent file gives, with every reader that it has. */
export interface Row {
  readonly path: string;
  readonly readers: readonly (Given & { readonly reader: string; readonly title: string })[];
}

/** What every agent may really use, file by file and reader by reader. */
export const rightsTable = (files: readonly AgentFile[]): readonly Row[] =>
  files.map((file) => ({
    path: file.path,
    readers: readersOf(file.target).map(({ id: reader, title, gives }) => {
      const { broken } = file.document;
      const given = gives(file);
      const unread =
        given.unread ??
        (broken &&
          `${isMarkdown(file.path) ? 'its front matter' : 'the file'} cannot be read: ${broken.because}`);
      return { reader, title, ...given, ...(unread !== undefined && { unread }) };
    }),
  }));

export const rightsAsText = (rows: readonly Row[]): string =>
  rows
    .map(({ path, readers }) => [path, ...readers.flatMap((each) => sentences(each))].join('\n'))
    .join('\n\n');

const words = { all: 'ALL', none: 'NONE', exact: 'exact' } as const;

function sentences(given: Row['readers'][number]): readonly string[] {
  const { title, unread, are, because, tools, can = [], left } = given;
  const names = can.length > 0 ? can : tools;
  const what = `${words[are]}, because ${because}${are === 'exact' ? `: ${names.join(', ')}` : ''}`;
  return [
    `  ${title}: ${unread === undefined ? what : `not read, because ${unread}; it would get ${what}`}`,
    ...[...new Set(left.map((each) => each.because))].map((why) => {
      const names = left.filter((each) => each.because === why).map(({ name }) => `\`${name}\``);
      return `    without ${names.join(', ')}: ${why}`;
    }),
  ];
}

export const rightsAsJson = (rows: readonly Row[], asOf: string | undefined): string =>
  JSON.stringify({ ...(asOf !== undefined && { asOf }), agents: rows }, undefined, 2);
