import { reserved } from '../reserved.ts';
import { kebab } from '../words.ts';

/** An id of ours from any name: lower-case words joined by hyphens, a letter first, at most 64. */
export function idFrom(...names: readonly (string | undefined)[]): string {
  const [found = 'taken-in'] = names.map((name) => kebab(name ?? '')).filter((id) => id !== '');
  const whole = /^[a-z]/.test(found) ? found : `agent-${found}`;
  const cut = whole.slice(0, 64).replace(/-+$/, '');
  return reserved.includes(cut) ? `${cut}-agent` : cut;
}

/** One line of text, as front matter holds it. */
export const oneLine = (text: unknown): string =>
  typeof text === 'string' || typeof text === 'number'
    ? String(text).replace(/\s+/g, ' ').trim()
    : '';

/** Several of them, from a list or from one line with commas. */
export const several = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : oneLine(value).split(','))
    .map(oneLine)
    .filter((each) => each !== '');
