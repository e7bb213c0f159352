import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';
import { templateBroken } from './problems.ts';
import { kebab, pascal, snake } from './words.ts';

/** A template as Handlebars precompiles it, and what we must know of it beside. */
export interface Template {
  readonly spec: TemplateSpecification;
  /** Names that the template only asks about: even strict, Handlebars takes a misspelt one for false. */
  readonly conditions: readonly string[];
  /** The first twelve hex digits of the SHA-256 of its text. */
  readonly hash: string;
}

/** Templates by their path under `templates/`. */
export type Templates = ReadonlyMap<string, Template>;

/** A file that a folder of templates became. */
export interface Rendered {
  readonly path: string;
  readonly text: string;
  /** The template and its version. */
  readonly template: string;
}

export interface Renderer {
  /** Fill in one template. */
  readonly text: (template: string, view: object) => string;
  /**
   * Fill in a folder of templates, whose paths may hold names too: `src/{{package}}/main.py.hbs`.
   * `wants` is asked for each, by its path in the folder; what it does not want is not filled in.
   */
  readonly folder: (
    folder: string,
    view: object,
    wants?: (path: string) => boolean,
  ) => readonly Rendered[];
  /** The template and its version, as the manifest keeps it: `primitives/chatmode.md.hbs@1a2b…`. */
  readonly version: (template: string) => string;
}

/** The helpers that templates may call, by name. No other is known to them. */
export const helpers = { kebab, pascal, snake };

/**
 * Make the renderer for a set of templates.
 *
 * It has a Handlebars of its own: no HTML escaping, for nothing here is HTML; strict, so that a
 * name missing from the view stops us instead of leaving a hole; and no helper but ours. Only the
 * runtime is loaded: the build has compiled what ships, `src/precompile.ts` the rest. Templates of
 * the stacks are many and seldom needed: `stacks` hands them over when the first is asked for.
 */
export function createRenderer(
  templates: Templates,
  stacks: () => Templates = () => new Map(),
): Renderer {
  const engine = (runtime as unknown as typeof Handlebars).create();
  engine.registerHelper(helpers);
  for (const [path, { spec }] of templates) {
    if (path.startsWith('partials/'))
      engine.registerPartial(
        path.slice('partials/'.length).replace(/\..*/, ''),
        engine.template(spec),
      );
  }

  let all: Templates | undefined;
  const shelf = (name: string): Templates => {
    if (!name.startsWith('stacks/')) return templates;
    all ??= new Map([...stacks(), ...templates]);
    return all;
  };

  const find = (name: string) => {
    const template = shelf(name).get(name);
    if (template === undefined) throw templateBroken(`templates/${name}`, 'there is no such file');
    return template;
  };

  const text = (name: string, view: object): string => {
    const { spec, conditions } = find(name);
    const stranger = conditions.find((each) => !(each in view));
    if (stranger !== undefined)
      throw templateBroken(`templates/${name}`, `its view has no "${stranger}"`);
    try {
      return engine.template(spec)(view);
    } catch (error) {
      throw templateBroken(`templates/${name}`, (error as Error).message.split('\n')[0]!);
    }
  };

  const version = (name: string) => `${name}@${find(name).hash}`;

  return {
    text,
    version,
    folder: (folder, view, wants = () => true) =>
      [...shelf(folder).keys()]
        .filter((name) => name.startsWith(`${folder}/`) && wants(inside(folder, name)))
        .sort()
        .map((name) => ({
          path: filledPath(name, inside(folder, name), view),
          text: text(name, view),
          template: version(name),
        })),
  };
}

/** The path that a template's output has in its folder. */
const inside = (folder: string, name: string) =>
  name.slice(folder.length + 1).replace(/\.hbs$/, '');

const filledPath = (template: string, path: string, view: object) =>
  path.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value: unknown = Object.entries(view).find(([key]) => key === name)?.[1];
    if (typeof value !== 'string' || value === '')
      throw templateBroken(`templates/${template}`, `its view has no "${name}"`);
    return value;
  });
