import { describe, expect, test } from 'vitest';
import haveTakers from '../../src/checks/handoffs-have-takers.ts';
import leadSomewhere from '../../src/checks/handoffs-lead-somewhere.ts';
import { inspect, textFile } from '../../src/check.ts';
import { manifestPath } from '../../src/manifest.ts';
import { placeOf } from '../../src/place.ts';
import { shipped } from '../../src/shipped.ts';
import { targets } from '../../src/targets/index.ts';
import { memoryTree } from '../../src/tree.ts';

const path = '.claude/agents/tester.md';
const text = '- No deployments (delegate to DevOps)\n- No design (consult `architect`)\n';

/** What is said of hand-offs to personas that ship with us, beside other files. */
const said = (others: Readonly<Record<string, string>>) => {
  const context = {
    tree: memoryTree({ ...others, [path]: text }),
    targets,
    personas: new Map(shipped.personas.map((each) => [each.id, each])),
  };
  const file = textFile(path, text, placeOf(path, targets)!);
  return inspect([haveTakers, leadSomewhere], file, context).map(({ check }) => check);
};

describe('a persona that ships', () => {
  test('is nobody in a repository of strangers', () => {
    expect(said({})).toEqual(['handoffs-have-takers', 'handoffs-lead-somewhere']);
  });

  test('is somebody where we wrote a file', () => {
    expect(said({ [manifestPath]: '{ "version": 1, "files": {} }' })).toEqual([]);
  });

  test('is somebody where an agent has its name', () => {
    expect(
      said({
        '.claude/agents/devops.md': '---\nname: devops\n---\n',
        '.claude/agents/architect.md': '---\nname: architect\n---\n',
      }),
    ).toEqual([]);
  });
});
