import { parse as parseToml } from 'smol-toml';
import { defineCheck } from '../check.ts';
import { examplesIn } from '../text/examples.ts';
import { parseDocument } from '../front-matter.ts';

export default defineCheck({
  name: 'data-blocks-parse',
  level: 'warning',
  why: 'A configuration that does not parse is copied as it stands and fails in a place far from here.',
  reads: () => true,

  good: {
    path: '.claude/agents/a.md',
    text: '```json\n{ "a": [1, 2] }\n```\n\n```yaml\na: 1\nb: [x, y]\n```\n\n```toml\n[tool.x]\na = 1\n```\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: '```json\n{ "a": 1,\n  "b": 2,\n}\n```\n\n```toml\na = = 1\n```\n',
  },

  *remarks({ markdown }) {
    for (const { fence, parts } of examplesIn(markdown)) {
      const parse = parsers[fence.language];
      const text = atMargin(fence.lines).join('\n');
      const isExample = parts.length === 1 && parts[0]!.verdict !== 'bad';
      if (parse === undefined || !isExample || text.length > 20_000 || isSketch.test(text))
        continue;
      const fault = parse(text);
      if (fault === undefined) continue;
      yield {
        line: Math.min(fence.line + fault.line, fence.line + Math.max(1, fence.lines.length)),
        says: `This is no ${fence.language.toUpperCase()}: ${fault.because}.`,
        mend: 'Mend it, or give the fence the language that it is in.',
      };
    }
  },
});

/** A block in a list is indented as a whole, and `---` counts at the margin only. */
function atMargin(lines: readonly string[]): readonly string[] {
  const indents = lines.flatMap((line) => (line.trim() === '' ? [] : [line.search(/\S/)]));
  const indent = Math.min(...indents, 40);
  return lines.map((line) => line.slice(Math.min(indent, line.length)));
}

interface Fault {
  readonly because: string;
  /** In the fence, from 1. */
  readonly line: number;
}

/** What a reader fills in: holes, comments where there can be none, three dots, a template's marks, a choice of values; and formulas of Power Fx, which are no YAML. */
const isSketch =
  /\.\.\.|…|<[A-Za-z][\w -]*>|\{\{|\{%|<%|\$\{|^\s*(?:\/\/|#\s)|\/\*|\s\/\/\s|\[your|YOUR[_-]|"[^"]*\w \| \w|"\s*\|\s*"|: =/m;

const parsers: Readonly<Record<string, (text: string) => Fault | undefined>> = {
  json: (text) => {
    // A piece of an object, or one document below another, is read well enough by anybody.
    if (!/^\s*[[{]/.test(text) || /^\s*[}\]],?\s*[[{"]/m.test(text)) return undefined;
    try {
      JSON.parse(text);
      return undefined;
    } catch (error) {
      const { message } = error as Error;
      const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
      return {
        because: message.replace(/ in JSON.*| \(line.*/s, '').replace(/, ".*$/s, ''),
        line: text.slice(0, at).split('\n').length,
      };
    }
  },
  toml: (text) => {
    try {
      parseToml(text);
      return undefined;
    } catch (error) {
      const { message, line } = error as Error & { line?: number };
      return {
        because: message.split('\n')[0]!.replace('Invalid TOML document: ', ''),
        line: line ?? 1,
      };
    }
  },
  yaml,
  yml: yaml,
};

/** The reader of our front matter, which knows one document at a time. */
function yaml(text: string): Fault | undefined {
  let line = 0;
  for (const one of text.split(/^(?:---|\.\.\.)[^\n]*$/m)) {
    const { broken } = parseDocument(`---\n${one.replace(/^\n/, '')}\n---\n`);
    // A list at the top is a document as well, and two keys of one name a choice that is shown.
    const isReal =
      broken !== undefined && !/list of `key: value`|duplicated|tag|alias/.test(broken.because);
    if (isReal) return { because: broken.because, line: line + Math.max(1, broken.line - 1) };
    line += one.split('\n').length - 1;
  }
  return undefined;
}
