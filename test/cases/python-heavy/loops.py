import asyncio
import os
import time
from functools import lru_cache


async def match(users, orders):
    found = []
    for user in users:  # expect: heavy-loop
        for order in orders:
            if order["user"] == user["id"]:
                found.append((user, order))
    return found


async def pairs(points):
    best = 0
    for i in range(len(points)):  # expect: heavy-loop
        for j in range(i + 1, len(points)):
            best = max(best, abs(points[i] - points[j]))
    return best


async def comprehension(users, orders):
    return [(user, order) for user in users for order in orders if order["user"] == user["id"]]  # expect: heavy-loop


def unique(rows: list):
    seen = []
    for row in rows:
        if row not in seen:
            seen.append(row)
    return seen


async def deduplicate(rows: list, old: list[str]):
    fresh = []
    for row in rows:  # expect: heavy-loop
        if row not in old:
            fresh.append(row)
    return fresh


async def counted():
    total = 0
    for i in range(20_000):  # expect: heavy-loop@warning
        for j in range(20_000):
            total += i * j
    return total


async def nested_parts(users):
    total = 0
    for user in users:
        for order in user.orders:  # ok: all orders together are one pass
            total += order.price
    return total


async def lookup(users, orders):
    by_user = {}
    for order in orders:
        by_user.setdefault(order["user"], []).append(order)
    return [(user, order) for user in users for order in by_user.get(user["id"], [])]  # ok: an index


async def waits(users, orders):
    for user in users:
        for order in orders:
            await asyncio.sleep(0)  # ok: others run in between


async def single(rows):
    return sum(row.price for row in rows)  # ok: one pass


def slow(n):
    return n if n < 2 else slow(n - 1) + slow(n - 2)


def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


@lru_cache(maxsize=None)
def cached(n):
    if n < 2:
        return n
    return cached(n - 1) + cached(n - 2)


async def numbers(n):
    return fibonacci(n), cached(n)  # expect: heavy-loop


async def spins(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:  # expect: blocking-sleep
        pass


async def polls(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        await asyncio.sleep(0.1)  # ok: it waits


def in_one_line(n):
    return n if n < 2 else in_one_line(n - 1) + in_one_line(n - 2)


def one_side_only(n):
    return one_side_only(n - 1) if n % 2 else one_side_only(n - 2)


@app.get("/in-one-line")
async def compute_in_one_line(n: int):
    return in_one_line(n), one_side_only(n)  # expect: heavy-loop


def pairs_of(rows):
    return [(a, b) for a in rows for b in rows if a == b]


async def of_each(lists):
    found = [pairs_of(rows) for rows in lists]  # ok: nobody knows how long each is
    for rows in lists:
        found.append(pairs_of(rows))
    return found


async def crumbs(path, other):
    names = path.split("/")
    return [one for one in names for two in other.split(os.sep) if one == two]  # ok: a path has few names


async def both(first, second):
    return [one for one in first.split() for two in second.split() if one == two]  # expect: heavy-loop
