/**
 * Follow every link of a path, name by name, as the system does: `link/..` is the folder above where
 * the link leads, not the one that it stands in. A name that is not there is kept, for it may be
 * about to be made.
 *
 * @param link - where a link leads, or nothing where a path is none
 */
export function follow(path: string, link: (path: string) => string | undefined): string {
  const start = /^[a-z]:/i.exec(path)?.[0] ?? '';
  const waiting = path.slice(start.length).split('/').reverse();
  let at: string[] = [];
  let links = 0;
  while (waiting.length > 0) {
    const name = waiting.pop()!;
    if (name === '' || name === '.') continue;
    if (name === '..') {
      at.pop();
      continue;
    }
    const here = `${start}/${[...at, name].join('/')}`;
    const leads = links < most ? link(here) : undefined;
    if (leads === undefined) at.push(name);
    else {
      links++;
      if (/^([a-z]:)?\//i.test(leads)) at = [];
      waiting.push(
        ...leads
          .replace(/^[a-z]:/i, '')
          .split('/')
          .reverse(),
      );
    }
  }
  return `${start}/${at.join('/')}`;
}

/** The same number after which Linux gives up: https://man7.org/linux/man-pages/man7/path_resolution.7.html */
const most = 40;
