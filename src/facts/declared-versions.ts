import { readToml } from '../text/toml.ts';
import { allOf, type Range, rangeIn, versionIn } from './version-range.ts';

/** What of this is a product, and under which names package files know it. */
export interface Product {
  readonly title: string;
  readonly npm?: string;
  readonly pypi?: string;
}

/** Those whose version people write into prose. */
export const products: readonly Product[] = [
  { title: 'Python' },
  { title: 'Node.js' },
  { title: 'TypeScript', npm: 'typescript' },
  { title: 'React', npm: 'react' },
  { title: 'Next.js', npm: 'next' },
  { title: 'Vue', npm: 'vue' },
  { title: 'Nuxt', npm: 'nuxt' },
  { title: 'Angular', npm: '@angular/core' },
  { title: 'Svelte', npm: 'svelte' },
  { title: 'Express', npm: 'express' },
  { title: 'NestJS', npm: '@nestjs/core' },
  { title: 'Vite', npm: 'vite' },
  { title: 'Vitest', npm: 'vitest' },
  { title: 'Jest', npm: 'jest' },
  { title: 'ESLint', npm: 'eslint' },
  { title: 'Tailwind CSS', npm: 'tailwindcss' },
  { title: 'FastAPI', pypi: 'fastapi' },
  { title: 'Pydantic', pypi: 'pydantic' },
  { title: 'Django', pypi: 'django' },
  { title: 'Flask', pypi: 'flask' },
  { title: 'SQLAlchemy', pypi: 'sqlalchemy' },
  { title: 'pytest', pypi: 'pytest' },
];

/** A version that the project itself declares. */
export interface Declared {
  readonly range: Range;
  /** The one version that is used, and not all that would do. */
  readonly isPin: boolean;
  /** As it stands there. */
  readonly spec: string;
  /** `pyproject.toml:5` */
  readonly place: string;
}

/** What the files at the top of a project declare of a product. */
export function declaredIn(
  { title, npm, pypi }: Product,
  read: (path: string) => string | undefined,
): readonly Declared[] {
  if (title === 'Python') return [...pythonSpecs(read), ...pin('.python-version', read)];
  if (title === 'Node.js')
    return [
      ...fromPackage(['engines', 'node'], read),
      ...pin('.nvmrc', read),
      ...pin('.node-version', read),
    ];
  if (npm !== undefined)
    return ['dependencies', 'devDependencies'].flatMap((key) => fromPackage([key, npm], read));
  return pypi === undefined ? [] : pythonPackage(pypi, read);
}

type Read = (path: string) => string | undefined;

function pin(path: string, read: Read): readonly Declared[] {
  const text = read(path)?.trim() ?? '';
  const found = /^v?(\d+(?:\.\d+){0,2})$/.exec(text.split(/\r?\n/)[0]!);
  if (found === null) return [];
  return [{ range: allOf(versionIn(found[1]!)), isPin: true, spec: text, place: `${path}:1` }];
}

function fromPackage(keys: readonly [string, string], read: Read): readonly Declared[] {
  const text = read('package.json') ?? '';
  return declared(below(parsed(text), keys), 'package.json', text, `"${keys[1]}"`);
}

function pythonSpecs(read: Read): readonly Declared[] {
  const text = read('pyproject.toml') ?? '';
  const { head } = readToml(text, '');
  return [
    ...declared(
      below(head, ['project', 'requires-python']),
      'pyproject.toml',
      text,
      'requires-python',
    ),
    ...declared(
      below(head, ['tool', 'poetry', 'dependencies', 'python']),
      'pyproject.toml',
      text,
      'python ',
    ),
  ];
}

function pythonPackage(name: string, read: Read): readonly Declared[] {
  const text = read('pyproject.toml') ?? '';
  const { head } = readToml(text, '');
  const list = below(head, ['project', 'dependencies']);
  const found = (Array.isArray(list) ? list : []).find(
    (each): each is string =>
      typeof each === 'string' && /^[\w.-]+/.exec(each)?.[0].toLowerCase() === name,
  );
  const spec = found
    ?.slice(name.length)
    .replace(/^\[[^\]]*\]/, '')
    .replace(/;.*/, '');
  return [
    ...declared(spec, 'pyproject.toml', text, found ?? name),
    ...declared(
      below(head, ['tool', 'poetry', 'dependencies', name]),
      'pyproject.toml',
      text,
      name,
    ),
  ];
}

function declared(value: unknown, path: string, text: string, mark: string): readonly Declared[] {
  const range = typeof value === 'string' ? rangeIn(value) : undefined;
  if (range === undefined) return [];
  const line = text.split('\n').findIndex((each) => each.includes(mark)) + 1;
  return [
    { range, isPin: false, spec: String(value).trim(), place: `${path}:${Math.max(1, line)}` },
  ];
}

const below = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? (at as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
