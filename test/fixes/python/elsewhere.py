# === a call that releases the lock (runs)
import hashlib


async def run():
    return hashlib.pbkdf2_hmac("sha256", b"secret", b"salt", 600_000).hex()

# --- after
import asyncio
import hashlib


async def run():
    return (await asyncio.to_thread(hashlib.pbkdf2_hmac, "sha256", b"secret", b"salt", 600_000)).hex()

# === a constructor that blocks (runs)
import time


class Client:
    def __init__(self, name, *, delay=0.3):
        time.sleep(delay)
        self.name = name


async def run():
    return Client("a", delay=0.2).name

# --- after
import asyncio
import time


class Client:
    def __init__(self, name, *, delay=0.3):
        time.sleep(delay)
        self.name = name


async def run():
    return (await asyncio.to_thread(Client, "a", delay=0.2)).name

# === a computation goes to a process (runs)
import difflib


def compare(first, second):
    return sum(1 for _ in difflib.ndiff(first, second))


async def run():
    first = [f"line {n} of some" for n in range(300)]
    second = [f"line {n * 7} of others" for n in range(300)]
    return compare(first, second)

# --- after
import asyncio
import difflib
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache


@lru_cache(maxsize=None)
def process_pool() -> ProcessPoolExecutor:
    """The processes that compute beside the event loop; they start with the first task."""
    return ProcessPoolExecutor()


def compare(first, second):
    return sum(1 for _ in difflib.ndiff(first, second))


async def run():
    first = [f"line {n} of some" for n in range(300)]
    second = [f"line {n * 7} of others" for n in range(300)]
    return await asyncio.get_running_loop().run_in_executor(process_pool(), compare, first, second)

# === the file has a pool, and arguments have names (runs)
import difflib
from concurrent.futures import ProcessPoolExecutor

pool = ProcessPoolExecutor(1)


def compare(first, second, *, weight):
    return weight * len(list(difflib.ndiff(first, second)))


async def run():
    first = [f"line {n} of some" for n in range(300)]
    second = [f"line {n * 7} of others" for n in range(300)]
    return compare(first, second, weight=2) + 1

# --- after
import asyncio
import difflib
import functools
from concurrent.futures import ProcessPoolExecutor

pool = ProcessPoolExecutor(1)


def compare(first, second, *, weight):
    return weight * len(list(difflib.ndiff(first, second)))


async def run():
    first = [f"line {n} of some" for n in range(300)]
    second = [f"line {n * 7} of others" for n in range(300)]
    return await asyncio.get_running_loop().run_in_executor(pool, functools.partial(compare, first, second, weight=2)) + 1

# === anyio has its own processes
import difflib

import anyio


def compare(first, second):
    return len(list(difflib.ndiff(first, second)))


async def run(first, second):
    await anyio.sleep(0)
    return compare(first, second)

# --- after
import difflib

import anyio


def compare(first, second):
    return len(list(difflib.ndiff(first, second)))


async def run(first, second):
    await anyio.sleep(0)
    return await anyio.to_process.run_sync(compare, first, second)

# === what cannot be sent goes to a thread (runs)
import difflib


def compare(first, second, key):
    return len(list(difflib.ndiff(sorted(first, key=key), second)))


async def run():
    first = [f"line {n} of some" for n in range(300)]
    second = [f"line {n * 7} of others" for n in range(300)]
    return compare(first, second, lambda line: line[-1])

# --- after
import asyncio
import difflib


def compare(first, second, key):
    return len(list(difflib.ndiff(sorted(first, key=key), second)))


async def run():
    first = [f"line {n} of some" for n in range(300)]
    second = [f"line {n * 7} of others" for n in range(300)]
    return await asyncio.to_thread(compare, first, second, lambda line: line[-1])

# === the module starts the loop without a guard
import asyncio
import difflib


def compare(first, second):
    return len(list(difflib.ndiff(first, second)))


async def run(first, second):
    return compare(first, second)


asyncio.run(run(["a"], ["b"]))

# --- after
import asyncio
import difflib


def compare(first, second):
    return len(list(difflib.ndiff(first, second)))


async def run(first, second):
    return await asyncio.to_thread(compare, first, second)


