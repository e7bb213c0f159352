import { beforeAll, describe, expect, test } from 'vitest';
import { withRouter } from '../../src/compose/fastapi/register.ts';
import { loadPython } from '../../src/python/parser.ts';

beforeAll(loadPython);

const router = (name: string) => ({ module: `demo.${name}.router`, alias: `${name}_router` });
const register = (text: string, name = 'quests') => withRouter('api.py', text, router(name));

const bare = `"""All routers."""

from fastapi import APIRouter

api_router = APIRouter(prefix="/api/v1")
`;

const full = `from fastapi import APIRouter

from demo.core.health import router as health_router  # first
from demo.players.router import router as players_router

api_router = APIRouter(prefix="/api/v1")

api_router.include_router(health_router)
# The order matters below.
api_router.include_router(players_router, tags=["players"])  # kept
`;

describe('a router is registered', () => {
  test('as the first', () => {
    expect(register(bare)).toBe(`"""All routers."""

from fastapi import APIRouter

from demo.quests.router import router as quests_router

api_router = APIRouter(prefix="/api/v1")

api_router.include_router(quests_router)
`);
  });

  test('below the others, and comments stay', () => {
    expect(register(full)).toBe(
      full
        .replace(
          'players_router\n\n',
          'players_router\nfrom demo.quests.router import router as quests_router\n\n',
        )
        .replace('# kept\n', '# kept\napi_router.include_router(quests_router)\n'),
    );
  });

  test('its import by the alphabet', () => {
    expect(register(full, 'items')).toContain(
      '# first\nfrom demo.items.router import router as items_router\nfrom demo.players',
    );
  });

  test.each([
    ['once only', (text: string) => text],
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['behind a byte order mark', (text: string) => `\uFEFF${text}`],
    ['after letters beyond ASCII', (text: string) => `# Größe 🐍 игрок\n${text}`],
  ])('%s', (_, as) => {
    const once = register(as(full));
    expect(once).toBe(as(register(full)));
    expect(register(once)).toBe(once);
  });

  test('again, where the import was lost', () => {
    const once = register(full);
    expect(register(once.replace(/from demo\.quests.*\n/, ''))).toBe(once);
  });

  test('again, where the call was lost', () => {
    const once = register(full);
    expect(register(once.replace(/api_router.include_router\(quests_router\)\n/, ''))).toBe(once);
  });

  test('with a router of another name', () => {
    expect(register(bare.replaceAll('api_router', 'v1'))).toContain(
      'v1.include_router(quests_router)',
    );
  });

  test('with an import that is longer than a line', () => {
    const name = 'narrative_branch_choice_options';
    const once = register(full, name);
    expect(once).toContain(
      `from demo.${name}.router import router as ${name}_router\n`.length > 101
        ? `import (\n    router as ${name}_router,\n)\n`
        : `import router as ${name}_router\n`,
    );
    expect(register(once, name)).toBe(once);
  });
});

describe('a module is refused, with the lines to add,', () => {
  test.each([
    ['that does not parse', 'def f(:\n'],
    ['without a router', 'from fastapi import APIRouter\nx = 1\n'],
    ['that makes its router in a function', 'def f():\n    api_router = APIRouter()\n'],
    ['where the name is taken', `from other import router as quests_router\n${bare}`],
    ['where the name is assigned', `${bare}quests_router = 1\n`],
    ['with several routers, none of the usual name', 'a = APIRouter()\nb = APIRouter()\n'],
    ['that is empty', ''],
  ])('%s', (_, text) => {
    expect(() => register(text)).toThrow(
      expect.objectContaining({
        name: 'NotRegistered',
        mend: expect.stringMatching(
          /from demo\.quests\.router import router as quests_router\n.*include_router\(quests_router\)/s,
        ),
      }),
    );
  });
});
