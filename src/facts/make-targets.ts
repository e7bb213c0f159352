import { nearest } from '../nearest.ts';
import type { Fault } from './own-command.ts';
import type { Tree } from '../tree.ts';

const call = /(?:^|[;&|(])\s*g?make((?:\s+[\w.=/:%+-]+)+)(?=\s*(?:$|[;&|)#\\]))/g;

/**
 * The targets of every `make …` in a text that the Makefile at the root does not have. Nothing where
 * it takes some from elsewhere (`include`, a pattern, a variable), where make is sent to another
 * folder, or where the text goes to one first.
 */
export function* faultsOfMake(text: string, tree: Tree): Iterable<Fault> {
  if (!/\bg?make\s/.test(text) || /(?:^|[;&|(])\s*(?:cd|pushd)\s/.test(text)) return;
  let targets: ReadonlySet<string> | undefined;
  for (const found of text.matchAll(call)) {
    targets ??= targetsOf(tree);
    if (targets === undefined) return;
    const words = [...found[1]!.matchAll(/\S+/g)];
    if (words.some(([word]) => /^(-\w*[CfI]|--(dir|file|makefile|include))/.test(word))) continue;
    for (const { 0: word, index } of words) {
      const isTarget = /^\w[\w./-]*$/.test(word) && !/^\d+$/.test(word);
      if (!isTarget || targets.has(word) || tree.has(word)) continue;
      const meant = nearest(word, [...targets]);
      yield {
        at: found.index + found[0].length - found[1]!.length + index,
        says: `\`make\` is asked for \`${word}\` here, and the Makefile has no such target.`,
        mend:
          meant === undefined ? 'Correct the name, or write the target.' : `Write \`${meant}\`.`,
      };
    }
  }
}

/** https://www.gnu.org/software/make/manual/html_node/Makefile-Names.html: the first of these. */
const files = ['GNUmakefile', 'makefile', 'Makefile'];

function targetsOf(tree: Tree): ReadonlySet<string> | undefined {
  const path = files.find((each) => tree.has(each));
  const text = path === undefined ? undefined : tree.read(path);
  if (text === undefined || /^\s*-?s?include\b|^\$\(eval\b/m.test(text)) return undefined;
  const targets = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const [, names] = /^([^\s#:=][^#:=]*?)\s*&?::?(?!=)/.exec(line) ?? [];
    if (names === undefined) continue;
    if (/[%$]/.test(names)) return undefined;
    for (const name of names.split(/\s+/)) targets.add(name);
  }
  return targets;
}
