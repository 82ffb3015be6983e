/** The modules that every Python comes with, by their first name: where an import belongs depends on it. */
const MODULES = new Set(
  (
    '__future__ abc argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 calendar cmath cmd code codecs ' +
    'codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg cProfile csv ctypes ' +
    'curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings enum errno faulthandler fcntl ' +
    'filecmp fileinput fnmatch fractions ftplib functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac ' +
    'html http imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal ' +
    'math mimetypes mmap modulefinder multiprocessing netrc numbers operator optparse os pathlib pdb pickle pickletools ' +
    'pkgutil platform plistlib poplib posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc queue quopri random re ' +
    'readline reprlib resource runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket ' +
    'socketserver sqlite3 ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny ' +
    'tarfile telnetlib tempfile termios textwrap threading time timeit tkinter token tokenize tomllib trace traceback ' +
    'tracemalloc tty turtle types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser wsgiref ' +
    'xml xmlrpc zipapp zipfile zipimport zlib zoneinfo'
  ).split(' '),
);

export function isStandard(module: string): boolean {
  return MODULES.has(module.split('.')[0] ?? '');
}
