import { defineCodeCheck } from '../code-check.ts';
import { at } from '../python/module.ts';
import { calleeOf, parametersOf } from '../python/function.ts';

export default defineCodeCheck({
  name: 'annotated-dependencies',
  why: 'Finds `Depends`, `Query` and their like as the default of a parameter.',
  example: 'src/app/sizes/router.py',

  *remarks(module) {
    for (const fn of module.all('function_definition')) {
      for (const { name, value, type, node } of parametersOf(fn)) {
        if (value?.type !== 'call' || !kinds.test(calleeOf(value))) continue;
        const written = `Annotated[${type?.text ?? '…'}, ${calleeOf(value)}(…)]`;
        yield {
          ...at(node),
          says: `\`${name}\` has \`${calleeOf(value)}(…)\` as its default: called from a test it would be just that.`,
          mend: `Write \`${name}: ${written}\`; a dependency gets an alias in \`dependencies.py\`.`,
        };
      }
    }
  },
});

/** https://fastapi.tiangolo.com/reference/parameters/ */
const kinds = /^(fastapi\.)?(Depends|Security|Query|Path|Header|Cookie|Body|Form|File)$/;
