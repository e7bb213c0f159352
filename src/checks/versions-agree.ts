import { type Context, defineCheck, type Remark, type TextFile } from '../check.ts';
import { type Declared, declaredIn } from '../facts/declared-versions.ts';
import {
  isAtHome,
  type SaidVersion,
  speaksForToday,
  versionsOfProject,
  versionsSaid,
} from '../facts/said-versions.ts';
import { allOf, compare, meet } from '../facts/version-range.ts';

export default defineCheck({
  name: 'versions-agree',
  level: 'warning',
  why: 'An agent writes for the version that it is told. Where that is not the one that the project runs on, the code is fine to read and fails at the first start.',
  reads: ({ kind }) => speaksForToday(kind),

  good: {
    path: '.claude/agents/a.md',
    text: 'This project runs on Python 3.12.\n\n## Stack\n\n- Python 3.12 with FastAPI\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: 'This project runs on Python 3.12.\n\n## Stack\n\n- Python 3.9 with FastAPI\n',
  },

  *remarks(file, context) {
    const own = versionsSaid(file.path, file.text, file.markdown);
    const told = new Set<string>();
    for (const said of own) {
      const remark = againstFiles(said, file, context) ?? againstText(said, own, context);
      const key = `${said.product.title} ${said.text}`;
      if (remark === undefined || told.has(key)) continue;
      told.add(key);
      yield {
        line: said.line,
        column: said.column,
        ...remark,
        mend: 'Decide which it is, and write it in both places.',
      };
    }
  },
});

/** What the package files declare, where the text is for the project that they belong to. */
function againstFiles(
  said: SaidVersion,
  { path }: TextFile,
  { tree }: Context,
): Pick<Remark, 'says'> | undefined {
  if (!isAtHome(path)) return undefined;
  const declared = declaredIn(said.product, tree.read);
  const other = declared.find((each) => !agrees(said, each, declared));
  if (other === undefined) return undefined;
  const { spec, place } = other;
  return {
    says: `${said.product.title} is ${said.text} here, and \`${spec}\` in ${place}.`,
  };
}

/** An older version than the one in use may be what others need at least, where a range says so. */
function agrees(said: SaidVersion, { range, isPin }: Declared, all: readonly Declared[]): boolean {
  if (meet(allOf(said.version), range)) return true;
  const isOlder = compare(said.version, range.least) < 0;
  return isPin && isOlder && (said.isLeast || all.some((each) => !each.isPin));
}

/** What the text says elsewhere, and what other files say of the whole project. */
function againstText(
  said: SaidVersion,
  own: readonly SaidVersion[],
  context: Context,
): Pick<Remark, 'says'> | undefined {
  const rest = said.isOfProject ? versionsOfProject(context) : [];
  const first = [own, rest]
    .flatMap((each) => each.find(({ product }) => product === said.product) ?? [])
    .find((each) => differ(each, said));
  if (first === undefined) return undefined;
  const place =
    first.path === said.path ? `on line ${first.line}` : `in ${first.path}:${first.line}`;
  return { says: `${said.product.title} is ${said.text} here, and ${place} it is ${first.text}.` };
}

/** `3.11` and `3.11.4` do not, nor do `3.9+` and `3.11`; `3.9+` and `3.11+` do. */
function differ(a: SaidVersion, b: SaidVersion): boolean {
  if (meet(allOf(a.version), allOf(b.version))) return false;
  const [older, newer] = compare(a.version, b.version) < 0 ? [a, b] : [b, a];
  return !(older.isLeast && !newer.isLeast);
}
