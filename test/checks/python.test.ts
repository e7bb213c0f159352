import { beforeAll, describe, expect, test } from 'vitest';
import apiIsCurrent from '../../src/checks/python-api-is-current.ts';
import callsFit from '../../src/checks/python-calls-fit.ts';
import doesNotBlock from '../../src/checks/python-does-not-block.ts';
import examplesAreSound from '../../src/checks/python-examples-are-sound.ts';
import namesAreBound from '../../src/checks/python-names-are-bound.ts';
import parses from '../../src/checks/python-parses.ts';
import { loadPython } from '../../src/python/parser.ts';
import { claude, findings, marks } from '../support/checks.ts';
import { python } from '../support/python.ts';

test('without a parser the checks of Python are silent', () => {
  expect(marks(parses, python('def'))).toEqual([]);
});

describe('with the parser', () => {
  beforeAll(loadPython);

  test.each([
    ['a function', python('def f() -> int:\n    return 1'), []],
    ['no function', python('def f( -> int:\n    return 1'), ['warning 2:1']],
    ['further in, as in a list', claude('- a\n\n  ```python\n  x = 1\n  ```\n'), []],
    ['a session', python('>>> f(1)\n2'), []],
    ['a sketch', python('f(a, ...)\nclass B'), []],
    ['a notebook', python('%pip install x\nx = 1'), []],
    ['marks alone', python('@pytest.mark.slow  # slow'), []],
    ['what is shown as bad', claude('Bad:\n\n```python\ndef\n```\n'), []],
    ['another language', claude('```ruby\ndef f; end\n```\n'), []],
  ])('parses: %s', (_, file, expected) => {
    expect(marks(parses, file)).toEqual(expected);
  });

  test.each([
    ['imported', python('import json\n\njson.dumps({})'), []],
    ['shown further down', python('import json\n\nsay(json)', 'def say(a):\n    return a'), []],
    [
      'never imported, beside others that are',
      python('import json\n\njson.dumps(Path("."))'),
      ['warning 4:12'],
    ],
    [
      'a good example',
      claude(
        'Good:\n\n```python\nimport json\n\n\ndef f(a: Any) -> str:\n    return json.dumps(a)\n```\n',
      ),
      ['error 7:10'],
    ],
    [
      'imported further up',
      python('from typing import Any', 'import json\n\n\ndef f(a: Any) -> str: ...'),
      [],
    ],
    ['a line of code', python('result = client.get(1)'), []],
    [
      'a function with names from nowhere',
      python('def f():\n    return client.get(1)'),
      ['info 3:12'],
    ],
    [
      'parameters of all kinds',
      python(
        'def f(a, /, b: int, *c, d=1, **e) -> None:\n    print(a, b, c, d, e)\n\n\ng = lambda x, *y: (x, y)',
      ),
      [],
    ],
    [
      'what loops, withs and comprehensions bind',
      python(
        'import io\n\nwith io.open("a") as a, io.open("b") as (b, c):\n    for i, (j, *k) in enumerate(a):\n        print(b, c, i, j, k, [z for z in k if (n := z)], n)',
      ),
      [],
    ],
    [
      'what exceptions and patterns bind',
      python(
        'try:\n    x = 1\nexcept (OSError, ValueError) as error:\n    print(error)\nmatch x:\n    case {"a": y, **rest}:\n        print(y, rest)\n    case [h, *t] | (h, t):\n        print(h, t)\ndef f(): ...',
      ),
      [],
    ],
    ['attributes and keywords are no names', python('import a\n\n\ndef f():\n    a.b.c(d=1)'), []],
    [
      'type parameters',
      python(
        'def first[T](items: list[T]) -> T:\n    return items[0]\n\n\ntype Pair = tuple[int, int]',
      ),
      [],
    ],
    [
      'everything from somewhere',
      python('from tools import *\n\n\ndef f():\n    return client'),
      [],
    ],
    ['inside of an f-string', python('def f(a):\n    return f"{a} {b}"'), ['info 3:19']],
    ['a bad example', claude('❌ Bad:\n\n```python\nimport json\ndef f(a: Any): ...\n```\n'), []],
  ])('names are bound: %s', (_, file, expected) => {
    expect(marks(namesAreBound, file)).toEqual(expected);
  });

  test.each([
    ['fits', python('def f(a, b=1): ...', 'f(1)\nf(1, 2)\nf(1, b=2)\nf(a=1)'), []],
    ['too few', python('def add_one(a, b): ...', 'add_one(1)'), ['error 6:1']],
    ['too many', python('def add_one(): ...', 'add_one(1)'), ['error 6:1']],
    ['a name that it has not', python('def add_one(a): ...', 'add_one(b=1)'), ['error 6:1']],
    ['a name that anybody has', python('def f(a, b): ...', 'f(1)'), ['warning 6:1']],
    ['any number', python('def f(*a, **b): ...', 'f(1, 2, c=3)'), []],
    ['nobody knows how many', python('def f(a, b): ...', 'f(*x)'), []],
    ['one of two', python('def f(a): ...', 'def f(a, b): ...', 'f(1)'), []],
    [
      'a function of that name from elsewhere',
      python('def f(a, b): ...', 'from x import f\n\nf(1)'),
      [],
    ],
    ['a method of that name', python('def f(a, b): ...', 'x.f(1)'), []],
    ['a function in a class', python('class A:\n    def f(self): ...', 'f(1)'), []],
    [
      'a bad example',
      claude('```python\ndef f(a, b): ...\n```\n\nBad:\n\n```python\nf(1)\n```\n'),
      [],
    ],
  ])('calls fit: %s', (_, file, expected) => {
    expect(marks(callsFit, file)).toEqual(expected);
  });

  test.each([
    ['v2', python('from pydantic import BaseModel, field_validator'), {}, []],
    [
      'v1',
      python(
        'from pydantic import validator\n\n\nclass A(BaseModel):\n    class Config:\n        x = 1',
      ),
      {},
      ['warning 2:1', 'warning 6:1'],
    ],
    ['gone', python('from pydantic import BaseSettings'), {}, ['error 2:1']],
    [
      'a project that holds v1',
      python('from pydantic import validator'),
      { 'pyproject.toml': 'dependencies = ["pydantic<2"]' },
      [],
    ],
    [
      'a class of that name elsewhere',
      python('class A:\n    class Config:\n        x = 1'),
      {},
      [],
    ],
  ])('api is current: %s', (_, file, others, expected) => {
    expect(marks(apiIsCurrent, file, others)).toEqual(expected);
  });

  test.each([
    ['awaited', python('async def f():\n    await asyncio.sleep(1)'), []],
    ['blocks', python('async def f():\n    requests.get("x")'), ['warning 3:5']],
    ['not in async', python('def f():\n    requests.get("x")'), []],
    ['a function within', python('async def f():\n    def g():\n        time.sleep(1)'), []],
    [
      'in a thread',
      python('async def f():\n    await asyncio.to_thread(lambda: time.sleep(1))'),
      [],
    ],
  ])('does not block: %s', (_, file, expected) => {
    expect(marks(doesNotBlock, file)).toEqual(expected);
  });

  test.each([
    ['a bare except', python('try:\n    f()\nexcept:\n    pass'), ['warning 4:1']],
    ['a named one', python('try:\n    f()\nexcept OSError:\n    raise'), []],
    [
      'hides its cause',
      python('try:\n    f()\nexcept OSError:\n    raise KeyError(1)'),
      ['info 5:5'],
    ],
    ['shows it', python('try:\n    f()\nexcept OSError as e:\n    raise KeyError(1) from e'), []],
    ['hides a builtin', python('def f(input, id): ...'), ['info 2:7']],
    ['an empty test', python('def test_a():\n    """Doc."""\n    ...'), ['info 2:1']],
    ['a test that does something', python('def test_a():\n    assert f()'), []],
  ])('examples are sound: %s', (_, file, expected) => {
    expect(marks(examplesAreSound, file)).toEqual(expected);
  });

  test('says what to import', () => {
    const [finding] = findings(namesAreBound, python('import json\n\njson.dumps(Path("."))'));
    expect(finding?.mend).toBe('Add `from pathlib import Path`.');
  });
});
