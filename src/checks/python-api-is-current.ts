import { type Context, defineCheck } from '../check.ts';
import { pythonIn } from '../python/code.ts';

export default defineCheck({
  name: 'python-api-is-current',
  level: 'warning',
  why: 'Models learned more of the old interface than of the new one, and an example in the old style is all that they need to go on writing it.',
  reads: ({ kind }) => kind !== 'persona',

  good: {
    path: '.claude/agents/a.md',
    text: '```python\nfrom pydantic import BaseModel, field_validator\n```\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '```python\nfrom pydantic import BaseModel, validator\n\n\nclass A(BaseModel):\n    @validator("x")\n    def f(cls, v):\n        return v\n\n    class Config:\n        frozen = True\n```\n',
  },

  *remarks({ markdown }, context) {
    const codes = pythonIn(markdown).filter(
      ({ part, text, fault }) =>
        part.verdict !== 'bad' &&
        fault === undefined &&
        /pydantic|BaseModel/.test(text) &&
        mayBeOld.test(text),
    );
    // The project is only asked where it matters: what is said without it holds in any other.
    if (codes.length === 0 || stillFirst(context)) return;
    for (const { text, line } of codes) {
      for (const [row, code] of text.split('\n').entries()) {
        for (const { pattern, level, becomes } of old) {
          const found = pattern.exec(code);
          if (found === null) continue;
          const [, name] = found;
          yield {
            level,
            line: line + row,
            column: 1,
            says: `\`${name}\` is Pydantic v1${level === 'error' ? ', and gone from v2' : '; v2 warns about it, and v3 will not have it'}.`,
            mend: `Write ${becomes}.`,
          };
        }
      }
    }
  },
});

/** https://docs.pydantic.dev/latest/migration/ */
const old = [
  {
    pattern: /^\s*from pydantic import .*\b(validator)\b/,
    level: 'warning',
    becomes: '`field_validator`',
  },
  {
    pattern: /^\s*from pydantic import .*\b(root_validator)\b/,
    level: 'warning',
    becomes: '`model_validator`',
  },
  {
    pattern: /^\s*from pydantic import .*\b(BaseSettings)\b/,
    level: 'error',
    becomes: '`from pydantic_settings import BaseSettings`',
  },
  {
    pattern: /^\s*from pydantic import .*\b(parse_obj_as)\b/,
    level: 'warning',
    becomes: '`TypeAdapter(…).validate_python(…)`',
  },
  {
    pattern: /^\s*(@validator)\(/,
    level: 'warning',
    becomes: '`@field_validator(…)` and `@classmethod` below it',
  },
  { pattern: /^\s*(@root_validator)\b/, level: 'warning', becomes: '`@model_validator(mode=…)`' },
  { pattern: /^\s+(class Config):/, level: 'warning', becomes: '`model_config = ConfigDict(…)`' },
  { pattern: /\.(parse_obj|parse_raw|from_orm)\(/, level: 'warning', becomes: '`model_validate`' },
] as const;

const mayBeOld = /\b(?:(?:root_)?validator|BaseSettings|class Config|parse_(?:obj|raw)|from_orm)/;

/** Whether the project holds Pydantic below 2. */
function stillFirst({ tree }: Context): boolean {
  const declared = ['pyproject.toml', 'requirements.txt'].map((path) => tree.read(path) ?? '');
  return declared.some((text) => /\bpydantic\b[^\n]{0,40}(?:<\s*2|[=~^]=?\s*["']?1\.)/i.test(text));
}
