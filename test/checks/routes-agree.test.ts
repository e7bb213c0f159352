import { expect, test } from 'vitest';
import check from '../../src/checks/routes-agree.ts';
import { claude, marks } from '../support/checks.ts';

const says = 'Create `POST /api/v1/sessions`.\n\n';

test.each([
  ['under the prefix', `${says}\`\`\`python\n@router.post("/api/v1/sessions")\n\`\`\`\n`, []],
  ['without it', `${says}\`\`\`python\n@router.post("/sessions")\n\`\`\`\n`, ['info 4:15']],
  [
    'given to the router',
    `${says}\`\`\`python\nrouter = APIRouter(prefix="/api/v1")\n@router.post("/sessions")\n\`\`\`\n`,
    [],
  ],
  ['nobody speaks of a prefix', '```python\n@router.post("/sessions")\n```\n', []],
  ['a bad example', `${says}Bad:\n\n\`\`\`python\n@router.post("/sessions")\n\`\`\`\n`, []],
])('%s', (_, text, expected) => {
  expect(marks(check, claude(text))).toEqual(expected);
});
