import { expect, test } from 'vitest';
import { monthsAfter } from '../src/compose/lesson.ts';
import { nearest } from '../src/nearest.ts';
import { count, kebab, pascal, snake, uncapital } from '../src/words.ts';

test.each([
  ['Player Session', 'player-session', 'player_session', 'PlayerSession'],
  ['playerSession', 'player-session', 'player_session', 'PlayerSession'],
  ['  a--b  ', 'a-b', 'a_b', 'AB'],
  ['Überblick', 'uberblick', 'uberblick', 'Uberblick'],
  ['🐍', '', '', ''],
])('"%s" is spelt %s, %s and %s', (name, dashed, joined, camel) => {
  expect([kebab(name), snake(name), pascal(name)]).toEqual([dashed, joined, camel]);
  expect(kebab(kebab(name))).toBe(kebab(name));
});

test.each([
  ['bakend-dev', 'backend-dev'],
  ['chekc', 'check'],
  ['front', 'frontend-dev'],
  ['zebra', undefined],
  ['', undefined],
])('who writes "%s" meant %s', (name, meant) => {
  expect(nearest(name, ['backend-dev', 'frontend-dev', 'check'])).toBe(meant);
});

test.each([
  ['Frontend code', 'frontend code'],
  ['CI/CD', 'CI/CD'],
  ['OpenAPI docs', 'OpenAPI docs'],
  ['API contracts', 'API contracts'],
])('"%s" within a sentence is "%s"', (text, inside) => {
  expect(uncapital(text)).toBe(inside);
});

test.each([
  [0, '0 files'],
  [1, '1 file'],
  [2, '2 files'],
])('%i is "%s"', (many, says) => {
  expect(count(many, 'file')).toBe(says);
});

test.each([
  ['2026-01-31', 3, '2026-04-30'],
  ['2026-11-23', 6, '2027-05-23'],
  ['2024-02-29', 12, '2025-02-28'],
])('%s and %i months is %s', (day, months, then) => {
  expect(monthsAfter(day, months)).toBe(then);
});
