/** A version as its numbers: `3.11` is `[3, 11]`. */
export type Version = readonly number[];

/** From one version up to, and without, another. */
export interface Range {
  readonly least: Version;
  readonly below?: Version;
}

export const versionIn = (text: string): Version => text.split('.').map(Number);

/** What is missing counts as nothing: 3.11 is 3.11.0. */
export function compare(a: Version, b: Version): number {
  for (let nth = 0; nth < Math.max(a.length, b.length); nth++) {
    const apart = (a[nth] ?? 0) - (b[nth] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

/** `3.11` stands for all of 3.11: from 3.11 up to 3.12. */
export const allOf = (version: Version): Range => ({ least: version, below: after(version) });

const after = (version: Version): Version => [...version.slice(0, -1), (version.at(-1) ?? 0) + 1];

/** Whether any version is in both. */
export const meet = (a: Range, b: Range): boolean =>
  (a.below === undefined || compare(b.least, a.below) < 0) &&
  (b.below === undefined || compare(a.least, b.below) < 0);

/**
 * The range that a package file asks for, by the signs of npm, of pip and of Poetry; nothing where
 * it names no number (`latest`, a path, `workspace:*`). Of several with `||` between them, from the
 * lowest to the highest.
 * https://github.com/npm/node-semver#ranges, https://peps.python.org/pep-0440/#version-specifiers
 */
export function rangeIn(spec: string): Range | undefined {
  const ranges = spec.split('||').map(oneRange);
  if (ranges.some((each) => each === undefined)) return undefined;
  const all = ranges.flatMap((each) => each ?? []);
  const least = all.map((each) => each.least).sort(compare)[0];
  const below = all.map((each) => each.below);
  if (least === undefined) return undefined;
  return below.includes(undefined)
    ? { least }
    : {
        least,
        below: below
          .flatMap((each) => (each ? [each] : []))
          .sort(compare)
          .at(-1)!,
      };
}

function oneRange(spec: string): Range | undefined {
  if (spec.length > 100) return undefined;
  const parts = spec.trim().match(/(?:[<>=~^!]+\s*)?[v\d*x][\w.*+-]*/g) ?? [];
  if (parts.length === 0 || /[:/@]|^[a-uwyz]/i.test(spec.trim())) return undefined;
  let least: Version = [0];
  let below: Version | undefined;
  for (const part of parts) {
    const [, sign = '', numbers] = /^([<>=~^!]*)\s*v?(\d+(?:\.\d+)*)/.exec(part) ?? [];
    if (numbers === undefined || sign.startsWith('!')) continue;
    const version = versionIn(numbers);
    if (sign.startsWith('<')) below = sign === '<=' ? after(version) : version;
    else {
      least = version;
      if (!sign.startsWith('>')) below = belowFor(sign, version);
    }
  }
  return below === undefined ? { least } : { least, below };
}

/** `^1.2` ends at 2, `^0.2.3` at 0.3; `~1.2.3` and `~=1.2.3` at 1.3; a bare number where it ends itself. */
function belowFor(sign: string, version: Version): Version {
  if (sign === '^') {
    const leading = version.findIndex((each) => each !== 0);
    return after(version.slice(0, (leading < 0 ? version.length - 1 : leading) + 1));
  }
  if (sign === '~=') return after(version.slice(0, Math.max(1, version.length - 1)));
  if (sign === '~') return after(version.slice(0, Math.min(2, version.length)));
  return after(version);
}
