import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withElement, withMember } from '../src/text/json-text.ts';

const add = (text: string, name = 'serena') =>
  withMember('.vscode/mcp.json', text, ['servers', name], { command: 'uvx' });

describe('a server in a configuration of somebody else', () => {
  test.each([
    [
      'makes the file',
      '',
      '{\n  "servers": {\n    "serena": {\n      "command": "uvx"\n    }\n  }\n}\n',
    ],
    [
      'comes after those that are there, and comments stay',
      '{\n  // ours\n  "servers": {\n    "a": {} // the first\n  }\n}\n',
      '{\n  // ours\n  "servers": {\n    "a": {}, // the first\n    "serena": {\n      "command": "uvx"\n    }\n  }\n}\n',
    ],
    [
      'changes nothing of the layout that is there',
      '{ "servers": { "a": {"b":1}, /* more to come */ } }',
      '{ "servers": { "a": {"b":1}, /* more to come */\n    "serena": {\n      "command": "uvx"\n    }\n  } }',
    ],
    [
      'gives a layout to a file that has none',
      '{"servers":{"a":{"b":1}}}',
      '{\n  "servers": {\n    "a": {\n      "b": 1\n    },\n    "serena": {\n      "command": "uvx"\n    }\n  }\n}\n',
    ],
    [
      'is indented as the file is',
      '{\n\t"servers": {\n\t\t"a": {}\n\t}\n}\n',
      '{\n\t"servers": {\n\t\t"a": {},\n\t\t"serena": {\n\t\t\t"command": "uvx"\n\t\t}\n\t}\n}\n',
    ],
  ])('%s', (_, there, expected) => {
    expect(add(there)).toBe(expected);
  });

  test('stays as it is where it is there, whatever it says', () => {
    const there = '{ "servers": { "serena": { "command": "mine" /* and why */ } } }';
    expect(add(there)).toBe(there);
  });

  test('speaks CRLF where the file does', () => {
    expect(add('{\r\n  "servers": {}\r\n}\r\n')).not.toMatch(/[^\r]\n/);
  });

  test('an input is known by its id', () => {
    const once = withElement('a', '', ['inputs', { id: 'TOKEN' }], 'id');

    expect(JSON.parse(once)).toEqual({ inputs: [{ id: 'TOKEN' }] });
    expect(withElement('a', once, ['inputs', { id: 'TOKEN' }], 'id')).toBe(once);
  });

  test.each([
    ['text', 'servers: {}'],
    ['a list', '[]'],
    ['cut off', '{ "servers": {'],
    ['a map that is no map', '{ "servers": [] }'],
  ])('%s is a problem, and nothing is guessed', (_, there) => {
    expect(() => add(there)).toThrow(expect.objectContaining({ name: 'NotMerged' }));
  });

  test('whatever stands there is there afterwards, and twice is the same as once', () => {
    const theirs = fc.record({
      servers: fc.dictionary(fc.string(), fc.jsonValue()),
      more: fc.jsonValue(),
    });
    fc.assert(
      fc.property(theirs, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const there = JSON.stringify(value, undefined, indent);
        const once = add(there);
        const read = JSON.parse(once);
        expect(read.more).toEqual(JSON.parse(there).more);
        expect(read.servers).toMatchObject(JSON.parse(there).servers);
        expect(Object.keys(read.servers)).toContain('serena');
        expect(add(once)).toBe(once);
      }),
    );
  });
});
