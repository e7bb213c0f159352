import { notRegistered } from '../../problems.ts';
import { type Node, parsePython } from '../../python/parser.ts';
import { fold } from './fold.ts';

/** A router, and the module and name that `api.py` knows it by. */
export interface Registration {
  readonly module: string;
  readonly alias: string;
}

/**
 * The text of `api.py` with one router more; the same text, where it is registered already. Only the
 * two lines are added: comments, line ends and whatever else stands there stay.
 *
 * @throws NotRegistered - it does not parse, has no such `APIRouter`, or means something else by that name
 */
export function withRouter(path: string, text: string, router: Registration): string {
  const edits = parsePython(text, (root) => editsFor(path, text, root, router));
  if (edits === undefined) throw new Error('loadPython() comes before withRouter()');
  return edits
    .sort((a, b) => b.at - a.at)
    .reduce((before, edit) => before.slice(0, edit.at) + edit.text + before.slice(edit.at), text);
}

function editsFor(path: string, text: string, root: Node, { module, alias }: Registration): Edit[] {
  const line = `from ${module} import router as ${alias}`;
  const refuse = (because: string, router = 'api_router') =>
    notRegistered(path, because, [line, `${router}.include_router(${alias})`]);

  if (root.hasError) throw refuse('it is not valid Python');
  const statements = root.namedChildren.filter((node): node is Node => node !== null);
  const router = apiRouterOf(statements);
  if (router === undefined) throw refuse('it has no `api_router = APIRouter(…)` at the top level');
  const imports = statements.filter(({ type }) => type === 'import_from_statement');
  const isImported = imports.some(
    (node) => moduleOf(node) === module && aliasesOf(node).includes(alias),
  );
  if (!isImported && namesOf(statements).includes(alias))
    throw refuse(`the name \`${alias}\` means something else there`, router);

  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = fold(line).replaceAll('\n', eol);
  const edits: Edit[] = isImported ? [] : [importEdit(text, statements, lines, module, eol)];
  const calls = statements.filter((node) => isCall(node, router));
  if (calls.some((node) => firstArgument(node) === alias)) return edits;
  const last = calls.at(-1);
  const at = last === undefined ? text.trimEnd().length : lineEnd(text, last.endIndex);
  const gap = last === undefined ? eol : '';
  return [...edits, { at, text: `${gap}${eol}${router}.include_router(${alias})` }];
}

interface Edit {
  readonly at: number;
  readonly text: string;
}

/** Where the import goes: among those of its package by the alphabet, else below all of them. */
function importEdit(
  text: string,
  statements: readonly Node[],
  line: string,
  module: string,
  eol: string,
): Edit {
  const family = (name: string) => name.split('.')[0];
  const imports = statements.filter(({ type }) => type === 'import_from_statement');
  const own = imports.filter((node) => family(moduleOf(node)) === family(module));
  const next = own.find((node) => moduleOf(node) > module);
  if (next !== undefined) return { at: next.startIndex, text: `${line}${eol}` };
  const last = own.at(-1);
  if (last !== undefined) return { at: lineEnd(text, last.endIndex), text: `${eol}${line}` };
  const above = imports.at(-1) ?? statements.find(({ type }) => type === 'expression_statement');
  return above === undefined
    ? { at: 0, text: `${line}${eol}${eol}` }
    : { at: lineEnd(text, above.endIndex), text: `${eol}${eol}${line}` };
}

/** `api_router`, or whatever else the only router of the module is called. */
function apiRouterOf(statements: readonly Node[]): string | undefined {
  const routers = statements.flatMap((node) => {
    const assignment = node.namedChild(0);
    if (node.type !== 'expression_statement' || assignment?.type !== 'assignment') return [];
    const value = assignment.childForFieldName('right');
    const makes = value?.type === 'call' ? value.childForFieldName('function')?.text : undefined;
    return makes === 'APIRouter' || makes === 'fastapi.APIRouter'
      ? [assignment.childForFieldName('left')!.text]
      : [];
  });
  return routers.includes('api_router') || routers.length > 1
    ? routers.find((name) => name === 'api_router')
    : routers[0];
}

/** Every name that an import or an assignment of the module makes. */
const namesOf = (statements: readonly Node[]) =>
  statements.flatMap((node) =>
    /^import/.test(node.type)
      ? aliasesOf(node)
      : [node.namedChild(0)?.childForFieldName('left')?.text ?? ''],
  );

const moduleOf = (node: Node) => node.childForFieldName('module_name')?.text ?? '';

const aliasesOf = (node: Node) =>
  node
    .childrenForFieldName('name')
    .flatMap((each) => (each?.childForFieldName('alias') ?? each)?.text ?? []);

const isCall = (node: Node, router: string) =>
  node.type === 'expression_statement' &&
  node.namedChild(0)?.type === 'call' &&
  node.namedChild(0)!.childForFieldName('function')?.text === `${router}.include_router`;

const firstArgument = (node: Node) =>
  node.namedChild(0)?.childForFieldName('arguments')?.namedChild(0)?.text;

/** The end of the line, comments behind the statement included. */
function lineEnd(text: string, from: number): number {
  const at = text.slice(from).search(/\r?\n|$/);
  return from + at;
}
