import { defineCodeCheck } from '../code-check.ts';
import { at, type Module } from '../python/module.ts';
import {
  above,
  argumentsOf,
  calleeOf,
  childrenOf,
  nameOf,
  parametersOf,
} from '../python/function.ts';
import { importsOf, isIn } from '../python/imports.ts';
import { routesOf } from '../python/routes.ts';

export default defineCodeCheck({
  name: 'pydantic-models',
  why: 'Finds the API of Pydantic v1, and request bodies that are no model. Whether a model says all limits that its data has, only its author knows.',
  example: 'src/app/players/schemas.py',

  *remarks(module) {
    const imports = importsOf(module).filter(({ module: from }) => isIn(from, 'pydantic'));
    for (const { node, module: from, name } of imports) {
      const instead = from === 'pydantic' ? names[name] : undefined;
      if (instead === undefined && !isIn(from, 'pydantic.v1')) continue;
      yield {
        ...at(node),
        says: `\`${from}.${name}\` is Pydantic v1.`,
        mend: instead ?? 'Import from `pydantic`.',
      };
    }
    yield* bodies(module);
    if (imports.length > 0) yield* leftovers(module);
  },
});

/** https://docs.pydantic.dev/latest/migration/ */
const names: Readonly<Record<string, string>> = {
  validator: 'Use `field_validator`, with `@classmethod` below it.',
  root_validator: 'Use `model_validator`.',
  parse_obj_as: 'Use `TypeAdapter(…).validate_python(…)`.',
  parse_raw_as: 'Use `TypeAdapter(…).validate_json(…)`.',
  BaseSettings: 'Import it from `pydantic_settings`.',
  Extra: 'Write `extra="forbid"` in `ConfigDict`.',
};

const methods: Readonly<Record<string, string>> = {
  dict: 'model_dump',
  parse_obj: 'model_validate',
  parse_raw: 'model_validate_json',
  from_orm: 'model_validate',
  construct: 'model_construct',
  schema_json: 'model_json_schema',
  update_forward_refs: 'model_rebuild',
  __fields__: 'model_fields',
};

/** Keywords of `BaseModel.json()`; a response has a `json()` too, without them. */
const dumps = /^(exclude|include|by_alias|exclude_unset|exclude_none|exclude_defaults|indent)$/;

function* leftovers(module: Module) {
  for (const inner of module.all('class_definition')) {
    const outer = above(inner, 'class_definition', 'function_definition');
    if (nameOf(inner) !== 'Config' || outer?.type !== 'class_definition') continue;
    yield {
      ...at(inner),
      says: '`class Config` is Pydantic v1.',
      mend: 'Write `model_config = ConfigDict(…)`.',
    };
  }
  for (const node of module.all('attribute')) {
    const name = node.childForFieldName('attribute')!;
    const call = node.parent?.type === 'call' ? node.parent : undefined;
    const isCalled = call?.childForFieldName('function')?.id === node.id;
    const isDump =
      name.text === 'json' &&
      isCalled &&
      argumentsOf(call!).some(
        (each) => each.type === 'keyword_argument' && dumps.test(nameOf(each)),
      );
    const instead = isDump
      ? 'model_dump_json'
      : Object.hasOwn(methods, name.text)
        ? methods[name.text]
        : undefined;
    if (instead === undefined || (!isCalled && name.text !== '__fields__')) continue;
    // `os.environ.dict()` and the like are nobody's API; a module of that name is.
    yield {
      ...at(name),
      says: `\`.${name.text}\` is Pydantic v1.`,
      mend: `Use \`${instead}\`.`,
    };
  }
  for (const call of module.all('call')) {
    if (calleeOf(call) !== 'Field') continue;
    const old = argumentsOf(call).find((each) =>
      /^(regex|min_items|max_items|const)$/.test(nameOf(each)),
    );
    if (old === undefined) continue;
    yield {
      ...at(old),
      says: `\`${nameOf(old)}\` of \`Field\` is Pydantic v1.`,
      mend: {
        regex: 'Write `pattern`.',
        min_items: 'Write `min_length`.',
        max_items: 'Write `max_length`.',
        const: 'Use `Literal`.',
      }[nameOf(old)]!,
    };
  }
}

/** A body without a model is checked by nobody, and OpenAPI cannot show it. */
function* bodies(module: Module) {
  for (const { handler, method } of routesOf(module)) {
    if (!/^(post|put|patch)$/.test(method)) continue;
    for (const { node, name, type } of parametersOf(handler)) {
      const text = type?.text ?? '';
      if (!/^(dict|Dict|list\[dict|Mapping|MutableMapping)\b/.test(text)) continue;
      yield {
        ...at(node),
        says: `\`${name}\` is \`${text}\`: nobody checks it, and OpenAPI cannot show it.`,
        mend: 'Take a Pydantic model.',
      };
    }
    const raw = childrenOf(handler.childForFieldName('body')).find(({ text }) =>
      /await\s+\w*request\w*\.(json|body|form)\(\)/.test(text),
    );
    if (raw === undefined) continue;
    yield {
      ...at(raw),
      says: `\`${nameOf(handler)}\` reads the bare request: nobody checks it.`,
      mend: 'Take a Pydantic model.',
    };
  }
}
