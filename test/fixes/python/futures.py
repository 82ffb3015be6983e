# === the result of a future is awaited (runs)
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(4)


def slow(number):
    time.sleep(0.1)
    return [number]


class Job:
    def __init__(self, number):
        self.future = pool.submit(slow, number)

    def value(self):
        return self.future.result()


async def run():
    future = pool.submit(slow, 1)
    first = future.result()
    second = pool.submit(slow, 2).result()[0]
    job = Job(3)
    return first, second, job.value()

# --- after
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(4)


def slow(number):
    time.sleep(0.1)
    return [number]


class Job:
    def __init__(self, number):
        self.future = pool.submit(slow, number)

    async def value(self):
        return await asyncio.wrap_future(self.future)


async def run():
    future = pool.submit(slow, 1)
    first = await asyncio.wrap_future(future)
    second = (await asyncio.wrap_future(pool.submit(slow, 2)))[0]
    job = Job(3)
    return first, second, await job.value()

# === futures in a list and in a table (runs)
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def slow(number):
    time.sleep(0.1)
    return number


async def run():
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(slow, number) for number in range(3)]
        named = {number: pool.submit(slow, number) for number in range(3)}
        found = [future.result() for future in futures]
        return found, {number: future.result() for number, future in named.items()}

# --- after
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def slow(number):
    time.sleep(0.1)
    return number


async def run():
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(slow, number) for number in range(3)]
        named = {number: pool.submit(slow, number) for number in range(3)}
        found = [await asyncio.wrap_future(future) for future in futures]
        return found, {number: await asyncio.wrap_future(future) for number, future in named.items()}

# === results that are gone through (runs)
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def slow(number):
    time.sleep(0.1)
    return number


async def run():
    total = 0
    with ThreadPoolExecutor() as pool:
        numbers = list(pool.map(slow, range(3)))
        for future in as_completed([pool.submit(slow, number) for number in numbers]):
            total += future.result()
    return numbers, total

# --- after
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def slow(number):
    time.sleep(0.1)
    return number


async def run():
    total = 0
    with ThreadPoolExecutor() as pool:
        numbers = await asyncio.to_thread(lambda: list(pool.map(slow, range(3))))

        def go_through_results(total):
            for future in as_completed([pool.submit(slow, number) for number in numbers]):
                total += future.result()
            return total

        total = await asyncio.to_thread(go_through_results, total)
    return numbers, total

# === a time limit stays one of the thread that waits (runs)
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)


async def run():
    future = pool.submit(time.sleep, 0.1)
    return future.result(timeout=5)

# --- after
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)


async def run():
    future = pool.submit(time.sleep, 0.1)
    return await asyncio.to_thread(future.result, timeout=5)

# === results that are asked for one by one stay where they are
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


async def run(names):
    return [length + 1 for length in pool.map(len, names)]  # refused: lazy result