asyncio.run(run(["a"], ["b"]))

# === a method that cannot wait is called in a thread (runs)
import time


class Base:
    def load(self):
        time.sleep(0.3)
        return "base"


class Special(Base):
    def load(self):
        return "special"


async def run():
    return Base().load()

# --- after
import asyncio
import time


class Base:
    def load(self):
        time.sleep(0.3)
        return "base"


class Special(Base):
    def load(self):
        return "special"


async def run():
    return await asyncio.to_thread(Base().load)

# === trio hands functions to threads with partial
import time

import trio


class Client:
    def __init__(self, name, delay):
        time.sleep(delay)


async def run():
    await trio.sleep(0)
    return Client("a", delay=1)

# --- after
import functools
import time

import trio


class Client:
    def __init__(self, name, delay):
        time.sleep(delay)


async def run():
    await trio.sleep(0)
    return await trio.to_thread.run_sync(functools.partial(Client, "a", delay=1))

# === a connection that belongs to its thread
import sqlite3


async def run(path):
    connection = sqlite3.connect(path)  # refused: bound to its thread
    return connection.execute("select 1")  # refused: bound to its thread

# === an older Python has no to_thread
import os


async def run(path):
    os.fsync(path)
    return os.listdir(path)

# file: pyproject.toml
requires-python = ">=3.8"

# --- after
import asyncio
import os


async def run(path):
    await asyncio.get_running_loop().run_in_executor(None, os.fsync, path)
    return await asyncio.get_running_loop().run_in_executor(None, os.listdir, path)

# === precedence
import os


async def run(path):
    print(os.listdir(path)[0])
    return -len(os.listdir(path)) ** 2, os.listdir(path) or None, f"{os.listdir(path)}"

# --- after
import asyncio
import os


async def run(path):
    print((await asyncio.to_thread(os.listdir, path))[0])
    return -len(await asyncio.to_thread(os.listdir, path)) ** 2, await asyncio.to_thread(os.listdir, path) or None, f"{await asyncio.to_thread(os.listdir, path)}"

# === over several lines
import shutil


async def run(source, target):
    shutil.copytree(
        source,
        target,  # new
        dirs_exist_ok=True,
    )

# --- after
import asyncio
import shutil


async def run(source, target):
    await asyncio.to_thread(
        shutil.copytree,
        source,
        target,  # new
        dirs_exist_ok=True,
    )

# === a walrus
import os


async def run(path):
    if (names := os.listdir(path)) and len(names) > 1:
        return names

# --- after
import asyncio
import os


async def run(path):
    if (names := await asyncio.to_thread(os.listdir, path)) and len(names) > 1:
        return names

# === imports keep their sections
"""What it does."""

from __future__ import annotations

import os  # files

import requests

from . import settings


async def run():
    os.listdir(settings.path)
    return requests.get(settings.url)

# --- after
"""What it does."""

from __future__ import annotations

import asyncio
import os  # files

import requests

from . import settings


async def run():
    await asyncio.to_thread(os.listdir, settings.path)
    return await asyncio.to_thread(requests.get, settings.url)

# === tabs and carriage returns aside, a shebang and a docstring stay on top
#!/usr/bin/env python3
"""Lists."""


async def run(path):
	with open(path) as file:
		return file.read()

# --- after
#!/usr/bin/env python3
"""Lists."""


import asyncio


async def run(path):
	def read_file():
		with open(path) as file:
			return file.read()

	return await asyncio.to_thread(read_file)

# === what gives its results one by one
import os
from pathlib import Path


async def run(path):
    count = 0
    for folder, folders, files in os.walk(path):
        count += len(files)
    names = sorted(entry.name for entry in os.scandir(path))  # refused: lazy result
    return count, names, sorted(Path(path).iterdir())

# --- after
import asyncio
import os
from pathlib import Path


async def run(path):
    count = 0

    def go_through_files(count):
        for folder, folders, files in os.walk(path):
            count += len(files)
        return count

    count = await asyncio.to_thread(go_through_files, count)
    names = sorted(entry.name for entry in os.scandir(path))  # refused: lazy result
    return count, names, await asyncio.to_thread(lambda: sorted(Path(path).iterdir()))
