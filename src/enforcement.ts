import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser';
import type { Persona } from './persona.ts';
import { settingsBroken } from './problems.ts';

/** Something that must stand in a file of settings, beside all that others keep there. */
export type Setting = { readonly path: string } & (
  | {
      /** A key that gets a value where it has none. */
      readonly key: readonly string[];
      readonly value: unknown;
    }
  | {
      /** A list that must have an item, before the others where `isFirst` says so. */
      readonly list: readonly string[];
      readonly item: unknown;
      readonly isFirst?: true;
      /** Whether an item is an older form of this one. It is replaced. */
      readonly replaces?: (item: string) => boolean;
    }
);

/** What a tool can be made to hold of a persona, if a hook or its settings say so. */
export interface Enforcement {
  /** For this persona alone, where the tool tells its agents apart. */
  readonly own?: (persona: Persona) => readonly Setting[];
  /** For every agent of the tool in this repository. */
  readonly everyone: (persona: Persona) => readonly Setting[];
  /** Whether denied paths are held then, or only the rest. */
  readonly holdsPaths: boolean;
}

/** The program of the hooks, from a root as the shell writes it. It stands where npm puts it. */
export const guardCommand = (root: string, ...flags: readonly string[]): string =>
  `node ${root === '' ? '' : `"${root}/`}node_modules/create-persona/dist/create-persona.cjs${root === '' ? '' : '"'} guard ${flags.join(' ')}`;

/** Whether an item of a list of hooks is ours, with such a flag. */
export const isGuard =
  (flag: string) =>
  (item: string): boolean =>
    item.includes('create-persona.cjs') && item.includes(' guard ') && item.includes(flag);

/**
 * The hook of a tool whose calls do not say which agent makes them, so that it holds all of them:
 * before each call of a tool, in a file of version 1, as Copilot and Cursor have it.
 *
 * @param item - the entry, around the command that it is to run
 */
export function hookForAll(
  path: string,
  persona: string,
  format: string,
  item: (command: string) => unknown,
): readonly Setting[] {
  const flag = `--persona ${persona}`;
  return [
    { path, key: ['version'], value: 1 },
    {
      path,
      list: ['hooks', 'preToolUse'],
      item: item(guardCommand('', flag, `--format ${format}`)),
      replaces: isGuard(`${flag} `),
    },
  ];
}

/**
 * The text of a file of settings with these in it. All that stands there stays: other settings, their
 * order, comments and the way it is indented. The same settings twice are the same as once.
 *
 * @throws SettingsBroken - it is no JSON, or something else stands where a list must be
 */
export function withSettings(path: string, there: string, settings: readonly Setting[]): string {
  const text = there.trim() === '' ? '{}\n' : there;
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) throw settingsBroken(path, 'it is no JSON');
  try {
    return settings.reduce(withSetting, text);
  } catch (error) {
    throw settingsBroken(path, (error as Error).message);
  }
}

function withSetting(text: string, setting: Setting): string {
  const all: unknown = parse(text, [], { allowTrailingComma: true });
  if ('key' in setting) {
    const { key, value } = setting;
    return at(all, key) === undefined ? changed(text, key, value) : text;
  }
  const { list, item, isFirst, replaces = () => false } = setting;
  const items = at(all, list) ?? [];
  if (!Array.isArray(items)) throw new Error(`\`${list.join('.')}\` is no list`);
  const texts = items.map((each) => JSON.stringify(each));
  if (texts.includes(JSON.stringify(item))) return text;
  const old = texts.findIndex(replaces);
  if (old >= 0) return changed(text, [...list, old], item);
  if (items.length === 0) return changed(text, list, [item]);
  return changed(text, [...list, isFirst ? 0 : items.length], item, true);
}

const at = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string, unknown>)[key]
        : undefined,
    value,
  );

function changed(
  text: string,
  place: readonly (string | number)[],
  value: unknown,
  isArrayInsertion = false,
): string {
  const indent = /^([\t ]+)\S/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  return applyEdits(text, modify(text, [...place], value, { formattingOptions, isArrayInsertion }));
}
