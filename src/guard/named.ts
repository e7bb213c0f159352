import type { Effect, Told } from './effect.ts';

/** What a program is told with a flag: a report may be written there. What it is told without is read. */
export const optionsNamed = ({ program, words }: Told): readonly Effect[] =>
  words.flatMap((word, nth) => {
    const given = (word ?? []).flatMap((text) => /^--?[\w-]+=(.+)$/s.exec(text)?.[1] ?? []);
    const flag = words[nth - 1]?.[0] ?? '';
    const isReport = program === 'gitleaks' && flag === '-r';
    const after = isReport || (writesThere.test(flag) && !readsThere.test(flag));
    return [...given, ...(after ? (word ?? []) : [])].flatMap((text) => named(text, program));
  });

/** `--html-report`, `--cache-dir`, `--outputFile`, `-coverprofile`: what such a flag is given is written. */
const writesThere =
  /^(-[oCdO]|--?[\w-]*(report|output|dir|directory|file|log|junit|xml|html|cache|prefix|profile|temp|trace|debug|update|reporter-options?)[\w-]*)$/i;
const readsThere = /config|ignore|exclude|level|rcfile|reporter$|format/i;

/** Whatever a program that we do not know is told of may be what it changes. */
export const everythingNamed = ({ program, words }: Told): readonly Effect[] =>
  words.flatMap((word) => (word ?? []).flatMap((text) => named(text, program)));

const named = (text: string, by: string): readonly Effect[] =>
  [text, ...text.split(/[=:,\s]/), text.replace(/^-[a-zA-Z]/, '')]
    .filter(
      (piece, nth, all) => piece !== '' && !piece.startsWith('-') && all.indexOf(piece) === nth,
    )
    .map((path) => ({ does: 'name', path, by }));
