import { defineGate, type Fault, lastWords, notRun, shown, type Verdict } from '../gate.ts';
import { count } from '../words.ts';

// https://github.com/microsoft/pyright/blob/main/docs/command-line.md#json-output
interface Diagnostic {
  readonly file: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly rule?: string;
  readonly range?: { readonly start: { readonly line: number; readonly character: number } };
}

export default defineGate({
  name: 'types',
  asks: 'pyright has no error to tell of',
  why: 'Types that do not fit are faults that no test needs to find. pyright reads the project by its own settings.',

  async measure({ tools, run, scope, pathOf, pyrightInNode }) {
    const pyright = tools.find('pyright') ?? pyrightInNode;
    if (pyright === undefined) {
      const { says, mend } = tools.lacks('pyright');
      return notRun(says, `${mend} Or take the one of npm: \`npm install --save-dev pyright\`.`);
    }
    // uv puts its Python on the path, where pyright looks for it.
    const isFound = tools.python === undefined || pyright[0] === 'uv';
    const python = isFound ? [] : ['--pythonpath', tools.python];
    const words = [...pyright, ...python, ...scope.source, ...scope.tests];
    const command = shown(words);
    const ran = await run([...words, '--outputjson']);
    const all = diagnosticsIn(ran.stdout);
    if (all === undefined) {
      const says = `pyright stopped with "${lastWords(ran)}".`;
      return notRun(says, `Mend what \`${command}\` stops at.`, [command]);
    }
    if (tools.python !== undefined) return verdict(all, command, pathOf);
    const blind = new Set(all.filter(isImport).map(({ file }) => file));
    const isSure = (each: Diagnostic) => isCertain(each, blind);
    const certain = verdict(all.filter(isSure), command, pathOf);
    if (certain.state === 'failed' || all.every(isSure)) return certain;
    return notRun(
      'Without Python, pyright cannot see the packages that the code imports: what it finds proves little.',
      'Install uv or Python, then what the project needs.',
      [command],
    );
  },
});

const isImport = ({ rule }: Diagnostic) => rule === 'reportMissingImports';

/**
 * Whether it would be said with every package in its place too. Where an import is missing, no
 * `isinstance` narrows to what it would have brought; what is assigned and returned is sure even so.
 */
const isCertain = ({ rule = '', file }: Diagnostic, blind: ReadonlySet<string>) =>
  blind.has(file)
    ? ['', 'reportAssignmentType', 'reportReturnType', 'reportUndefinedVariable'].includes(rule)
    : !['reportInvalidTypeForm', 'reportIncompatibleMethodOverride'].includes(rule) &&
      !/^reportUn(known|typed)/.test(rule);

const levels = { error: 'error', warning: 'warning', information: 'info' } as const;

function verdict(
  diagnostics: readonly Diagnostic[],
  command: string,
  pathOf: (file: string) => string,
): Verdict {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const many = [count(errors, 'error'), ...(warnings > 0 ? [count(warnings, 'warning')] : [])];
  return {
    state: errors === 0 ? 'passed' : 'failed',
    says: errors + warnings === 0 ? 'every type fits' : many.join(', '),
    value: errors,
    threshold: 0,
    findings: diagnostics.map(
      ({ file, severity, message, rule, range }): Fault => ({
        path: pathOf(file),
        line: (range?.start.line ?? 0) + 1,
        column: (range?.start.character ?? 0) + 1,
        level: levels[severity],
        says: message.replaceAll(/\s+/g, ' '),
        mend:
          rule === undefined
            ? 'Mend it: the code cannot be read otherwise.'
            : `Mend the type. The rule is ${rule}.`,
      }),
    ),
    commands: [command],
  };
}

/** Other words may stand before the document, of whoever fetched pyright. */
function diagnosticsIn(stdout: string): readonly Diagnostic[] | undefined {
  try {
    const document = JSON.parse(stdout.slice(stdout.search(/^\{/m))) as {
      generalDiagnostics: readonly Diagnostic[];
    };
    return document.generalDiagnostics;
  } catch {
    return undefined;
  }
}
