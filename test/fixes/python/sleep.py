# === a plain sleep (runs)
import time


async def run():
    time.sleep(0.3)
    return 1

# --- after
import asyncio


async def run():
    await asyncio.sleep(0.3)
    return 1

# === asyncio is imported under another name
import asyncio as aio
import time


async def run():
    time.sleep(0.3)
    await aio.sleep(0)

# --- after
import asyncio as aio


async def run():
    await aio.sleep(0.3)
    await aio.sleep(0)

# === a name of asyncio is imported (runs)
from asyncio import gather, sleep
from time import monotonic, sleep as pause


async def run():
    started = monotonic()
    pause(0.3)
    await gather(sleep(0))
    return monotonic() - started > 0.25

# --- after
from asyncio import gather, sleep
from time import monotonic


async def run():
    started = monotonic()
    await sleep(0.3)
    await gather(sleep(0))
    return monotonic() - started > 0.25

# === other uses of time stay
import time


async def run():
    started = time.monotonic()
    time.sleep(0.3)
    return time.monotonic() - started

# --- after
import asyncio
import time


async def run():
    started = time.monotonic()
    await asyncio.sleep(0.3)
    return time.monotonic() - started

# === trio is the loop
import time

import trio


async def run():
    await trio.sleep(0)
    time.sleep(0.3)

# --- after
import trio


async def run():
    await trio.sleep(0)
    await trio.sleep(0.3)

# === anyio is the loop
import time

import anyio


async def run():
    time.sleep(0.3)
    await anyio.sleep(0)

# --- after
import anyio


async def run():
    await anyio.sleep(0.3)
    await anyio.sleep(0)

# === in loops, conditions and comprehensions (runs)
import time


async def run(count=2):
    for _ in range(count):
        if time.sleep(0.2) is None:
            pass
    while time.sleep(0.01):
        pass
    return [time.sleep(0.1) for _ in range(count)]

# --- after
import asyncio


async def run(count=2):
    for _ in range(count):
        if await asyncio.sleep(0.2) is None:
            pass
    while await asyncio.sleep(0.01):
        pass
    return [await asyncio.sleep(0.1) for _ in range(count)]

# === the name asyncio is taken
import time

asyncio = None


async def run():
    time.sleep(0.3)
    return asyncio

# --- after
import asyncio as asyncio_2

asyncio = None


async def run():
    await asyncio_2.sleep(0.3)
    return asyncio

# === comments and line breaks stay
import time


async def run(delay):
    # Give it some time.
    time.sleep(  # seconds
        delay
        * 2,
    )  # enough

# --- after
import asyncio


async def run(delay):
    # Give it some time.
    await asyncio.sleep(  # seconds
        delay
        * 2,
    )  # enough

# === in a lambda
import time


async def run():
    wait = lambda: time.sleep(1)
    wait()

# --- after
import asyncio
import time


async def run():
    wait = lambda: time.sleep(1)
    await asyncio.to_thread(wait)

# === in a generator that stops early
import time


async def run():
    return any(time.sleep(n) for n in (1, 2))  # refused: generator expression

# === in a generator that is gone through (runs)
import time


async def run():
    return list(time.sleep(0.15) for _ in range(2))

# --- after
import asyncio


async def run():
    return list([await asyncio.sleep(0.15) for _ in range(2)])

# === in a class body
import time


async def run():
    class Local:
        pause = time.sleep(1)  # refused: class body

    return Local
