// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are what is looked for
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { inspect, textFile } from '../../src/check.ts';
import { checks } from '../../src/checks/index.ts';
import { placeOf } from '../../src/place.ts';
import { loadPython } from '../../src/python/parser.ts';
import { targets } from '../../src/targets/index.ts';
import { memoryTree } from '../../src/tree.ts';

const paths = [
  '.claude/agents/a.md',
  '.claude/rules/a.md',
  '.github/agents/a.agent.md',
  '.github/instructions/a.instructions.md',
  '.augment/chatmodes/a.chatmode.md',
  '.augment/memory/patterns/a-2026-01-02.memory.md',
  '.persona/personas/a.md',
  '.claude/skills/a/SKILL.md',
  'specs/a.spec.md',
  '.github/prompts/a.prompt.md',
  'CLAUDE.md',
];

beforeAll(loadPython);

/** Pieces that the checks look for, thrown together. */
const pieces = fc.constantFrom(
  '---\n',
  '\n',
  '\r\n',
  '\r',
  'name: ',
  'tools: [',
  'tools:\n  - ',
  'Agent(a, b',
  ']',
  ')',
  '"',
  '`',
  '```\n',
  '# ',
  '## Allowed Tools\n',
  '- `view`',
  '#tool:x',
  '[a](b.md#c)',
  '[a](%zz/x)',
  '{{',
  'test}}',
  '${TODO}',
  'âœ…',
  'âŒ',
  'ðŸ',
  'Ã¢Å“â€¦',
  '\ufffd',
  '\u200b',
  '\0',
  '\ud800',
  '**Role:** x\n',
  '**Persona:** (2 tokens)',
  'applyTo: "{a,b"\n',
  'applyTo:\n  - {a: b}\n',
  'handoffs:\n  - agent: ',
  'consult `x`',
  '<!--',
  '-->',
  '```python\n',
  '```json\n{',
  '```yaml\na: ',
  '```toml\na = ',
  '```bash\n',
  '# ✅ Good\n',
  '# ❌ Bad\n',
  'async def f(a, *b: int = 1):\n    time.sleep(x.y)\n',
  'class A(B): z = [q for q in f(1)]\n',
  'except:\n',
  'raise A(b)\n',
  'match x:\n    case A(b=c): pass\n',
  'uvx pyright src/component/',
  'create-persona chekc',
  '```bash\ncreate-persona check --fromat \\\n',
  'We use Python 3.9',
  '- **Python version**: 3.12+\n',
  '**Model:** opus\n',
  'Do not push `a/**`',
  '1. a\n',
  '3. b\n',
  '- **Status:** Superseded\n',
  '**Next Review:** 2020-01-01\n',
  '**Logseq:** [[a/b]]\n',
  '- (delegate to qa)\n',
  '- **Consult QA/Ops:** x\n',
  '## When to consult\n',
  '## Restricted Tools\n',
  '- ❌ No deployments (delegate to devops)\n',
  'security:\n  restricted_paths: ["a/**"]\n  allowed_mcp_servers: [x]\n',
  'mcpServers: [{a: b}]\n',
  'agents: ["*", b]\n',
  'model: gpt-4\n',
  'Coverage ≥70% in staging, ≥60% in dev\n',
);

test('no text makes a check throw, or point outside of the file', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.oneof(
        fc.array(fc.oneof(pieces, fc.string()), { maxLength: 24 }).map((all) => all.join('')),
        fc.string({ unit: 'binary' }),
        fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
      ),
      (path, text) => {
        const file = textFile(path, text, placeOf(path, targets)!);
        const context = {
          tree: memoryTree({ [path]: text }),
          targets,
          personas: new Map(),
          today: '2026-01-31',
        };
        for (const { line, column } of inspect(checks, file, context)) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(file.lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(file.lines[line - 1]!.length + 1);
        }
      },
    ),
    { numRuns: 1500 },
  );
});
