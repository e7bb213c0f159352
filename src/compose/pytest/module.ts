/** What a Python module holds that a test must know of, without its syntax tree. */
export interface Module {
  /** As an import says it: `app.players.service`. */
  readonly dotted: string;
  /** What each imported name stands for, also those under `if TYPE_CHECKING:`. */
  readonly imports: ReadonlyMap<string, Origin>;
  /** By the way to them: `Outer.Inner`. */
  readonly classes: ReadonlyMap<string, ClassOf>;
  readonly functions: readonly FunctionOf[];
  /** `Name = …` and `type Name = …`, where what follows may be a type. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What a type variable may stand for: a type of Python, as a text. */
  readonly variables: ReadonlyMap<string, string>;
  /** `UserId = NewType("UserId", int)`: the type below. */
  readonly newTypes: ReadonlyMap<string, string>;
  /** `__all__`, where it is a plain list. */
  readonly exported: ReadonlySet<string> | undefined;
  /** Functions that `if __name__ == "__main__":` calls: they run the program. */
  readonly started: ReadonlySet<string>;
}

/** A name in a module, or a module itself. */
export interface Origin {
  readonly module: string;
  readonly name?: string;
}

export interface ClassOf {
  readonly path: string;
  readonly bases: readonly string[];
  readonly decorators: readonly string[];
  readonly fields: readonly FieldOf[];
  /** `RED = 1`: what an enum has. */
  readonly members: readonly string[];
  readonly functions: readonly FunctionOf[];
  readonly variables: ReadonlyMap<string, string>;
}

export interface FieldOf {
  readonly name: string;
  readonly type: string;
  readonly default: string | undefined;
}

export interface FunctionOf {
  readonly name: string;
  /** The class that it belongs to, or nothing. */
  readonly owner: string;
  readonly how: 'function' | 'method' | 'class' | 'static' | 'property';
  readonly parameters: readonly Parameter[];
  readonly returns: string;
  readonly isAsync: boolean;
  readonly yields: boolean;
  readonly decorators: readonly string[];
  readonly raises: readonly Raised[];
  readonly variables: ReadonlyMap<string, string>;
}

export interface Parameter {
  readonly name: string;
  readonly kind: 'positional' | 'any' | 'keyword' | 'args' | 'kwargs';
  readonly type: string | undefined;
  readonly default: string | undefined;
}

/** An exception that is raised by its name, and the longest piece of text that it is given. */
export interface Raised {
  readonly name: string;
  readonly says: string;
}

/** Without the module, as `Outer.method` or `function`. */
export const nameIn = ({ owner, name }: FunctionOf): string =>
  owner === '' ? name : `${owner}.${name}`;

export const isPrivate = (path: string): boolean =>
  path.split('.').some((part) => part.startsWith('_'));
