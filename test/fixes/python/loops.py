# === a loop of an async function lets others run (runs)
async def run():
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


async def run():
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

# === a counted loop (runs)
async def run():
    total = 0
    for i in range(2_500):
        for j in range(2_500):
            total += i * j
    return total

# --- after
import asyncio
import time


async def run():
    total = 0
    pause_at = time.monotonic() + 0.01
    for i in range(2_500):
        if time.monotonic() > pause_at:
            await asyncio.sleep(0)
            pause_at = time.monotonic() + 0.01
        for j in range(2_500):
            total += i * j
    return total

# === tabs, and a loop in a condition
async def matches(users, orders):
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


async def matches(users, orders):
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
async def matches(users, orders):
    # refused: no function
    return [(user, order) for user in users for order in orders if order["user"] == user["id"]]
