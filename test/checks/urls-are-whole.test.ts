// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are what is looked for
import { expect, test } from 'vitest';
import check from '../../src/checks/urls-are-whole.ts';
import { claude, marks } from '../support/checks.ts';

test.each([
  ['an address', 'See https://a.org/b?c=d#e, and <http://b.io>.', []],
  ['one slash', 'See https:/a.org/b.', ['warning 1:5']],
  ['three slashes', 'https:///a.org/b', ['warning 1:1']],
  ['no colon', 'https//a.org/b', ['warning 1:1']],
  ['a slip in the scheme', 'See htps://a.org and `htp://b.org`.', ['warning 1:5']],
  ['another scheme', 'neo4j://a.org redis://b s3://c http://d.org', []],
  ['no slash', 'https:a.org/b', ['warning 1:1']],
  ['a scheme twice', 'https://https://a.org', ['warning 1:1']],
  ['what is only spoken of', 'Use https:// and not http: there. http/2 is fine, https:/x too.', []],
  ['code', '`https:/a.org`', []],
  ['a place that a template fills in', 'https://${host}/a https://{host}/a http://<host>/a', []],
  ['a machine of one’s own', 'http://localhost:3000 http://127.0.0.1:80/x', []],
  ['documentation without a version', 'https://a.readthedocs.io/', ['info 1:1']],
  ['documentation with one', 'https://a.readthedocs.io/en/v1.2/x.html', []],
  ['a link without a scheme', '[a](www.a.org/b) [b](www/a.md)', ['warning 1:1']],
])('%s', (_, text, expected) => {
  expect(marks(check, claude(text))).toEqual(expected);
});
