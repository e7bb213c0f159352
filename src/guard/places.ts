import { globMatcher } from '../globs.ts';
import type { Disk } from './disk.ts';
import type { Denial } from './rules.ts';

/** What of a project is denied, asked of paths as they come: relative, absolute, through links. */
export interface Fence {
  /** The denial that takes in a path, or nothing. @param from - the folder that it counts from */
  readonly around: (path: string, from: string) => Denial | undefined;
  /** The same, of all that is there below it as well. */
  readonly within: (path: string, from: string, only?: string) => Denial | undefined;
  /** The same, of what a folder brings along when it is copied to another place. */
  readonly brought: (
    source: string,
    target: string,
    from: string,
    keepsLinks?: boolean,
  ) => Denial | undefined;
  /** Whether a path is in the project at all, however one understands it. */
  readonly isInside: (path: string, from: string) => boolean;
  /** Whether a path is in one of these folders of the project, however one understands it. */
  readonly isIn: (path: string, from: string, folders: readonly string[]) => boolean;
}

export function fenceOf(root: string, denials: readonly Denial[], disk: Disk): Fence {
  const fold = (text: string) => {
    const composed = text.normalize('NFC');
    // By way of the capitals `ſ` is an `s`, as it is to such a disk; and HFS+ does not see these signs.
    return disk.ignoresCase
      ? composed.toUpperCase().toLowerCase().replaceAll(unseen, '')
      : composed;
  };
  const tests = denials.map((denial) => ({
    denial,
    takes: globMatcher([fold(denial.glob).replace(/\/+$/, '')]),
  }));
  const roots = [...new Set([clean(root, disk), disk.real(clean(root, disk))])];

  /** A glob that names a folder names all that is in it. */
  const denies = (absolute: string) => {
    for (const place of inside(absolute, roots.map(fold), fold)) {
      const parts = place.split('/');
      const found = tests.find(({ takes }) =>
        parts.some((_, depth) => takes(parts.slice(0, depth + 1).join('/'))),
      );
      if (found !== undefined) return found.denial;
    }
    return undefined;
  };
  const around = (path: string, from: string) => first(meant(path, from, disk), denies);

  const within = (path: string, from: string, only?: string) => {
    const named = around(path, from);
    if (named !== undefined && only === undefined) return named;
    const takes = only === undefined ? () => true : globMatcher([only]);
    return first(meant(path, from, disk), (absolute) => below(absolute, denies, takes, disk));
  };
  const brought = (source: string, target: string, from: string, keepsLinks = false) => {
    const into = disk.isFolder(absoluteOf(target, from, disk))
      ? `${target}/${nameOf(source)}`
      : target;
    const start = absoluteOf(source, from, disk);
    const lies = lexical(isAbsolute(source) ? source : `${from}/${source}`);
    const links = !keepsLinks
      ? []
      : [lies, ...listed(start, disk)].filter((path) => disk.real(path) !== inReal(path, disk));
    const second = first(links, (path) => denies(disk.real(path)));
    if (second !== undefined) return second;
    return listed(start, disk)
      .map((path) => around(`${into}${path.slice(start.length)}`, from))
      .find((denial) => denial !== undefined);
  };
  const placesOf = (path: string, from: string) =>
    meant(path, from, disk).flatMap((absolute) => {
      const places = inside(`${absolute}/`, roots.map(fold), fold);
      return places.length === 0 ? [undefined] : places;
    });
  return {
    around,
    within,
    brought,
    isInside: (path, from) => placesOf(path, from).some((place) => place !== undefined),
    isIn: (path, from, folders) =>
      placesOf(path, from).every((place) =>
        folders.some((folder) => place?.startsWith(`${folder}/`)),
      ),
  };
}

/** https://github.com/git/git/blob/master/utf8.c, next_hfs_char */
const unseen = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

const nameOf = (path: string) =>
  path
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .at(-1) ?? '';
const absoluteOf = (path: string, from: string, disk: Disk) =>
  disk.real(isAbsolute(path) ? path : `${from}/${path}`);

