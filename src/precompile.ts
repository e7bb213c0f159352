import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import { templateBroken } from './problems.ts';
import { helpers, type Template } from './render.ts';

const engine = Handlebars.create();

const options = {
  noEscape: true,
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
};

/**
 * A template as JavaScript source: what the build writes into the bundle, for compiling at run time
 * costs more than all the rest of a run (reference: `npm run bench`).
 *
 * @throws TemplateBroken - its text is not a Handlebars template
 */
export function templateSource(
  path: string,
  text: string,
): { spec: string; conditions: string[]; hash: string } {
  try {
    return {
      spec: String(engine.precompile(text, options)),
      conditions: conditionsOf(text),
      hash: createHash('sha256').update(text).digest('hex').slice(0, 12),
    };
  } catch (error) {
    throw templateBroken(path, (error as Error).message.split('\n')[0]!);
  }
}

/** The same, ready to be used: for the templates of a project, and while we work on our own. */
export function precompile(path: string, text: string): Template {
  const { spec, ...about } = templateSource(path, text);
  return { spec: new Function(`return ${spec}`)() as TemplateSpecification, ...about };
}

/** Names of the view that stand in an `#if`, an `#unless` or an `#each`, wherever the view is ours. */
function conditionsOf(text: string): string[] {
  const names = new Set<string>();
  class Conditions extends Handlebars.Visitor {
    override BlockStatement(block: hbs.AST.BlockStatement): void {
      for (const param of block.params as hbs.AST.PathExpression[]) {
        if (param.depth === 0 && !param.data && param.parts[0] !== undefined)
          names.add(param.parts[0]);
      }
      if (changesView(block)) return;
      this.accept(block.program);
      if (block.inverse) this.accept(block.inverse);
    }
  }
  new Conditions().accept(Handlebars.parse(text));
  return [...names];
}

const changesView = ({ path }: hbs.AST.BlockStatement) =>
  ['each', 'with'].includes((path as hbs.AST.PathExpression).original);
