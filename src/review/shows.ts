import type { Options } from './options.ts';
import type { Session } from './checking.ts';
import { textFile } from '../check.ts';
import type { ExitCode, Io } from '../command.ts';
import { reading } from '../reading.ts';
import type { PlannedFile } from '../stages.ts';

/** `--graph`: who hands off to whom. */
export async function showGraph(
  { project, workspace: { targets } }: Session,
  form: NonNullable<Options['graph']>,
  io: Io,
): Promise<ExitCode> {
  const [{ handoffGraph }, { graphAsJson, graphAsMermaid }] = await Promise.all([
    import('../agents/handoff-graph.ts'),
    import('../agents/print-graph.ts'),
  ]);
  const graph = handoffGraph({ tree: project, targets });
  io.print(form === 'json' ? graphAsJson(graph) : graphAsMermaid(graph).trimEnd());
  return 0;
}

/** `--bill`: what each file costs. */
export async function showBills(
  { project, subjects }: Session,
  form: NonNullable<Options['bill']>,
  io: Io,
): Promise<ExitCode> {
  const { billAsText, billFor } = await import('../cost/bill-table.ts');
  const bills = await Promise.all(
    subjects.map(({ path, place }) => {
      const { text, document } = textFile(path, project.read(path) ?? '', place);
      return billFor(path, text, document);
    }),
  );
  if (form === 'json') io.print(JSON.stringify({ files: bills }, undefined, 2));
  else io.print(bills.map(billAsText).join('\n\n') || 'There is no agent file here.');
  return 0;
}

/** `--tools`: what each agent may really use. */
export async function showTools(
  { project, subjects, workspace: { asOf } }: Session,
  form: NonNullable<Options['tools']>,
  io: Io,
): Promise<ExitCode> {
  const { rightsAsJson, rightsAsText, rightsTable } = await import('../rights-table.ts');
  const rows = rightsTable(
    subjects.flatMap(({ path, place: { kind, target } }) => {
      if (kind !== 'agent' || target === undefined) return [];
      const text = project.read(path) ?? '';
      // Not every tool's agents are Markdown below front matter.
      const document = target.parse?.(text, path) ?? reading(text).document;
      return [{ path, document, target, ...(asOf !== undefined && { asOf }) }];
    }),
  );
  if (form === 'json') io.print(rightsAsJson(rows, asOf));
  else io.print(rows.length === 0 ? 'There is no agent file here.' : rightsAsText(rows));
  return 0;
}

/** `--fix --dry-run`: what would be written, line by line. */
export async function showDiff(
  files: readonly PlannedFile[],
  session: Session,
  io: Io,
): Promise<ExitCode> {
  const { diffOf } = await import('../text/diff.ts');
  // A diff speaks of lines, so those that end in CRLF are compared without it.
  const plain = files.map(({ path, text }) => ({ path, text: text.replaceAll('\r\n', '\n') }));
  const diff = diffOf({ generator: 'check', files: plain }, session.project);
  io.print(diff === '' ? 'Nothing would change.' : diff.trimEnd());
  return 0;
}
