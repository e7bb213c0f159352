import type { Place } from '../../text/yaml.ts';
import type { Losing } from './reading.ts';
import type { Operation, Resource } from './resource.ts';

/**
 * Who may reach it: `none` where reading is declared to be open to all; nothing, where that is left
 * to `endpoint`, which then asks for the owner. What is not declared is never taken for open.
 * https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
 */
export function ownerOf({ onAll, onOne }: Resource, root: Place, { lose }: Losing): string {
  const operations = [...onAll, ...onOne];
  const declared = (each: Operation) => each.place.get('security') ?? root.get('security');
  const isOpen = (each: Operation) => {
    const given = declared(each);
    return given?.is === 'list' && given.items().every((item) => item.entries().length === 0);
  };
  for (const each of operations) {
    const name = `${each.method} ${each.path}`;
    if (isOpen(each))
      lose('security', name, 'asks for a bearer token all the same', declared(each)!);
    if (declared(each) === undefined)
      lose(
        'security',
        name,
        'asks for a bearer token: nothing is said about `security`',
        each.place,
      );
    for (const [scheme, at] of (declared(each)?.items() ?? []).flatMap((item) => item.entries()))
      if (!isBearer(scheme, root))
        lose('security', scheme, 'is a bearer token here, whatever it is there', at);
  }
  const reads = operations.filter(({ method }) => method === 'GET');
  return reads.length > 0 && reads.every(isOpen) ? 'none' : '';
}

function isBearer(name: string, root: Place): boolean {
  const scheme = root.get('components')?.get('securitySchemes')?.get(name);
  const word = (key: string) => String(scheme?.get(key)?.value ?? '').toLowerCase();
  return word('type') === 'http' && word('scheme') === 'bearer';
}
