import { type Effect, hide, type Told, write } from './effect.ts';

/** Whether one of the words begins so. */
export const has = (words: Told['words'], which: RegExp) =>
  words.some((word) => which.test(word?.[0] ?? ''));

/** Programs that write wherever what they are given says. */
export function opaque({ program, words, stdin, isPiped }: Told): readonly Effect[] {
  const isFed = stdin !== undefined || isPiped;
  const isScripted = has(words, /^(-[cSsWw]|--cmd|\+|-es)/);
  if (
    (isFed && /^(ed|ex|vi|vim|nvim|emacs)$/.test(program)) ||
    (isScripted && /^(ex|r?vi|vim|g?view|nvim|rvim)$/.test(program))
  )
    return [hide(`\`${program}\` is given commands of its own`)];
  const given = [...words.flatMap((word) => word ?? []), stdin ?? ''];
  if (databases.test(program) && given.some((text) => leavesDatabase.test(text)))
    return [hide(`\`${program}\` is told to start another program, or to write a file`)];
  if (program === 'make' && (isFed || has(words, /^(-f-|--file=-|-)$/)))
    return [hide('`make` may take its rules from standard input')];
  if (/^(svn|hg)$/.test(program) && has(words, /^revert$/))
    return [hide(`\`${program} revert\` throws away changes in any file`)];
  if (/^(at|batch|crontab)$/.test(program)) return [hide(`\`${program}\` runs commands later`)];
  if (/^(7z|7za|cpio|jar|pax|unrar|ar)$/.test(program))
    return [hide(`\`${program}\` writes whatever is in the archive`)];
  const [first = '', second = ''] = words.map((word) => word?.[0] ?? '');
  if (/^(npm|pnpm|yarn)$/.test(program) && /^(version|init|pkg)$/.test(first))
    return first === 'pkg' && second === 'get' ? [] : [write('package.json', program)];
  const mounts = words.some((word) => /^(-v|--volume|--mount)/.test(word?.[0] ?? ''));
  return /^(docker|podman|nerdctl)$/.test(program) && mounts
    ? [hide(`\`${program}\` lets a container change what is mounted`)]
    : [];
}

/** Their clients have a shell and files of their own: `\\!` of psql, `system` of mysql, `.shell` of sqlite3. */
const databases = /^(psql|mysql|mariadb|sqlite3?|duckdb)$/;
const leavesDatabase =
  /\\[!ogwi]|\\copy|(?:^|[;\n])\s*(?:system\b|\.(?!tables|schema|ind|databases|headers?|mode|show|help|timer|width|dump\b))|\b(?:program|outfile|dumpfile|writefile|vacuum\s+into|copy\b.*\bto|export)\b/is;
