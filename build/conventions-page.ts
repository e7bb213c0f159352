import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { heldBy } from '../src/held-by.ts';
import { shipped } from '../src/shipped.ts';

/** docs/conventions.md: what each convention says, and what holds it. `npm run docs` writes it. */
export const conventionsPage = (): string =>
  [
    readFileSync(join(import.meta.dirname, 'conventions-intro.md'), 'utf8').trimEnd(),
    'This part is made from `templates/conventions/` by `npm run docs`; `create-persona explain <convention>` shows more.',
    ...shipped.conventions.flatMap((convention) => [
      `### ${convention.id}`,
      convention.rule,
      heldBy(convention)
        .map((each) => `- ${each}`)
        .join('\n'),
    ]),
  ].join('\n\n') + '\n';

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(import.meta.dirname, '..', 'docs', 'conventions.md'), conventionsPage());
