import { sortWords } from './arguments.ts';
import { deep, type Effect, hide, type Meaning, type Told, write } from './effect.ts';
import { isAbsolute } from './places.ts';

/**
 * What the programs that change files would change, told from their words. Options as in the manuals
 * of GNU coreutils 9 and of BSD: https://www.gnu.org/software/coreutils/manual/
 */
type Writer = (told: Told) => readonly Effect[];

/** Each thing that a word may come to; a word that only the shell knows hides where it writes. */
export const each = (
  words: readonly Meaning[],
  by: string,
  effect: (path: string) => Effect,
): readonly Effect[] =>
  words.flatMap((word) =>
    word === undefined
      ? [hide(`\`${by}\` is given a name that only the shell would know`)]
      : word.map(effect),
  );

/** All words that are no flags are changed, with what is below them. */
const operands =
  (valued = '', skip = 0): Writer =>
  ({ program, words }) =>
    each(sortWords(words, valued).operands.slice(skip), program, (path) => deep(path, program));

/** `cp a b dir`: the last word is where they go, by the names that they have; `mv` takes them away. */
const copies =
  (removes: boolean, valued: string): Writer =>
  ({ program, words }) => {
    const { operands: all, values, flags } = sortWords(words, valued);
    const into = values.get('-t') ?? values.get('--target-directory');
    const makes = program === 'install' && (flags.has('-d') || flags.has('--directory'));
    if (makes) return each(all, program, (path) => deep(path, program));
    // With the folders that they stand in.
    const whole =
      flags.has('--parents') ||
      (program === 'rsync' && (flags.has('-R') || flags.has('--relative')));
    const sources = into === undefined ? all.slice(0, -1) : all;
    const targets = into ?? all.slice(-1);
    const landings = targets.flatMap((target): Meaning[] => [
      target,
      ...sources.map((source) =>
        target === undefined || source === undefined ? undefined : pairs(target, source, whole),
      ),
    ]);
    return [
      ...each(landings, program, (path) => write(path, program)),
      ...written.flatMap((flag) =>
        each(values.get(flag) ?? [], program, (path) => deep(path, program)),
      ),
      ...(removes || flags.has('--remove-source-files')
        ? each(sources, program, (path) => deep(path, program))
        : contents(
            sources,
            targets,
            program,
            [...flags].some((flag) =>
              /^-[a-zA-Z]*[aRrdPl]|^--(archive|recursive|links|no-dereference|preserve)/.test(flag),
            ),
          )),
    ];
  };

/** Files that a copy writes beside: https://download.samba.org/pub/rsync/rsync.1 */
const written = ['--log-file', '--backup-dir', '--partial-dir', '--temp-dir', '--write-batch'];

const pairs = (targets: readonly string[], sources: readonly string[], whole: boolean) =>
  targets.flatMap((target) =>
    sources.map((source) => {
      const names = source.split('/').filter(Boolean);
      return `${target}/${whole ? names.join('/') : (names.at(-1) ?? '')}`;
    }),
  );

/** What a copied folder brings along lands below the target: it is looked at as if it stood there. */
const contents = (
  sources: readonly Meaning[],
  targets: readonly Meaning[],
  by: string,
  keepsLinks: boolean,
) =>
  sources.flatMap((source) =>
    (source ?? []).flatMap((from) =>
      targets.flatMap((target) =>
        (target ?? []).map(
          (to): Effect => ({ does: 'copy', from, to, by, ...(keepsLinks && { keepsLinks }) }),
        ),
      ),
    ),
  );

/** A mode may begin like a flag: `chmod -x file`. */
const chmod: Writer = ({ program, words }) => {
  const hasMode = !words.some(
    (word) => /^-[rwxXst,+=ugoa-]+$/.test(word?.[0] ?? '') && word?.[0] !== '-R',
  );
  const { operands: all } = sortWords(words, '--reference');
  return each(hasMode ? all.slice(1) : all, program, (path) => deep(path, program));
};

