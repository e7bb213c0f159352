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

export interface Renderer {
  /** Fill in one template. */
  readonly text: (template: string, view: object) => string;
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
 * runtime is loaded: the build has compiled what ships, `src/precompile.ts` the rest.
 */
export function createRenderer(templates: Templates): Renderer {
  const engine = (runtime as unknown as typeof Handlebars).create();
  engine.registerHelper(helpers);
  for (const [path, { spec }] of templates) {
    if (path.startsWith('partials/'))
      engine.registerPartial(
        path.slice('partials/'.length).replace(/\..*/, ''),
        engine.template(spec),
      );
  }

  const find = (name: string) => {
    const template = templates.get(name);
    if (template === undefined) throw templateBroken(`templates/${name}`, 'there is no such file');
    return template;
  };

  return {
    text: (name, view) => {
      const { spec, conditions } = find(name);
      const stranger = conditions.find((each) => !(each in view));
      if (stranger !== undefined)
        throw templateBroken(`templates/${name}`, `its view has no "${stranger}"`);
      try {
        return engine.template(spec)(view);
      } catch (error) {
        throw templateBroken(`templates/${name}`, (error as Error).message.split('\n')[0]!);
      }
    },
    version: (name) => `${name}@${find(name).hash}`,
  };
}