/** The path of a file in its real folder: a link is then not where it leads. */
const inReal = (path: string, disk: Disk) => {
  const at = path.lastIndexOf('/');
  return `${disk.real(path.slice(0, at))}${path.slice(at)}`;
};

/** All that is in a folder, links as they are. */
function listed(start: string, disk: Disk): readonly string[] {
  const found: string[] = [];
  const waiting = disk.isFolder(start) ? [start] : [];
  while (waiting.length > 0 && found.length <= most) {
    const path = waiting.pop()!;
    found.push(path);
    if (disk.real(path) === path)
      waiting.push(...disk.names(path).map((name) => `${path}/${name}`));
  }
  return found;
}

/** More files than that are too many to look at before each call; then the answer is no. */
const most = 20_000;
const tooMany: Denial = { glob: `more than ${most} files` };

function below(
  absolute: string,
  denies: (path: string) => Denial | undefined,
  takes: (name: string) => boolean,
  disk: Disk,
): Denial | undefined {
  const waiting = [{ path: disk.real(absolute), isTaken: false }];
  for (let seen = 0; waiting.length > 0; seen++) {
    if (seen > most) return tooMany;
    const { path, isTaken: isInTaken } = waiting.pop()!;
    const isTaken = isInTaken || takes(path.slice(path.lastIndexOf('/') + 1));
    const denial = isTaken ? denies(path) : undefined;
    if (denial !== undefined) return denial;
    // A link is one file more: what it leads to does not go with it.
    if (disk.real(path) === path)
      waiting.push(...disk.names(path).map((name) => ({ path: `${path}/${name}`, isTaken })));
  }
  return undefined;
}

/** Every way in which a path may be understood: as it stands, and with what a shell would fill in. */
function meant(path: string, from: string, disk: Disk): readonly string[] {
  const home = path.replace(/^~(?=\/|$)/, disk.home);
  const filled = home
    .replaceAll(/\$(HOME|\{HOME\})/g, disk.home)
    .replaceAll(/\$(PWD|\{PWD\})/g, from);
  const bare = filled.trim().replaceAll(/^["'`@]+|["'`]+$/g, '');
  const spelt = new Set([path, filled, filled.replaceAll('\\', '/'), uri(filled), bare]);
  return [...spelt].flatMap((each) => {
    const text = clean(each, disk);
    const absolute = isAbsolute(text) ? text : `${clean(from, disk)}/${text}`;
    return [lexical(absolute), disk.real(absolute)];
  });
}

const uri = (path: string) => {
  if (!/^file:/i.test(path)) return path;
  try {
    return decodeURIComponent(
      path.replace(/^file:(\/\/[^/]*)?/i, '').replace(/^\/(?=[a-z]:)/i, ''),
    );
  } catch {
    return path;
  }
};

/** On Windows `front\end. ` and `front/end::$DATA` are `front/end`. */
const clean = (path: string, { isWindows }: Disk) =>
  !isWindows
    ? path
    : path
        .replaceAll('\\', '/')
        .replace(/^\/\/[?.]\//, '')
        .split('/')
        .map((name, nth) =>
          name === '.' || name === '..' || (nth === 0 && /^[a-z]:$/i.test(name))
            ? name
            : name.replace(/:.*$/, '').replace(/[. ]+$/, ''),
        )
        .join('/');

export const isAbsolute = (path: string): boolean => /^([a-z]:)?\//i.test(path);

const lexical = (path: string) => {
  const start = /^[a-z]:/i.exec(path)?.[0] ?? '';
  const at: string[] = [];
  for (const name of path.slice(start.length).split('/')) {
    if (name === '..') at.pop();
    else if (name !== '' && name !== '.') at.push(name);
  }
  return `${start}/${at.join('/')}`;
};

const inside = (absolute: string, roots: readonly string[], fold: (text: string) => string) =>
  roots.flatMap((root) =>
    fold(absolute).startsWith(`${root}/`) ? [fold(absolute).slice(root.length + 1)] : [],
  );

function first<T, U>(all: readonly T[], ask: (each: T) => U | undefined): U | undefined {
  for (const each of all) {
    const found = ask(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
