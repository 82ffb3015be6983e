# === threads that compute become processes (leaves)
import asyncio


def sum_of_squares(limit):
    total = 0
    for number in range(limit):
        total += number * number
    return total


async def run():
    return await asyncio.gather(*(asyncio.to_thread(sum_of_squares, 12_000_000) for _ in range(2)))

# --- after
import asyncio
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache


@lru_cache(maxsize=None)
def process_pool() -> ProcessPoolExecutor:
    """The processes that compute beside the event loop; they start with the first task."""
    return ProcessPoolExecutor()


def sum_of_squares(limit):
    total = 0
    for number in range(limit):
        total += number * number
    return total


async def run():
    return await asyncio.gather(*(asyncio.get_running_loop().run_in_executor(process_pool(), sum_of_squares, 12_000_000) for _ in range(2)))

# === keywords of a job go through a partial
import asyncio


def count(limit, *, step=1):
    total = 0
    for number in range(limit):
        total += number * step
    return total


async def run():
    return [await asyncio.to_thread(count, 80_000_000, step=step) for step in (2, 3)]

# --- after
import asyncio
import functools
from concurrent.futures import ProcessPoolExecutor


@functools.lru_cache(maxsize=None)
def process_pool() -> ProcessPoolExecutor:
    """The processes that compute beside the event loop; they start with the first task."""
    return ProcessPoolExecutor()


def count(limit, *, step=1):
    total = 0
    for number in range(limit):
        total += number * step
    return total


async def run():
    return [await asyncio.get_running_loop().run_in_executor(process_pool(), functools.partial(count, 80_000_000, step=step)) for step in (2, 3)]

# === the default executor has threads
import asyncio


def count(limit):
    total = 0
    for number in range(limit):
        total += number
    return total


async def run():
    loop = asyncio.get_running_loop()
    return await asyncio.gather(*(loop.run_in_executor(None, count, 80_000_000) for _ in range(2)))

# --- after
import asyncio
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache


@lru_cache(maxsize=None)
def process_pool() -> ProcessPoolExecutor:
    """The processes that compute beside the event loop; they start with the first task."""
    return ProcessPoolExecutor()


def count(limit):
    total = 0
    for number in range(limit):
        total += number
    return total


async def run():
    loop = asyncio.get_running_loop()
    return await asyncio.gather(*(loop.run_in_executor(process_pool(), count, 80_000_000) for _ in range(2)))

# === a pool of threads and a pool of processes
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

threads = ThreadPoolExecutor(2)
processes = ProcessPoolExecutor(2)


def count(limit):
    total = 0
    for number in range(limit):
        total += number
    return total


async def run():
    loop = asyncio.get_running_loop()
    return await asyncio.gather(*(loop.run_in_executor(threads, count, 80_000_000) for _ in range(2)))

# --- after
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

threads = ThreadPoolExecutor(2)
processes = ProcessPoolExecutor(2)


def count(limit):
    total = 0
    for number in range(limit):
        total += number
    return total


async def run():
    loop = asyncio.get_running_loop()
    return await asyncio.gather(*(loop.run_in_executor(processes, count, 80_000_000) for _ in range(2)))

# === json holds the lock in a thread
import asyncio
import json


async def run():
    text = json.dumps([{"key": n, "more": [n, n]} for n in range(400_000)])
    await asyncio.sleep(0.05)
    return len(await asyncio.to_thread(json.loads, text))

# --- after
import asyncio
import json
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache


@lru_cache(maxsize=None)
def process_pool() -> ProcessPoolExecutor:
    """The processes that compute beside the event loop; they start with the first task."""
    return ProcessPoolExecutor()


async def run():
    text = json.dumps([{"key": n, "more": [n, n]} for n in range(400_000)])
    await asyncio.sleep(0.05)
    return len(await asyncio.get_running_loop().run_in_executor(process_pool(), json.loads, text))

# === a search holds the lock in a thread (runs)
import asyncio
import re


async def run():
    text = "ab" * 3_000_000
    await asyncio.sleep(0.05)
    found = await asyncio.to_thread(re.search, r"b[ab]*c|a+c", text[:6_000])
    return found is None and await asyncio.to_thread(re.findall, r"bb+|c", text) == []

# --- after
import asyncio
import re
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache


@lru_cache(maxsize=None)
def process_pool() -> ProcessPoolExecutor:
    """The processes that compute beside the event loop; they start with the first task."""
    return ProcessPoolExecutor()


async def run():
    text = "ab" * 3_000_000
    await asyncio.sleep(0.05)
    found = await asyncio.to_thread(re.search, r"b[ab]*c|a+c", text[:6_000])
    return found is None and await asyncio.get_running_loop().run_in_executor(process_pool(), re.findall, r"bb+|c", text) == []

# === a partial is handed over
import asyncio
import re
from functools import partial


async def run(text):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, partial(re.findall, r"a+b", text, flags=re.I))

# --- after
import asyncio
import re
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial


@lru_cache(maxsize=None)
def process_pool() -> ProcessPoolExecutor:
    """The processes that compute beside the event loop; they start with the first task."""
    return ProcessPoolExecutor()


async def run(text):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(process_pool(), partial(re.findall, r"a+b", text, flags=re.I))

# === anyio has both
import anyio


def count(limit):
    total = 0
    for number in range(limit):
        total += number
    return total


async def run():
    return [await anyio.to_thread.run_sync(count, 80_000_000) for _ in range(2)]

# --- after
import anyio


def count(limit):
    total = 0
    for number in range(limit):
        total += number
    return total


async def run():
    return [await anyio.to_process.run_sync(count, 80_000_000) for _ in range(2)]

# === a lambda cannot be sent to a process
import asyncio
import json


async def run(text):
    # refused: not picklable
    return await asyncio.to_thread(lambda: json.loads(text))

# === a task is made of a coroutine
import asyncio
import json


async def run(text):
    # refused: no coroutine
    task = asyncio.create_task(asyncio.to_thread(json.loads, text))
    return await task

# === a process that only waits becomes a thread
import asyncio
from concurrent.futures import ProcessPoolExecutor

import requests

processes = ProcessPoolExecutor()


async def run(url):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(processes, requests.get, url)

# --- after
import asyncio
from concurrent.futures import ProcessPoolExecutor

import requests

processes = ProcessPoolExecutor()


async def run(url):
    loop = asyncio.get_running_loop()
    return await asyncio.to_thread(requests.get, url)

# === futures of a process start at once, and so do those of a thread
import asyncio
import subprocess
from concurrent.futures import ProcessPoolExecutor

processes = ProcessPoolExecutor()


async def run(commands):
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(processes, subprocess.check_output, command) for command in commands]
    return await asyncio.gather(*jobs)

# --- after
import asyncio
import subprocess
from concurrent.futures import ProcessPoolExecutor

processes = ProcessPoolExecutor()


async def run(commands):
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(None, subprocess.check_output, command) for command in commands]
    return await asyncio.gather(*jobs)

# === an old Python has no to_thread
import asyncio
from concurrent.futures import ProcessPoolExecutor

import requests

processes = ProcessPoolExecutor()


async def run(url):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(processes, requests.get, url)

# file: pyproject.toml
[project]
name = "a"
requires-python = ">=3.8"

# --- after
import asyncio
from concurrent.futures import ProcessPoolExecutor

import requests

processes = ProcessPoolExecutor()


async def run(url):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, requests.get, url)