/** A link is a second way to what it leads to. A symbolic one leads there from where it stands. */
const links: Writer = ({ program, words }) => {
  const { operands: all, values } = sortWords(words, '-t --target-directory -S --suffix');
  const into = values.get('-t') ?? values.get('--target-directory') ?? [];
  const places = [...all, ...into].flatMap((word) => word ?? []);
  const seen = all.flatMap((word) => word ?? []).filter((path) => !isAbsolute(path));
  const led = places.flatMap((place) =>
    seen.flatMap((path) => [`${place}/../${path}`, `${place}/${path}`]),
  );
  return each([...all, ...into, led], program, (path) => deep(path, program));
};

/** The script says where it writes with `w`; the files only change with `-i`. */
const sed: Writer = ({ program, words }) => {
  const { operands: all, values, flags } = sortWords(words, '-e --expression -f --file -l');
  const isInFile = values.has('-f') || values.has('--file');
  const scripts =
    values.get('-e') ?? values.get('--expression') ?? (isInFile ? [] : all.slice(0, 1));
  const files = values.has('-e') || values.has('--expression') || isInFile ? all : all.slice(1);
  const inPlace = [...flags].some((flag) => /^(-i|--in-place|-[nErsuz]*i)/.test(flag));
  const said = scripts.flatMap((script): readonly Effect[] => {
    if (script === undefined) return inPlace ? [] : [hide('the script of `sed` is computed')];
    return script.flatMap((text) => [
      ...[...text.matchAll(/(?:^|[;{}\n$\d/gpI])\s*[wW]\s+([^\s;}]+)/g)].map(([, path]) =>
        write(path!, program),
      ),
      ...(/(?:^|[;{}\n$\d])\s*e(?:\s|$)/.test(text) || /^s(.).*\1.*\1[gpiIm\d]*e/.test(text)
        ? [hide('the script of `sed` runs commands')]
        : []),
    ]);
  });
  const changed = inPlace
    ? each(files, `${program} -i`, (path) => write(path, `${program} -i`))
    : [];
  return [...said, ...(isInFile ? [hide('the script of `sed` is in a file')] : []), ...changed];
};

/** One flag names the file that is written; without it nothing is. */
const to =
  (...names: readonly string[]): Writer =>
  ({ program, words }) => {
    const { values } = sortWords(words, names.join(' '));
    return names.flatMap((name) =>
      each(values.get(name) ?? [], `${program} ${name}`, (path) => write(path, program)),
    );
  };

const dd: Writer = ({ words }) =>
  words.flatMap((word) =>
    word === undefined
      ? [hide('a word of `dd` is computed')]
      : word.flatMap((text) => (text.startsWith('of=') ? [write(text.slice(3), 'dd')] : [])),
  );

