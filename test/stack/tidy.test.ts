import { expect, test } from 'vitest';
import { tidy } from '../../src/compose/fastapi/tidy.ts';
import { precompile } from '../../src/precompile.ts';
import { createRenderer } from '../../src/render.ts';

const long = 'narrative_branch_choice_option';

test.each([
  ['leaves a short line alone', 'x = f(1, 2)\n', 'x = f(1, 2)\n'],
  [
    'breaks a call that is too long',
    `x = await repository.get_${long}(${long}.world_id, ${long}.id)\n`,
    `x = await repository.get_${long}(\n    ${long}.world_id, ${long}.id\n)\n`,
  ],
  [
    'breaks a signature at its arguments, one to a line where they are many',
    `def f(a: ${long}, b: ${long}, c: ${long}, d: ${long}) -> dict[str, int]:\n    pass\n`,
    `def f(\n    a: ${long},\n    b: ${long},\n    c: ${long},\n    d: ${long},\n) -> dict[str, int]:\n    pass\n`,
  ],
  [
    'breaks a comprehension at its clauses',
    `x = [make_${long}(n) for n in range(3) if n is not None and n != ${long}_first and n]\n`,
    `x = [\n    make_${long}(n)\n    for n in range(3)\n    if n is not None and n != ${long}_first and n\n]\n`,
  ],
  [
    'takes no bracket in a text for one of the code',
    `x = f("(${long}", "${long}", "${long}]")\n`,
    `x = f(\n    "(${long}",\n    "${long}",\n    "${long}]",\n)\n`,
  ],
  [
    'sorts imports, and drops those without use',
    'import re\nfrom b import z, A, MAX\nfrom a_b import y\nfrom a.b import x\nimport json\n\n\nprint(x, y, z, A, MAX, json)\n',
    'import json\nfrom a.b import x\nfrom a_b import y\nfrom b import MAX, A, z\n\nprint(x, y, z, A, MAX, json)\n',
  ],
  [
    'takes an attribute, a keyword or a text for no use',
    'import json\nfrom a import status, field\n\n\ncall("field", status=x.json())\n',
    'call("field", status=x.json())\n',
  ],
  [
    'takes what an f-string computes for a use',
    'from a import uuid4, status\n\n\ncall("PUT", f"/{uuid4()}", status, "x")\n',
    'from a import status, uuid4\n\ncall("PUT", f"/{uuid4()}", status, "x")\n',
  ],
  ['leaves an empty module empty', '\n', ''],
])('%s', (_, text, expected) => {
  expect(tidy(text)).toBe(expected);
});

const renderer = (texts: Readonly<Record<string, string>>) => {
  const compiled = Object.entries(texts).map(
    ([path, text]) => [path, precompile(path, text)] as const,
  );
  return createRenderer(new Map(), () => new Map(compiled));
};

test('a folder of templates is filled in, its paths too', () => {
  const { folder } = renderer({
    'stacks/s/{{package}}/__init__.py.hbs': '"""{{title}}"""\n',
    'stacks/s/b.txt.hbs': 'no {{package}}\n',
    'stacks/other/c.txt.hbs': '{{unknown}}',
  });
  const files = folder('stacks/s', { package: 'demo', title: 'Demo' }, (path) => path !== 'b.txt');
  expect(files).toEqual([
    {
      path: 'demo/__init__.py',
      text: '"""Demo"""\n',
      template: expect.stringMatching(/^stacks\/s\/\{\{package\}\}\/__init__\.py\.hbs@\w{12}$/),
    },
  ]);
});

test.each([
  ['a path', { 'stacks/s/{{pakage}}.py.hbs': '' }],
  ['a text', { 'stacks/s/a.py.hbs': '{{pakage}}' }],
  ['a condition', { 'stacks/s/a.py.hbs': '{{#if pakage}}x{{/if}}' }],
])('a name that %s misspells stops it', (_, texts) => {
  expect(() => renderer(texts).folder('stacks/s', { package: 'demo' })).toThrow(
    expect.objectContaining({ name: 'TemplateBroken' }),
  );
});
