import { expect, test } from 'vitest';
import github from '../../src/reporters/github.ts';
import { finding, manner, review } from '../support/reviews.ts';

const told = (...findings: Parameters<typeof finding>[0][]) =>
  github.report(review(findings.map((each) => finding(each))), manner);

test('each finding is one annotation', () => {
  expect(told({}, { level: 'info' }, { level: 'warning' }).split('\n')).toEqual([
    '::error file=.claude/agents/a.md,line=2,col=5,title=references-resolve::The link leads to `b.md`, and there is no such file.%0ACorrect the path, or take the link out.%0AWhy: It is not there.',
    expect.stringMatching(/^::notice /),
    expect.stringMatching(/^::warning /),
  ]);
});

test('nothing that stands in a file can give an order of its own', () => {
  expect(told({ path: 'a,b:c%.md', says: 'x\n::set-env name=A::b\r', mend: '100%' })).toBe(
    '::error file=a%2Cb%3Ac%25.md,line=2,col=5,title=references-resolve::x%0A::set-env name=A::b%0D%0A100%25%0AWhy: It is not there.',
  );
});

test('nothing is said where all is well', () => {
  expect(told()).toBe('');
});
