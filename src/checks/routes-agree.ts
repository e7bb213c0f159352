import { defineCheck } from '../check.ts';
import { examplesIn } from '../text/examples.ts';

export default defineCheck({
  name: 'routes-agree',
  level: 'info',
  why: 'Where the text speaks of `/api/v1/players` and the example serves `/players`, half of the endpoints that an agent adds will stand in the wrong place.',
  reads: ({ kind }) => kind === 'agent' || kind === 'instruction',

  good: {
    path: '.claude/agents/a.md',
    text: 'Serve `GET /api/v1/players`.\n\n```python\n@router.get("/api/v1/players")\ndef players(): ...\n```\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: 'Serve `GET /api/v1/players`.\n\n```python\n@router.get("/players")\ndef players(): ...\n```\n',
  },

  *remarks({ markdown, text }) {
    // A prefix may be given where the router is made, or where it is taken in.
    if (!text.includes('/api/v') || /prefix\s*=|include_router|\.use\(/.test(text)) return;
    const said = markdown.prose
      .map(({ line, text: prose }) => ({
        line,
        prefix: /\b(?:GET|POST|PUT|PATCH|DELETE)\s+(\/api\/v\d+)\//.exec(prose)?.[1],
      }))
      .find(({ prefix }) => prefix !== undefined);
    if (said === undefined) return;
    for (const { fence, parts } of examplesIn(markdown)) {
      for (const { from, lines, verdict } of parts) {
        if (verdict === 'bad') continue;
        for (const [row, code] of lines.entries()) {
          const found =
            /^\s*@?(?:router|app|api)\.(?:get|post|put|patch|delete)\(\s*["'](\/[^"']*)/.exec(code);
          if (found === null || found[1]!.startsWith('/api') || found[1] === '/') continue;
          yield {
            line: fence.line + 1 + from + row,
            column: code.indexOf(found[1]!) + 1,
            says: `The example serves \`${found[1]}\`, and line ${said.line} speaks of paths below \`${said.prefix}/\`.`,
            mend: `Write \`${said.prefix}${found[1]}\`, or say where the prefix comes from.`,
          };
        }
      }
    }
  },
});
