# === a loop of an async function lets others run (runs)
async def run(*_):
    users = [{"id": n} for n in range(2_000)]
    found = []
    for user in users:
        for order in range(2_000):
            if order * 3 == user["id"]:
                found.append(order)
    return len(found)

# --- after
import asyncio
import time


async def run(*_):
    users = [{"id": n} for n in range(2_000)]
    found = []
    pause_at = time.monotonic() + 0.01
    for user in users:
        if time.monotonic() > pause_at:
            await asyncio.sleep(0)
            pause_at = time.monotonic() + 0.01
        for order in range(2_000):
            if order * 3 == user["id"]:
                found.append(order)
    return len(found)

# === the names are taken, and the clock is there
import asyncio
import time
from asyncio import sleep


async def pairs(points, pause_at):
    started = time.monotonic()
    best = pause_at
    for i in range(len(points)):
        # every pair once
        for j in range(i + 1, len(points)):
            best = max(best, abs(points[i] - points[j]))
    await sleep(0)
    return best, time.monotonic() - started

# --- after
import asyncio
import time
from asyncio import sleep


async def pairs(points, pause_at):
    started = time.monotonic()
    best = pause_at
    pause_at_2 = time.monotonic() + 0.01
    for i in range(len(points)):
        if time.monotonic() > pause_at_2:
            await sleep(0)
            pause_at_2 = time.monotonic() + 0.01
        # every pair once
        for j in range(i + 1, len(points)):
            best = max(best, abs(points[i] - points[j]))
    await sleep(0)
    return best, time.monotonic() - started

# === trio lets others run, too
import trio


async def matches(users, orders):
    found = []
    for user in users:
        for order in orders:
            if order["user"] == user["id"]:
                found.append(order)
    await trio.sleep(0)
    return found

# --- after
import time

import trio


async def matches(users, orders):
    found = []
    pause_at = time.monotonic() + 0.01
    for user in users:
        if time.monotonic() > pause_at:
            await trio.sleep(0)
            pause_at = time.monotonic() + 0.01
        for order in orders:
            if order["user"] == user["id"]:
                found.append(order)
    await trio.sleep(0)
    return found

# === a function that only computes goes to a process (leaves)
async def run():
    total = 0
    for i in range(2_500):
        for j in range(2_500):
            total += i * j
    return total

# --- after
import asyncio
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache


@lru_cache(maxsize=None)
def process_pool() -> ProcessPoolExecutor:
    """The processes that compute beside the event loop; they start with the first task."""
    return ProcessPoolExecutor()


def compute_run():
    total = 0
    for i in range(2_500):
        for j in range(2_500):
            total += i * j
    return total


async def run():
    return await asyncio.get_running_loop().run_in_executor(process_pool(), compute_run)

# === tabs, and a loop in a condition
async def matches(*, users, orders):
	found = []
	if users:
		for user in users:
			for order in orders:
				if order["user"] == user["id"]:
					found.append(order)
	return found

# --- after
import asyncio
import time


async def matches(*, users, orders):
	found = []
	if users:
		pause_at = time.monotonic() + 0.01
		for user in users:
			if time.monotonic() > pause_at:
				await asyncio.sleep(0)
				pause_at = time.monotonic() + 0.01
			for order in orders:
				if order["user"] == user["id"]:
					found.append(order)
	return found

# === a comprehension has no place to wait
async def matches(*, users, orders):
    # refused: no function
    return [(user, order) for user in users for order in orders if order["user"] == user["id"]]

# === a function that only computes, awaited alone and together with others (leaves)
import asyncio


async def crunch(seed: int, step: int = 1) -> int:
    """Adds up products."""
    total = seed
    for i in range(2_500):
        for j in range(2_500):
            total += i * j * step
    return total  # all of them


async def run():
    alone = await crunch(1)
    return alone, await asyncio.gather(*(crunch(number, 2) for number in range(2)))

# --- after
import asyncio
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache


@lru_cache(maxsize=None)
def process_pool() -> ProcessPoolExecutor:
    """The processes that compute beside the event loop; they start with the first task."""
    return ProcessPoolExecutor()


def compute_crunch(seed: int, step: int = 1) -> int:
    """Adds up products."""
    total = seed
    for i in range(2_500):
        for j in range(2_500):
            total += i * j * step
    return total  # all of them


async def crunch(seed: int, step: int = 1) -> int:
    return await asyncio.get_running_loop().run_in_executor(process_pool(), compute_crunch, seed, step)


async def run():
    alone = await crunch(1)
    return alone, await asyncio.gather(*(crunch(number, 2) for number in range(2)))

# === what changes what it is given stays on the loop
async def bubble(items: list[int]):
    for i in range(len(items)):
        for j in range(len(items) - i - 1):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items

# --- after
import asyncio
import time


async def bubble(items: list[int]):
    pause_at = time.monotonic() + 0.01
    for i in range(len(items)):
        if time.monotonic() > pause_at:
            await asyncio.sleep(0)
            pause_at = time.monotonic() + 0.01
        for j in range(len(items) - i - 1):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items
