import fc from 'fast-check';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { printToml, readToml } from '../src/text/toml.ts';

test('a text of several lines keeps its lines', () => {
  expect(printToml({ name: 'a', text: 'One "two"\n\nthree\\\n', gone: undefined })).toBe(
    'name = "a"\ntext = """\nOne "two"\n\nthree\\\\\n"""\n',
  );
});

test('whatever is printed is read back as it was', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      'a',
      '"',
      '"""',
      "'",
      '\\',
      '\n',
      '\t',
      '\r',
      '\u007f',
      '\u0001',
      '💡',
      '#',
    ),
  });
  fc.assert(
    fc.property(text, fc.array(text), (one, many) => {
      expect(parse(printToml({ one, many }))).toEqual({ one, many });
    }),
  );
});

test('what is no TOML is told with its line', () => {
  expect(readToml('name = "a"\nname = \n', 'text').broken).toEqual({
    because: expect.any(String),
    line: 2,
  });
});
