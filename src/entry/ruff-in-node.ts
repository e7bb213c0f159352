import { createRequire } from 'node:module';
import type { RuffResult, RuffWork } from '../gate.ts';

/**
 * A program of its own: reads files with ruff's WebAssembly build. It is called with the place of that
 * package, gets the work on standard input and answers on standard output, both in JSON.
 * https://www.npmjs.com/package/@astral-sh/ruff-wasm-nodejs
 */
interface Ruff {
  readonly PositionEncoding: { readonly Utf32: number };
  readonly Workspace: new (
    options: unknown,
    encoding: number,
  ) => {
    check(text: string): readonly {
      readonly code: string | null;
      readonly message: string;
      readonly start_location: { readonly row: number; readonly column: number };
      readonly fix: { readonly applicability?: string } | null;
    }[];
    format(text: string): string;
  };
}

async function main(place: string): Promise<void> {
  const { Workspace, PositionEncoding } = createRequire(__filename)(place) as Ruff;
  let given = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) given += String(chunk);
  const { jobs } = JSON.parse(given) as RuffWork;
  const results = jobs.flatMap(({ options, files }) => {
    const workspace = new Workspace(options, PositionEncoding.Utf32);
    return files.map(({ path, text }): RuffResult => {
      const remarks = workspace.check(text);
      return {
        path,
        remarks: remarks.map(({ code, message, start_location, fix }) => ({
          code,
          message,
          line: start_location.row,
          column: start_location.column,
          // The build of today does not say which of its fixes are safe.
          fixable: fix?.applicability === 'safe',
        })),
        isFormatted: isFormatted(workspace, text),
      };
    });
  });
  process.stdout.write(JSON.stringify(results));
}

/** What does not parse cannot be formatted, and is told of by `check`. */
function isFormatted(workspace: { format(text: string): string }, text: string): boolean {
  try {
    return workspace.format(text) === text;
  } catch {
    return true;
  }
}

main(process.argv[2]!).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
