import type { Change } from '../../stages.ts';
import type { Place } from '../../text/yaml.ts';

/** Takes down what a file asks for and an endpoint cannot be: each with its place, and once. */
export interface Losing {
  readonly path: string;
  readonly lose: (what: Kind, name: string, because: string, at: Pick<Place, 'line'>) => void;
  readonly changes: readonly Change[];
}

type Kind = 'field' | 'method' | 'parameter' | 'answer' | 'security' | 'key' | 'text';

export function losing(path: string): Losing {
  const changes: Change[] = [];
  return {
    path,
    changes,
    lose: (kind, name, because, { line }) => {
      const change: Change = { how: 'lost', path, line, what: `${kind} ${name}`, because };
      const isKnown = changes.some(
        (each) =>
          each.line === line && each.what === change.what && each.because === change.because,
      );
      if (!isKnown) changes.push(change);
    },
  };
}
