import asyncio
import math
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

LIMIT = 5_000_000


def count_primes(limit):
    total = 0
    for n in range(2, limit):
        for p in range(2, int(math.sqrt(n)) + 1):
            if n % p == 0:
                break
        else:
            total += 1
    return total


def sum_squares(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def comprehended(n):
    return sum(i * i for i in range(n))


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


async def one():
    return await asyncio.to_thread(sum_squares, 50_000_000)  # expect: concurrency-for-cpu@hint


async def four():
    return await asyncio.gather(*(asyncio.to_thread(fib, 35) for _ in range(4)))  # expect: concurrency-for-cpu


async def executor():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as pool:
        return await loop.run_in_executor(pool, count_primes, LIMIT)  # expect: concurrency-for-cpu


async def mapped():
    with ThreadPoolExecutor() as pool:
        return list(pool.map(comprehended, [LIMIT, LIMIT]))  # expect: blocking-io, concurrency-for-cpu


async def direct():
    return sum_squares(50_000_000)  # expect: heavy-loop


async def gathered():
    return await asyncio.gather(worker(35), worker(36))  # expect: concurrency-for-cpu


async def worker(n):
    return fib(n)  # expect: heavy-loop


async def processes():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as pool:
        return await loop.run_in_executor(pool, fib, 35)


async def short():
    return await asyncio.to_thread(sum_squares, 100)


def mixed(path):
    with open(path) as file:
        rows = file.read().split()
    return [(a, b) for a in rows for b in rows]


async def mixes(path):
    return await asyncio.to_thread(mixed, path)
