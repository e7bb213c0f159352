/**
 * UTF-8 that was read as Windows-1252: `✅` became `âœ…`. Found, and given back where it is certain.
 *
 * What makes it certain is that the characters, mapped back to bytes, are UTF-8 again, and that
 * nobody writes them so. French before a closing quote (`voilà »`), a German quote (`“Spaß”`) and
 * capitals in Portuguese (`“IRMÔ`) map to valid bytes too, so a sequence that could be such text
 * counts only beside another one.
 */
export interface Mark {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly found: string;
  /** What stood there once; nothing where more than one character could have. */
  readonly meant?: string;
}

/** Every mark of a text, in its order. Marks that touch are one. */
export function repair(text: string): readonly Mark[] {
  if (!suspicious.test(text)) return [];
  return text
    .split('\n')
    .flatMap((row, index) =>
      suspicious.test(row) ? [...marksOf(row)].map((mark) => ({ line: index + 1, ...mark })) : [],
    );
}

const suspicious = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]/;

/** What Windows-1252 shows for the bytes 80 to 9F; a dot stands for the five that it has no sign for. */
const high = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';
const byteOf = new Map<string, number>([
  ...[...high].flatMap((sign, index) => (sign === '.' ? [] : [[sign, 0x80 + index] as const])),
  // The five lost ones, where a reader kept them as control characters, and all that is the same in both.
  ...[0x81, 0x8d, 0x8f, 0x90, 0x9d].map((byte) => [String.fromCharCode(byte), byte] as const),
  ...Array.from(
    { length: 0x60 },
    (_, index) => [String.fromCharCode(0xa0 + index), 0xa0 + index] as const,
  ),
]);

/** Characters of which a byte was lost on the way, where what is left can mean only them. */
const lossy: Readonly<Record<string, string>> = {
  âŒ: '❌',
  'â€': '”',
  'ï¸': '\ufe0f',
  'â°': '⏰',
  'â±': '⏱',
  'â³': '⏳',
  'â¤': '❤',
  'â†': '←',
  'â\u00ad': '⭐',
};

interface Piece {
  readonly length: number;
  readonly meant: string | undefined;
  /** Whether it is mojibake even when it stands alone. */
  readonly isSure: boolean;
}

function* marksOf(row: string): Generator<Omit<Mark, 'line'>> {
  for (let at = 0; at < row.length; at++) {
    const start = at;
    const pieces: Piece[] = [];
    for (let piece = pieceAt(row, at); piece !== undefined; piece = pieceAt(row, at)) {
      pieces.push(piece);
      at += piece.length;
    }
    if (pieces.length === 0) continue;
    at--;
    const meant = pieces.every((piece) => piece.meant !== undefined)
      ? pieces.map((piece) => piece.meant).join('')
      : undefined;
    const isSure =
      pieces.some((piece) => piece.isSure) || (pieces.length > 1 && /^\p{L}+$/u.test(meant ?? ''));
    if (!isSure) continue;
    const found = row.slice(start, at + 1);
    yield { column: start + 1, found, ...(meant !== undefined && { meant: onceMore(meant) }) };
  }
}

/** What went through the mill twice is mojibake still. */
function onceMore(meant: string): string {
  const marks = [...marksOf(meant)];
  const [mark] = marks;
  return marks.length === 1 && mark!.found === meant && mark!.meant !== undefined
    ? mark!.meant
    : meant;
}

function pieceAt(row: string, at: number): Piece | undefined {
  const lead = byteOf.get(row[at] ?? '') ?? 0;
  const length =
    lead >= 0xf0 && lead <= 0xf4
      ? 4
      : lead >= 0xe0 && lead < 0xf0
        ? 3
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : 0;
  if (length === 0) return undefined;
  const bytes = [...row.slice(at, at + length)].map((sign) => byteOf.get(sign) ?? 0);
  const meant = bytes.length === length ? decode(bytes) : undefined;
  if (meant !== undefined) return { length, meant, isSure: isSure(row, at, lead, meant) };

  const two = row.slice(at, at + 2);
  if (two === 'ðŸ') {
    const next = byteOf.get(row[at + 2] ?? '') ?? 0;
    return {
      length: next >= 0x80 && next < 0xc0 && next !== 0xa0 ? 3 : 2,
      meant: undefined,
      isSure: true,
    };
  }
  if (two === 'â€' && row[at + 2] === 'ð') return { length: 2, meant: '\u200d', isSure: true };
  const known = lossy[two];
  return known === undefined ? undefined : { length: 2, meant: known, isSure: true };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: readonly number[]): string | undefined {
  if (bytes.slice(1).some((byte) => byte < 0x80 || byte > 0xbf)) return undefined;
  try {
    return strict.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

function isSure(row: string, at: number, lead: number, meant: string): boolean {
  const before = row[at - 1] ?? '';
  const after = row[at + 1] ?? '';
  if (lead >= 0xf0) return true;
  // Punctuation, arrows, mathematics, frames, symbols, dingbats, and what follows an emoji.
  if (lead === 0xe2) return /[\u2000-\u27bf\u2900-\u2bff]/.test(meant);
  if (lead === 0xef) return /[\ufe0f\ufeff\ufffd]/.test(meant);
  if (lead === 0xc2) return !(/\p{L}/u.test(before) && /[\u00a0«»ªº]/.test(after));
  return lead === 0xc3 && !(/\p{Lu}/u.test(before) && /[\u00a0«»“”‘’…–—†‡•‹›]/.test(after));
}
