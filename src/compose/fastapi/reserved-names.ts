/** Words that a name cannot be, each set with its own reason. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** https://docs.python.org/3/reference/lexical_analysis.html#keywords */
export const keywords = words(`
  False None True and as assert async await break class continue def del elif else except finally
  for from global if import in is lambda nonlocal not or pass raise return try while with yield
  match case type false none true`);

/** Classes that the code of a component imports, or that are too near to them to be read apart. */
export const shadows = words(`
  Page Path Query Request Response Depends Redis Any Body Header Cookie Form File Security Settings
  Protocol Annotated Literal Self Record Generator Decimal Iterator AsyncIterator AsyncClient
  AsyncDriver AsyncMock MagicMock`);

/** https://docs.python.org/3/library/functions.html, as far as a class could be called so. */
export const builtinClasses = words(`
  None True False Ellipsis NotImplemented Exception BaseException ExceptionGroup Warning`);

/** Modules that every project has beside its components. */
export const ownModules = words('core api main health auth conftest support');

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
export const devices = words(`
  con prn aux nul com0 com1 com2 com3 com4 com5 com6 com7 com8 com9
  lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9`);

/** https://docs.python.org/3/py-modindex.html, and those that are gone since 3.11 */
export const standardModules = words(`
  abc aifc antigravity argparse array ast asyncio atexit audioop base64 bdb binascii bisect builtins
  bz2 calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall
  concurrent configparser contextlib contextvars copy copyreg cprofile crypt csv ctypes curses
  dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno
  faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt
  getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp
  importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox
  mailcap marshal math mimetypes mmap modulefinder msilib multiprocessing netrc nis nntplib nt
  ntpath numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil
  platform plistlib poplib posix posixpath pprint profile pstats pty pwd pyclbr pydoc queue quopri
  random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex
  shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 ssl stat statistics string
  stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib
  tempfile termios test textwrap this threading time timeit tkinter token tokenize tomllib trace
  traceback tracemalloc tty turtle types typing unicodedata unittest urllib uu uuid venv warnings
  wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib
  zoneinfo`);

/** What a package of this name would hide: the standard library, and what the project imports. */
export const modules: ReadonlySet<string> = new Set([
  ...standardModules,
  ...words(`anyio fastapi httpx2 jwt neo4j pydantic pytest redis starlette tests uvicorn src
    con prn aux nul`),
]);

/** Names that a field cannot have: pydantic's own, and those that every resource has. */
export const modelAttributes = words(`
  id created_at updated_at sort_key new changes schema schema_json copy json dict construct parse_obj
  parse_raw parse_file from_orm validate update_forward_refs self cls now date datetime`);

/** https://docs.python.org/3/library/functions.html: as an argument, ruff refuses them (A002). */
export const builtins = words(`
  abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile
  complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format
  frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license
  list locals map max memoryview min next object oct open ord pow print property quit range repr
  reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip`);
