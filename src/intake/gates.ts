import type { Markdown } from '../text/markdown.ts';
import type { Gates } from '../persona.ts';

const stages = [
  ['development', 'dev(?:elopment)?'],
  ['staging', 'staging'],
  ['production', 'prod(?:uction)?'],
] as const;

/** The coverage that a text asks for by stage, where it names all three and they do not fall. */
export function gatesInText({ prose }: Markdown): Gates | undefined {
  const lines = prose.map(({ text }) => text).filter((text) => text.includes('%'));
  const percent = (word: string) => {
    // A line that is of any length is somebody's data, no rule.
    for (const line of lines.filter(({ length }) => length < 400)) {
      const found =
        new RegExp(`(\\d{1,3})\\s?%[^%\\d(]{0,20}\\(${word}\\)`, 'i').exec(line) ??
        new RegExp(`\\b${word}\\b[^%\\d(),;]{0,40}(\\d{1,3})\\s?%`, 'i').exec(line);
      if (found !== null && Number(found[1]) <= 100) return Number(found[1]);
    }
    return undefined;
  };
  const [development, staging, production] = stages.map(([, word]) => percent(word));
  if (development === undefined || staging === undefined || production === undefined)
    return undefined;
  return development <= staging && staging <= production
    ? { development, staging, production }
    : undefined;
}
