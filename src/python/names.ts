/** https://docs.python.org/3/library/functions.html, /constants.html, /exceptions.html (3.14) */
export const builtins: ReadonlySet<string> = new Set(
  (
    'abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile ' +
    'complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format ' +
    'frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license ' +
    'list locals map max memoryview min next object oct open ord pow print property quit range repr ' +
    'reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ ' +
    '__name__ __file__ __doc__ __class__ __all__ __version__ __debug__ __builtins__ True False None ' +
    'Ellipsis NotImplemented self cls _ await async reveal_type unicode ' +
    'BaseException BaseExceptionGroup Exception ExceptionGroup GeneratorExit KeyboardInterrupt SystemExit ' +
    'ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError BufferError ' +
    'ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ' +
    'ConnectionResetError EOFError EnvironmentError FileExistsError FileNotFoundError ' +
    'FloatingPointError IOError ImportError IndentationError IndexError InterruptedError ' +
    'IsADirectoryError KeyError LookupError MemoryError ModuleNotFoundError NameError ' +
    'NotADirectoryError NotImplementedError OSError OverflowError PermissionError ProcessLookupError ' +
    'PythonFinalizationError RecursionError ReferenceError RuntimeError StopAsyncIteration StopIteration ' +
    'SyntaxError SystemError TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError ' +
    'UnicodeEncodeError UnicodeError UnicodeTranslateError ValueError ZeroDivisionError Warning ' +
    'BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning ' +
    'PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning'
  ).split(' '),
);

/** Names that everybody imports from the same place. */
export const homes: Readonly<Record<string, string>> = {
  ...from(
    'typing',
    'Any Optional Union Literal Annotated Callable Protocol TypedDict TypeVar Generic ClassVar Final List Dict Tuple Set',
  ),
  ...from('pydantic', 'BaseModel Field field_validator model_validator ConfigDict ValidationError'),
  ...from('fastapi', 'FastAPI APIRouter Depends HTTPException Query BackgroundTasks'),
  ...from('dataclasses', 'dataclass'),
  ...from('unittest.mock', 'AsyncMock MagicMock Mock patch'),
  ...from('pathlib', 'Path'),
  ...from('collections', 'defaultdict Counter'),
  ...from('enum', 'Enum StrEnum'),
  ...from('abc', 'ABC abstractmethod'),
  ...from('functools', 'lru_cache wraps partial'),
  ...from('contextlib', 'contextmanager asynccontextmanager'),
  ...modules('asyncio pytest logging json os re sys time httpx requests subprocess random uuid'),
};

function from(module: string, names: string): Record<string, string> {
  return Object.fromEntries(
    names.split(' ').map((name) => [name, `from ${module} import ${name}`]),
  );
}

function modules(names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, `import ${name}`]));
}
