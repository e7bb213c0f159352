import { lineOfKey, parseDocument } from '../front-matter.ts';
import type { Change } from '../stages.ts';
import type { Target } from '../target.ts';
import { bareTool, judgeTool, toolsIn } from '../rights/tool-names.ts';

/**
 * A file with the names of its tools as they are today. Nothing else of it changes; a list keeps
 * its form (block, flow or one line with commas) and its quotes.
 */
export function withCurrentTools(
  path: string,
  text: string,
  target: Target,
): { readonly text: string; readonly changes: readonly Change[] } {
  const { head } = parseDocument(text);
  const value = head['tools'];
  const map = isMap(value) ? value : undefined;
  const listed = toolsIn(map?.['allowed'] ?? value);
  if (listed === undefined) return { text, changes: [] };
  const line = lineOfKey(text, ['tools']);
  const changes: Change[] = [];
  const current = listed.map((name) => {
    const verdict = judgeTool(name, target);
    const tell = (how: Change['how'], because: string) =>
      changes.push({ how, path, line, what: `tool \`${name}\``, because });
    if (verdict.is === 'renamed') {
      tell('renamed', `it is \`${verdict.to}\` in ${target.title} by now`);
      return name.replace(bareTool(name), verdict.to);
    }
    if (verdict.is === 'gone')
      tell('assumed', `${target.title} no longer has it; it stays in the list, and brings nothing`);
    if (verdict.is === 'unknown')
      tell('assumed', `${target.title} does not know it; it stays in the list, and brings nothing`);
    return name;
  });
  for (const name of toolsIn(map?.['denied']) ?? [])
    changes.push({
      how: 'lost',
      path,
      line: lineOfKey(text, ['tools', 'denied']),
      what: `denied tool \`${name}\``,
      because: `${target.title} has a list of what is allowed, and none of what is not`,
    });
  const names = [...new Set(current)];
  const isSame = map === undefined && names.join() === listed.join();
  return { text: isSame ? text : replaced(text, line, names), changes };
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The lines from the key up to the next one give way to the same list with other names. */
function replaced(text: string, line: number, names: readonly string[]): string {
  const lines = text.split('\n');
  const from = line - 1;
  const next = lines.findIndex(
    (each, index) => index > from && /^[^\s#-]|^---/.test(each) && !/^[\]}]/.test(each),
  );
  const old = lines.slice(from, next);
  const isFlow = /:\s*\[/.test(old[0]!) || /^\s*\[/.test(old[1] ?? '');
  const isLine = !isFlow && /:\s*[^\s#]/.test(old[0]!);
  const quote = /['"]/.exec(old.join('').replace(/#.*/, ''))?.[0] ?? '';
  const quoted = (name: string) => {
    const mark = quote === '' && /^[*&!|>%@`'"[{]|: | #/.test(name) ? '"' : quote;
    return `${mark}${name}${mark}`;
  };
  const indent = /^(\s*)-/.exec(old.find((each) => /^\s*-/.test(each)) ?? '  -')?.[1] ?? '  ';
  const put = isFlow
    ? [`tools: [${names.map(quoted).join(', ')}]`]
    : isLine
      ? [`tools: ${quote}${names.join(', ')}${quote}`]
      : ['tools:', ...names.map((name) => `${indent}- ${quoted(name)}`)];
  return [...lines.slice(0, from), ...put, ...lines.slice(next)].join('\n');
}