/** `curl -O` and `wget` take the name from the address. */
const fetches: Writer = (told) => {
  const { program, words } = told;
  const {
    operands: all,
    flags,
    values,
  } = sortWords(
    words,
    '-o --output --output-dir -O --output-document -P --directory-prefix -d --data -H --header -X --request -u --user -A -e -b -F -T -c --cookie-jar -D --dump-header -K --config',
  );
  const named = [
    '-o',
    '--output',
    '--output-dir',
    '--output-document',
    '-P',
    '--directory-prefix',
    '-c',
    '--cookie-jar',
    '-D',
    '--dump-header',
  ];
  const said = named.flatMap((name) =>
    each(values.get(name) ?? [], program, (path) => deep(path, program)),
  );
  const byAddress =
    program === 'wget'
      ? !values.has('-O') && !flags.has('--output-document')
      : flags.has('-O') || flags.has('--remote-name');
  const wgetTo =
    program === 'wget' ? each(values.get('-O') ?? [], program, (path) => write(path, program)) : [];
  const addresses = program === 'curl' ? [...all, ...(values.get('-O') ?? [])] : all;
  const lists = ['-K', '--config', '-i', '--input-file'].some((flag) => flags.has(flag));
  const isTold = lists && (program === 'wget' || flags.has('-K') || flags.has('--config'));
  return [
    ...said,
    ...wgetTo,
    ...(isTold ? [hide(`what \`${program}\` writes is said in a file`)] : []),
    ...(byAddress
      ? each(addresses, program, (address) =>
          write(
            address
              .replace(/[?#].*$/, '')
              .split('/')
              .at(-1)!,
            program,
          ),
        )
      : []),
  ];
};

/** Out of an archive comes what nobody has looked at. */
const unpacks: Writer = ({ program, words }) => {
  const { operands: all, flags, values } = sortWords(words, '-C --directory -f --file -d');
  const bare = program === 'tar' ? all[0]?.[0] : undefined;
  const starts = ['--checkpoint-action', '--to-command', '--use-compress-program', '-I', '-F'];
  if (program !== 'unzip' && [...starts, '--remove-files'].some((flag) => flags.has(flag)))
    return [hide(`\`${program}\` is told to start a program, or to remove what it packs`)];
  const lists =
    ['-t', '--list', '-l', '-Z', '-v'].some((flag) => flags.has(flag) && program !== 'tar') ||
    (program === 'tar' &&
      (flags.has('-t') || flags.has('--list') || /^[a-zA-Z]*t[a-zA-Z]*$/.test(bare ?? '')));
  const makes =
    program === 'tar' &&
    (flags.has('-c') || flags.has('--create') || /^c[a-zA-Z]*$/.test(bare ?? ''));
  if (lists) return [];
  if (makes)
    return each(
      [...(values.get('-f') ?? values.get('--file') ?? all.slice(1, 2))],
      program,
      (path) => write(path, program),
    );
  const into = values.get('-C') ?? values.get('--directory') ?? values.get('-d') ?? [['.']];
  return each(into, program, (path) => ({ does: 'unpack', path, by: program }));
};

const pack: Writer = ({ program, words }) =>
  each(sortWords(words, '-S --suffix').operands, program, (path) => write(path, program));

export const writers: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ...[
    'rm',
    'rmdir',
    'unlink',
    'shred',
    'trash',
    'trash-put',
    'mkdir',
    'mkfifo',
    'tee',
    'sponge',
  ].map((name) => [name, operands('-m --mode')] as const),
  ['touch', operands('-r --reference -d --date -t')],
  ['truncate', operands('-s --size -r --reference')],
  ['mknod', operands('-m --mode')],
  ['chmod', chmod],
  ['chown', operands('--reference', 1)],
  ['chgrp', operands('--reference', 1)],
  ['cp', copies(false, '-t --target-directory -S --suffix')],
  ['install', copies(false, '-t --target-directory -m --mode -o --owner -g --group -S')],
  ['scp', copies(false, '-i -P -o -F -l -c -J')],
  [
    'rsync',
    copies(false, `-e --exclude --include --rsh --filter --files-from ${written.join(' ')}`),
  ],
  ['mv', copies(true, '-t --target-directory -S --suffix')],
  ['ln', links],
  ['link', links],
  ['sed', sed],
  ['gsed', sed],
  ['dd', dd],
  ['sort', to('-o', '--output')],
  ['tree', to('-o')],
  ['less', to('-o', '-O', '--log-file')],
  [
    'yq',
    ({ program, words }) =>
      sortWords(words).flags.has('-i') || sortWords(words).flags.has('--inplace')
        ? each(sortWords(words).operands, program, (path) => write(path, program))
        : [],
  ],
  [
    'uniq',
    ({ program, words }) =>
      each(sortWords(words, '-f -s -w').operands.slice(1), program, (path) => write(path, program)),
  ],
  [
    'xxd',
    ({ program, words }) =>
      each(sortWords(words, '-c -g -l -s -o').operands.slice(1), program, (path) =>
        write(path, program),
      ),
  ],
  ['split', operands('-b -l -n -a -C')],
  [
    'history',
    (told) =>
      told.words.some((word) => /^-[a-z]*[wa]/.test(word?.[0] ?? '')) ? operands()(told) : [],
  ],
  ['rimraf', operands()],
  ['mkdirp', operands('-m --mode')],
  ['csplit', to('-f', '--prefix')],
  ['curl', fetches],
  ['wget', fetches],
  ['tar', unpacks],
  ['unzip', unpacks],
  ['bsdtar', unpacks],
  ...['gzip', 'gunzip', 'bzip2', 'bunzip2', 'xz', 'unxz', 'zstd', 'unzstd'].map(
    (name) => [name, pack] as const,
  ),
]);
