import { expect, test } from 'vitest';
import { codeChecks } from '../../src/code-checks/index.ts';
import { reviewCode } from '../../src/convention-review.ts';
import { shipped } from '../../src/shipped.ts';

type Row = readonly [what: string, code: string, places: readonly string[], path?: string];

/** What one check says of a few lines, as `line:column`. */
async function places(id: string, code: string, path: string): Promise<readonly string[]> {
  const convention = shipped.conventions.find((each) => each.id === id)!;
  const held = { ...convention, applies: ['**'] };
  const found = await reviewCode([{ path, text: code }], [held]);
  return found.map(({ check, line, column }) => `${check === id ? '' : check}${line}:${column}`);
}

const rows: Readonly<Record<string, readonly Row[]>> = {
  'annotated-dependencies': [
    ['a query as the default', 'def f(q: str = Query("")) -> None: ...\n', ['1:7']],
    ['a default that is a value', 'def f(q: str = "") -> None: ...\n', []],
    ['a default beside `Annotated`', 'def f(q: Annotated[int, Query()] = 1) -> None: ...\n', []],
    ['a form, named by its module', 'def f(q: str = fastapi.Form()): ...\n', ['1:7']],
  ],
  'arrange-act-assert': [
    [
      'no assertion',
      'def test_a():\n    # Arrange\n    x = 1\n    # Act\n    f(x)\n    # Assert\n    print(x)\n',
      ['6:5'],
    ],
    [
      'steps in another order',
      'def test_a():\n    # Act\n    f()\n    # Arrange\n    # Assert\n    assert 1\n',
      ['1:1'],
    ],
    [
      'two acts',
      'def test_a():\n    # Arrange\n    x = 1\n    # Act\n    f()\n    g()\n    # Assert\n    assert x\n',
      ['4:5'],
    ],
    [
      'an act that is not there',
      'def test_a():\n    # Arrange\n    x = 1\n    # Act\n    # Assert\n    assert x\n',
      ['4:5'],
    ],
    [
      'an assertion before the last step',
      'def test_a():\n    # Arrange\n    x = 1\n    assert x\n    # Act\n    f()\n    # Assert\n    assert x\n',
      ['4:5'],
    ],
    [
      'an act within `pytest.raises`',
      'def test_a():\n    # Arrange\n    x = 1\n    # Act\n    with pytest.raises(E):\n        f(x)\n    # Assert\n    done(x)\n',
      [],
    ],
    [
      'an act within a block',
      'def test_a():\n    # Arrange\n    with c() as x:\n        y = 1\n        # Act\n        z = f(x, y)\n    # Assert\n    assert z\n',
      [],
    ],
    [
      'a mock that asserts',
      'def test_a():\n    # Arrange\n    x = m()\n    # Act\n    f(x)\n    # Assert\n    x.assert_called_once()\n',
      [],
    ],
    [
      'a function within a test',
      'def test_a():\n    # Arrange\n    def g():\n        # Act\n        return 1\n    # Act\n    x = g()\n    # Assert\n    assert x\n',
      [],
    ],
    ['a fixture that is called a test', '@pytest.fixture\ndef test_client():\n    return 1\n', []],
    ['a test in a class', 'class TestA:\n    def test_a(self):\n        assert 1\n', ['2:5']],
  ],
  'async-io': [
    [
      'a file that is opened',
      'async def f():\n    with open("a") as x:\n        return x.read()\n',
      ['2:10'],
    ],
    ['the same in a thread', 'async def f():\n    return await asyncio.to_thread(open, "a")\n', []],
    [
      'a function within, which runs elsewhere',
      'async def f():\n    def g():\n        time.sleep(1)\n    await asyncio.to_thread(g)\n',
      [],
    ],
    ['code that is not async', 'def f():\n    time.sleep(1)\n', []],
    [
      'a blocking client of Redis',
      'from redis import Redis\n\n\nasync def f(r: Redis):\n    await g(r)\n',
      ['1:19'],
    ],
    ['its exceptions', 'from redis import RedisError\n\n\nasync def f():\n    await g()\n', []],
    ['a task that nobody keeps', 'async def f():\n    asyncio.create_task(g())\n', ['2:5']],
    [
      'a task that is kept',
      'async def f():\n    task = asyncio.create_task(g())\n    await task\n',
      [],
    ],
    [
      'a coroutine that nobody awaits',
      'async def g(): ...\n\n\nasync def f():\n    g()\n',
      ['5:5'],
    ],
  ],
  'async-tests': [
    [
      'a mark on the class',
      '@pytest.mark.asyncio\nclass TestA:\n    async def test_a(self):\n        await f()\n',
      [],
    ],
    [
      'a mark on the module',
      'pytestmark = [pytest.mark.asyncio]\n\n\nasync def test_a():\n    await f()\n',
      [],
    ],
    ['anyio', '@pytest.mark.anyio\nasync def test_a():\n    await f()\n', []],
    ['a loop of its own', 'def test_a():\n    assert asyncio.run(f()) == 1\n', ['2:12']],
    ['an async fixture for pytest', '@pytest.fixture\nasync def client():\n    yield 1\n', ['1:2']],
    [
      'a wait that is long enough today',
      '@pytest.mark.asyncio\nasync def test_a():\n    await asyncio.sleep(0.1)\n',
      ['3:11'],
    ],
    [
      'a turn of the loop',
      '@pytest.mark.asyncio\nasync def test_a():\n    await asyncio.sleep(0)\n',
      [],
    ],
  ],
  'connection-pooling': [
    ['a client of the module', 'redis = Redis.from_url(URL, max_connections=9)\n', ['1:9']],
    [
      'a pool without a maximum',
      '@asynccontextmanager\nasync def lifespan(app):\n    app.state.redis = Redis()\n    yield\n',
      ['3:23'],
    ],
    [
      'a function that the lifespan calls',
      'def open_all(app: FastAPI) -> None:\n    app.state.http = httpx.AsyncClient()\n',
      [],
    ],
    [
      'a client for each request',
      'async def rates():\n    async with httpx.AsyncClient() as client:\n        return await client.get("/")\n',
      ['2:16'],
    ],
  ],
  'coverage-gates': [
    [
      'the options of pytest',
      '[tool.pytest.ini_options]\naddopts = "--cov --cov-branch --cov-fail-under=80"\n',
      [],
    ],
    [
      'a threshold of nothing',
      '[tool.coverage.run]\nbranch = true\n\n[tool.coverage.report]\nfail_under = 0\n',
      ['4:1'],
      'pyproject.toml',
    ],
    [
      'lines only',
      '[tool.coverage.run]\nsource = ["src"]\n\n[tool.coverage.report]\nfail_under = 80\n',
      ['1:1'],
      'pyproject.toml',
    ],
  ],
  'documented-endpoints': [
    [
      'errors that the router lists',
      'router = APIRouter(responses={404: {}})\n\n\n@router.get("/", summary="S")\nasync def f() -> int:\n    raise HTTPException(404)\n',
      [],
    ],
    [
      'a route that OpenAPI does not show',
      '@router.get("/", include_in_schema=False)\nasync def f():\n    return 1\n',
      [],
    ],
    [
      'a model in the place of a type',
      '@router.get("/", summary="S", response_model=int)\nasync def f():\n    return 1\n',
      [],
    ],
    ['a WebSocket', '@router.websocket("/")\nasync def f(ws):\n    await ws.accept()\n', []],
    [
      'a patch that is no route',
      '@mock.patch("shop.rates")\ndef test_a(rates):\n    assert rates\n',
      [],
    ],
  ],
  'fixtures-for-data': [
    ['a list that is only read', 'NAMES = ["a"]\n\n\ndef test_a():\n    assert f(NAMES)\n', []],
    [
      'an entry that is set',
      'DATA = {}\n\n\ndef test_a():\n    DATA["a"] = 1\n    assert f()\n',
      ['5:5'],
    ],
    [
      'a client that is shared',
      'client = TestClient(app)\n\n\ndef test_a():\n    assert client.get("/")\n',
      ['5:12'],
    ],
    [
      'a value that nobody can change',
      'KEY = UUID("0")\n\n\ndef test_a():\n    assert f(KEY)\n',
      [],
    ],
    [
      'an attribute of the same name',
      'data = []\n\n\ndef test_a(x):\n    x.data.append(1)\n    assert x\n',
      [],
    ],
  ],
  'integration-tests-on-real-stores': [
    [
      'a store that is played',
      'import fakeredis\n\npytestmark = pytest.mark.integration\n',
      ['1:8'],
    ],
    ['a stand-in of ours', 'from tests.support.names import InMemoryNames\n', ['1:33']],
    [
      'a test without the mark',
      'async def test_a(redis):\n    assert await redis.get("a")\n',
      ['1:1'],
    ],
    [
      'a database that is emptied',
      '@pytest.mark.integration\nasync def test_a(redis):\n    await redis.flushdb()\n',
      ['3:11'],
    ],
  ],
  'mock-external-services': [
    [
      'the own application',
      'from httpx import ASGITransport, AsyncClient\n\n\ndef f(app):\n    return AsyncClient(transport=ASGITransport(app=app))\n',
      [],
    ],
    [
      'a request',
      'import httpx\n\n\ndef test_a():\n    assert httpx.get("http://rates")\n',
      ['5:12'],
    ],
    [
      'one that is intercepted',
      'import httpx\nimport respx\n\n\ndef test_a():\n    assert httpx.get("http://rates")\n',
      [],
    ],
    [
      'a store',
      'import redis.asyncio as redis\n\n\ndef test_a():\n    assert redis.Redis()\n',
      ['5:12'],
    ],
    [
      'a name that is patched',
      'from unittest.mock import patch\n\n\ndef test_a():\n    with patch("shop.rates"):\n        assert f()\n',
      ['5:10'],
    ],
    [
      'an object that is patched',
      'def test_a(monkeypatch, broker):\n    monkeypatch.setattr(broker, "publish", f)\n    assert g()\n',
      [],
    ],
  ],
  'no-secrets': [
    ['a default of a parameter', 'def f(password: str = "hunter22") -> None: ...\n', ['1:23']],
    ['a default of the environment', 'TOKEN = os.environ.get("API_TOKEN", "tk-4f9a")\n', ['1:37']],
    [
      'a secret that is wrapped',
      'class S:\n    api_key: SecretStr = SecretStr("tk-4f9a")\n',
      ['2:36'],
    ],
    ['an empty one', 'class S:\n    neo4j_password: SecretStr = SecretStr("")\n', []],
    ['the name of a field', 'PASSWORD = "password"\ntoken_url = "/api/token"\n', []],
    [
      'a test',
      'def test_a():\n    assert sign_in(password="hunter22")\n',
      [],
      'tests/unit/test_a.py',
    ],
  ],
  'parametrized-tests': [
    ['cases in a loop', 'def test_a():\n    for x in (1, 2):\n        assert f(x)\n', ['2:5']],
    [
      'a loop that arranges',
      'def test_a():\n    for x in (1, 2):\n        add(x)\n    assert f()\n',
      [],
    ],
    [
      'twins',
      'def test_a():\n    x = f("a")\n    assert x == 1\n\n\ndef test_b():\n    x = f("b")\n    assert x == 2\n',
      ['6:1'],
    ],
    [
      'tests that call something else',
      'def test_a():\n    x = f("a")\n    assert x == 1\n\n\ndef test_b():\n    x = g("b")\n    assert x == 2\n',
      [],
    ],
    [
      'rows that need an `if`',
      '@pytest.mark.parametrize("x", [1, 2])\ndef test_a(x):\n    if x:\n        g()\n    assert x\n',
      ['3:5'],
    ],
    ['assertions of one result', 'def test_a(r):\n    assert r.a == 1\n    assert r.b == 2\n', []],
  ],
  'pydantic-models': [
    [
      'its inner class',
      'from pydantic import BaseModel\n\n\nclass A(BaseModel):\n    class Config:\n        frozen = True\n',
      ['5:5'],
    ],
    [
      'its methods',
      'from pydantic import BaseModel\n\n\ndef f(a: BaseModel):\n    return a.dict(), A.parse_obj({})\n',
      ['5:14', '5:24'],
    ],
    [
      'the body of a response',
      'from pydantic import BaseModel\n\n\ndef f(r):\n    return r.json()\n',
      [],
    ],
    ['the module of v1', 'from pydantic.v1 import BaseModel\n', ['1:25']],
    ['settings', 'from pydantic import BaseSettings\n', ['1:22']],
    [
      'a body that is a dictionary',
      '@router.post("/")\nasync def f(data: dict[str, str]) -> None: ...\n',
      ['2:13'],
    ],
    [
      'a bare request',
      '@router.post("/")\nasync def f(request: Request) -> None:\n    data = await request.json()\n',
      ['3:5'],
    ],
    [
      'a keyword of a field',
      'from pydantic import BaseModel, Field\n\n\nclass A(BaseModel):\n    a: str = Field(regex="a")\n',
      ['5:20'],
    ],
  ],
  'rate-limits': [
    [
      'a limit of the router',
      'router = APIRouter(dependencies=[Depends(limit)])\n\n\n@router.post("/")\nasync def f() -> None: ...\n',
      [],
    ],
    [
      'a limit that is a parameter',
      '@router.post("/")\nasync def f(limit: RateLimitDep) -> None: ...\n',
      [],
    ],
    [
      'a limit that is a decorator',
      '@router.delete("/")\n@limiter.limit("5/minute")\nasync def f(request: Request) -> None: ...\n',
      [],
    ],
    ['a route that reads', '@router.get("/")\nasync def f() -> int: ...\n', []],
    [
      'each route that writes',
      '@router.put("/")\nasync def f() -> None: ...\n\n\n@router.patch("/")\nasync def g() -> None: ...\n',
      ['1:2', '5:2'],
    ],
  ],
  'repository-pattern': [
    [
      'the dependency that hands a store out',
      'from app.core.dependencies import RedisDep\n',
      ['1:35'],
      'src/app/a/router.py',
    ],
    [
      'the same where a repository is picked',
      'from app.core.dependencies import RedisDep\n',
      [],
      'src/app/a/dependencies.py',
    ],
    [
      'a driver in its repository',
      'from neo4j import AsyncDriver\n',
      [],
      'src/app/a/neo4j_repository.py',
    ],
    [
      'HTTP in a repository',
      'from fastapi import HTTPException\n',
      ['1:21'],
      'src/app/a/redis_repository.py',
    ],
    [
      'routes under another name',
      'import redis\n\n\n@router.get("/")\ndef f() -> int: ...\n',
      ['1:8'],
      'src/app/a/views.py',
    ],
  ],
  'safe-cypher': [
    ['a text that is joined', 'Q = "MATCH (n) WHERE n.id = " + value\n', ['1:5']],
    ['a text that is filled in', 'Q = "MATCH (n:{}) RETURN n LIMIT 1".format(label)\n', ['1:5']],
    ['a list without end', 'Q = "MATCH (p:Player)-[:HAS]->(a:Action) RETURN a"\n', ['1:5']],
    [
      'the actions of one player, without end',
      'Q = "MATCH (:Player {id: $player_id})-[:HAS]->(a) RETURN a"\n',
      ['1:5'],
    ],
    ['one of them', 'Q = "MATCH (a:Action {id: $id}) RETURN a AS node"\n', []],
    ['a number', 'Q = "MATCH (a:Action) RETURN count(a) AS many"\n', []],
    ['a sentence that begins alike', 'message = f"Create {name} (again)"\n', []],
  ],
  'specific-exceptions': [
    ['everything', 'try:\n    f()\nexcept:\n    g()\n', ['3:1']],
    [
      'everything, among others',
      'try:\n    f()\nexcept (ValueError, Exception):\n    g()\n',
      ['3:1'],
    ],
    ['everything, and raised again', 'try:\n    f()\nexcept Exception:\n    g()\n    raise\n', []],
    [
      'everything, and written to the log',
      'try:\n    f()\nexcept Exception:\n    logger.exception("failed")\n',
      [],
    ],
    ['nothing done about it', 'try:\n    f()\nexcept KeyError:\n    pass\n', ['3:1']],
    [
      'a cause that is hidden',
      'try:\n    f()\nexcept KeyError:\n    raise LostError("a")\n',
      ['4:5'],
    ],
    [
      'a cause that is kept',
      'try:\n    f()\nexcept KeyError as error:\n    raise LostError("a") from error\n',
      [],
    ],
    ['everything, suppressed', 'with contextlib.suppress(Exception):\n    f()\n', ['1:6']],
  ],
  'structured-logging': [
    ['values behind the message', 'logger.info("user %s", name)\n', ['1:13']],
    ['a text that is joined', 'self.logger.info("user " + name)\n', ['1:18']],
    ['a level and a constant', 'logger.log(level, "failed", extra={"a": 1})\n', []],
    ['an exception', 'logger.exception("failed", exc_info=error)\n', []],
    ['the root', 'logging.info("started")\n', ['1:1']],
    ['the logarithm', 'import math\nx = math.log(2, base)\n', []],
    ['print', 'print("started")\n', ['1:1']],
  ],
  'type-hints': [
    ['more arguments, untyped', 'def f(*args, **kwargs) -> None: ...\n', ['1:7', '1:14']],
    ['more arguments, typed', 'def f(*args: int, **kwargs: str) -> None: ...\n', []],
    ['a method', 'class A:\n    def f(self, a: int) -> int: ...\n', []],
    ['a static method', 'class A:\n    @staticmethod\n    def f(a) -> int: ...\n', ['3:11']],
    ['arguments that are only named', 'def f(*, a: int, b: int = 1) -> int: ...\n', []],
    ['a type of old', 'from typing import Any, Optional\n', ['1:25']],
  ],
};

const example = (id: string) => codeChecks.find(({ name }) => name === id)!.example;

test('every check has its edges', () => {
  expect(Object.keys(rows).sort()).toEqual(codeChecks.map(({ name }) => name).sort());
});

test.each(
  Object.entries(rows).flatMap(([id, all]) =>
    all.map(([what, code, expected, path]) => ({ id, what, code, expected, path })),
  ),
)('$id: $what', async ({ id, code, expected, path = example(id) }) => {
  expect(await places(id, code, path)).toEqual(expected);
});
