import type { Example } from '../../src/check.ts';
import { claude } from './checks.ts';

/** An agent file whose text is these fences of Python, one below the other. */
export const python = (...codes: readonly string[]): Example =>
  claude(codes.map((code) => `\`\`\`python\n${code}\n\`\`\`\n`).join('\n'));
