import type { Tree } from '../tree.ts';

/** A persona of Hypertool, as far as a chat mode can disagree with it: `.hypertool/personas/<id>.json`. */
export interface HypertoolPersona {
  readonly path: string;
  readonly tokenBudget?: number;
  readonly displayName?: string;
  readonly icon?: string;
  readonly allowedServers?: readonly string[];
  readonly restrictedPaths?: readonly string[];
  /** The tools that are allowed, by server. */
  readonly allowedTools?: Readonly<Record<string, readonly string[]>>;
}

/** The persona of that id, if the repository has one that can be read. */
export function hypertoolPersona(id: string, tree: Tree): HypertoolPersona | undefined {
  if (!/^[\w-]{1,80}$/.test(id)) return undefined;
  const path = `.hypertool/personas/${id}.json`;
  const text = tree.has(path) ? tree.read(path) : undefined;
  if (text === undefined) return undefined;
  const value = parsed(text);
  if (value === undefined) return undefined;
  const texts = (key: string) => {
    const list = value[key];
    return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : undefined;
  };
  const text1 = (key: string) => (typeof value[key] === 'string' ? value[key] : undefined);
  const [servers, paths] = [texts('allowedServers'), texts('restrictedPaths')];
  const [displayName, icon] = [text1('displayName'), text1('icon')];
  const tools = value['allowedTools'];
  return {
    path,
    ...(typeof value['tokenBudget'] === 'number' && { tokenBudget: value['tokenBudget'] }),
    ...(displayName !== undefined && { displayName }),
    ...(icon !== undefined && { icon }),
    ...(servers && { allowedServers: servers }),
    ...(paths && { restrictedPaths: paths }),
    ...(isMap(tools) && {
      allowedTools: Object.fromEntries(
        Object.entries(tools).flatMap(([server, list]) =>
          Array.isArray(list) ? [[server, list.filter((each) => typeof each === 'string')]] : [],
        ),
      ),
    }),
  };
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
