/** A value of a type that Python or a library brings, and what must be imported for it. */
export interface PlainValue {
  /** `%` stands for a name of `uses`, in their order; `$` for what the value is called. */
  readonly code: string;
  readonly uses: readonly (readonly [module: string, name: string])[];
}

const plain = (code: string, ...uses: PlainValue['uses']): PlainValue => ({ code, uses });
const datetime = (name: string, code: string) => plain(code, ['datetime', name]);

/** By the full name of the type. */
export const plainValues: Readonly<Record<string, PlainValue>> = {
  'builtins.str': plain('"$"'),
  'builtins.int': plain('1'),
  'builtins.float': plain('1.5'),
  'builtins.complex': plain('1j'),
  'builtins.bool': plain('True'),
  'builtins.bytes': plain('b"$"'),
  'builtins.bytearray': plain('bytearray(b"$")'),
  'builtins.memoryview': plain('memoryview(b"$")'),
  'builtins.object': plain('object()'),
  'builtins.None': plain('None'),
  'builtins.range': plain('range(2)'),
  'builtins.Exception': plain('RuntimeError("$")'),
  'builtins.BaseException': plain('RuntimeError("$")'),
  'typing.Any': plain('object()'),
  'typing.AnyStr': plain('"$"'),
  'typing.LiteralString': plain('"$"'),
  'typing.Hashable': plain('"$"'),
  'collections.abc.Hashable': plain('"$"'),
  'typing.Text': plain('"$"'),
  'uuid.UUID': plain('%()', ['uuid', 'uuid4']),
  'datetime.datetime': plain(
    '%(2026, 1, 2, tzinfo=%)',
    ['datetime', 'datetime'],
    ['datetime', 'UTC'],
  ),
  'datetime.date': datetime('date', '%(2026, 1, 2)'),
  'datetime.time': datetime('time', '%(12, 30)'),
  'datetime.timedelta': datetime('timedelta', '%(seconds=1)'),
  'datetime.timezone': plain('%', ['datetime', 'UTC']),
  'datetime.tzinfo': plain('%', ['datetime', 'UTC']),
  'decimal.Decimal': plain('%("1.50")', ['decimal', 'Decimal']),
  'fractions.Fraction': plain('%(1, 2)', ['fractions', 'Fraction']),
  'pathlib.Path': plain('%("$")', ['pathlib', 'Path']),
  'pathlib.PurePath': plain('%("$")', ['pathlib', 'PurePath']),
  'os.PathLike': plain('%("$")', ['pathlib', 'Path']),
  'io.StringIO': plain('%("$")', ['io', 'StringIO']),
  'io.BytesIO': plain('%(b"$")', ['io', 'BytesIO']),
  'typing.TextIO': plain('%("$")', ['io', 'StringIO']),
  'typing.BinaryIO': plain('%(b"$")', ['io', 'BytesIO']),
  'random.Random': plain('%()', ['random', 'Random']),
  're.Pattern': plain('%("$")', ['re', 'compile']),
  'ipaddress.IPv4Address': plain('%("127.0.0.1")', ['ipaddress', 'IPv4Address']),
  'asyncio.Event': plain('%()', ['asyncio', 'Event']),
  'asyncio.Lock': plain('%()', ['asyncio', 'Lock']),
  'asyncio.Queue': plain('%()', ['asyncio', 'Queue']),
  'logging.Logger': plain('%("$")', ['logging', 'getLogger']),
  'http.HTTPStatus': plain('%.OK', ['http', 'HTTPStatus']),
  'fastapi.BackgroundTasks': plain('%()', ['fastapi', 'BackgroundTasks']),
  'fastapi.Response': plain('%()', ['fastapi', 'Response']),
  'fastapi.FastAPI': plain('%()', ['fastapi', 'FastAPI']),
  'pydantic.AwareDatetime': plain(
    '%(2026, 1, 2, tzinfo=%)',
    ['datetime', 'datetime'],
    ['datetime', 'UTC'],
  ),
  'pydantic.JsonValue': plain('"$"'),
  'pydantic.EmailStr': plain('"$@example.com"'),
  'pydantic.SecretStr': plain('%(%(16))', ['pydantic', 'SecretStr'], ['secrets', 'token_urlsafe']),
};

/** How a container is written around its items: `%` stands for them. By the last part of its name. */
export const containers: Readonly<Record<string, string>> = {
  ...every('list List Sequence MutableSequence Iterable Collection Container Reversible', '[%]'),
  ...every('set Set MutableSet AbstractSet', '{%}'),
  ...every('frozenset FrozenSet', 'frozenset({%})'),
  ...every('Iterator Generator', 'iter([%])'),
};

export const mappings: ReadonlySet<string> = new Set(
  'dict Dict Mapping MutableMapping OrderedDict defaultdict DefaultDict'.split(' '),
);

function every(names: string, shape: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, shape]));
}
