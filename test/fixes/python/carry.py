# === a helper and its callers (runs)
import time


def fetch(name):
    time.sleep(0.3)
    return name


def title(name):
    """Nicely written."""
    return fetch(name).title()


async def run():
    return title("ada"), len(fetch("b"))

# --- after
import asyncio


async def fetch(name):
    await asyncio.sleep(0.3)
    return name


async def title(name):
    """Nicely written."""
    return (await fetch(name)).title()


async def run():
    return await title("ada"), len(await fetch("b"))

# === across files (runs)
from pkg import waits
from pkg.helpers import twice as double


async def run():
    return double(2) + waits.slow()

# file: pkg/__init__.py
"""A package."""

# file: pkg/helpers.py
from . import waits


def twice(number):
    return waits.slow() * number

# file: pkg/waits.py
from time import sleep


def slow():
    sleep(0.2)
    return 21

# --- after
from pkg import waits
from pkg.helpers import twice as double


async def run():
    return await double(2) + await waits.slow()

# file: pkg/helpers.py
from . import waits


async def twice(number):
    return await waits.slow() * number

# file: pkg/waits.py
import asyncio


async def slow():
    await asyncio.sleep(0.2)
    return 21

# === methods through self (runs)
import time


class Store:
    def __init__(self):
        self.items = {}

    def _load(self, key):
        time.sleep(0.3)
        self.items[key] = key * 2

    @staticmethod
    def pause():
        time.sleep(0.1)

    async def get(self, key):
        if key not in self.items:
            self._load(key)
            self.pause()
        return self.items[key]


async def run():
    return await Store().get(4)

# --- after
import asyncio


class Store:
    def __init__(self):
        self.items = {}

    async def _load(self, key):
        await asyncio.sleep(0.3)
        self.items[key] = key * 2

    @staticmethod
    async def pause():
        await asyncio.sleep(0.1)

    async def get(self, key):
        if key not in self.items:
            await self._load(key)
            await self.pause()
        return self.items[key]


async def run():
    return await Store().get(4)

# === a script calls it, too
import time


def main():
    time.sleep(0.3)


async def handler():
    main()


if __name__ == "__main__":
    main()

# --- after
import asyncio


async def main():
    await asyncio.sleep(0.3)


async def handler():
    await main()


if __name__ == "__main__":
    asyncio.run(main())

# === the module body calls it
import time


def main():
    time.sleep(0.3)


main()


async def handler():
    main()

# --- after
import asyncio
import time


def main():
    time.sleep(0.3)


main()


async def handler():
    await asyncio.to_thread(main)

# === a constructor
import time


class Client:
    def __init__(self):
        time.sleep(1)


async def run():
    return Client()

# --- after
import asyncio
import time


class Client:
    def __init__(self):
        time.sleep(1)


async def run():
    return await asyncio.to_thread(Client)

# === a dunder method
import time


class Box:
    def __enter__(self):
        time.sleep(1)
        return self

    def __exit__(self, *error):
        return None


async def run():
    with Box():  # refused: dunder method
        pass

# === a generator
import time


def numbers():
    time.sleep(1)
    yield 1


async def run():
    for number in numbers():  # refused: generator
        print(number)

# === an override
import time


class Base:
    def load(self):
        time.sleep(1)


class Special(Base):
    def load(self):
        return 1


async def run():
    Base().load()

# --- after
import asyncio
import time


class Base:
    def load(self):
        time.sleep(1)


class Special(Base):
    def load(self):
        return 1


async def run():
    await asyncio.to_thread(Base().load)

# === a base class that is not known
import time

from framework import Plugin


class Mine(Plugin):
    def load(self):
        time.sleep(1)


async def run():
    Mine().load()

# --- after
import asyncio
import time

from framework import Plugin


class Mine(Plugin):
    def load(self):
        time.sleep(1)


async def run():
    await asyncio.to_thread(Mine().load)

# === a decorator that is not known
import time

from tools import retry


@retry(times=3)
def load():
    time.sleep(1)


async def run():
    load()

# --- after
import asyncio
import time

from tools import retry


@retry(times=3)
def load():
    time.sleep(1)


async def run():
    await asyncio.to_thread(load)

# === a cached function
import functools
import time


@functools.lru_cache
def load():
    time.sleep(1)
    return 1


def use(key):
    return load()


async def run(key):
    return use(key)

# --- after
import asyncio
import functools
import time


@functools.lru_cache
def load():
    time.sleep(1)
    return 1


def use(key):
    return load()


async def run(key):
    return await asyncio.to_thread(use, key)

# === a callback of a sort
import time


def rank(item):
    time.sleep(0.1)
    return item


async def run(items):
    return sorted(items, key=rank)  # refused: synchronous callback

# === kept in a table
import time


def load():
    time.sleep(1)


HANDLERS = {"load": load}


async def run():
    load()

# --- after
import asyncio
import time


def load():
    time.sleep(1)


HANDLERS = {"load": load}


async def run():
    await asyncio.to_thread(load)

# === another definition of the same name
import time

try:
    from fast import load
except ImportError:

    def load():
        time.sleep(1)


async def run():
    load()

# --- after
import asyncio
import time

try:
    from fast import load
except ImportError:

    def load():
        time.sleep(1)


async def run():
    await asyncio.to_thread(load)

# === a thread runs it, too
import asyncio
import time


def load():
    time.sleep(1)


async def run():
    await asyncio.to_thread(load)
    load()

# --- after
import asyncio
import time


def load():
    time.sleep(1)


async def run():
    await asyncio.to_thread(load)
    await asyncio.to_thread(load)

# === later callbacks
import asyncio
import time


def tick():
    time.sleep(1)  # refused: synchronous callback


async def run():
    asyncio.get_running_loop().call_later(1, tick)

# === shared state
import time


class Counter:
    def __init__(self):
        self.count = 0

    async def bump(self):
        before = self.count
        time.sleep(0.3)
        self.count = before + 1

# --- after
import asyncio


class Counter:
    def __init__(self):
        self.count = 0

    async def bump(self):
        before = self.count
        await asyncio.sleep(0.3)
        self.count = before + 1
