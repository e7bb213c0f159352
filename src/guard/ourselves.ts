import { type Effect, type Told, write } from './effect.ts';

/** Commands that look, and those that write what holds nobody: code, memories, specs, prompts. */
const free = new Set(
  'list explain completion help guard verify app endpoint model repository service test memory spec prompt instruction'.split(
    ' ',
  ),
);

/**
 * What `create-persona` itself writes, when the agent that it holds calls it: any other command may put
 * another persona in the place of the agent's own, or its agent file, and that is for a person to do.
 */
export function ourselves({ words }: Pick<Told, 'words'>): readonly Effect[] {
  const run: Effect = { does: 'run', program: 'create-persona', is: 'any' };
  const texts = words.map((word) => (word?.length === 1 ? word[0]! : undefined));
  const dir = texts.indexOf('--dir');
  const plain = texts.filter(
    (text, nth) => text === undefined || (!text.startsWith('-') && (dir < 0 || nth !== dir + 1)),
  );
  const isAsked = texts.some((text) => /^(-h|--help|-v|--version|--dry-run|-n)$/.test(text ?? ''));
  const [command] = plain;
  if (isAsked && !texts.includes(undefined)) return [run];
  const isChecking =
    command === 'check' && !texts.some((text) => /^--(fix|update)/.test(text ?? '--fix'));
  if (isChecking || (command !== undefined && free.has(command))) return [run];
  const root = dir < 0 ? '.' : (texts[dir + 1] ?? '.');
  return [run, write(`${root}/.persona/personas/any.md`, 'create-persona')];
}

/** `create-persona@latest`, and the file that `bin` points at. */
export const isOurselves = (program: string): boolean =>
  /(?:^|\/)create-persona(?:@[\w.-]*|\.c?js)?$/.test(program);
