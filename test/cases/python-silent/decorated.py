"""Decorators that have what they decorate run in a thread, or keep it for one."""

import asyncio
import queue
import time
from functools import partial, wraps


def in_thread(func):
    @wraps(func)
    async def wrapper(*a, **k):
        return await asyncio.to_thread(func, *a, **k)
    return wrapper


def in_executor(executor=None):
    def deco(func):
        @wraps(func)
        async def wrapper(*a, **k):
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(executor, partial(func, *a, **k))
        return wrapper
    return deco


def queued(func):
    def wrapper(self, *a, **k):
        f = asyncio.get_event_loop().create_future()
        self.jobs.put((f, func, a, k))
        return f
    return wrapper


def plain(func):
    @wraps(func)
    def wrapper(*a):
        return func(*a)
    return wrapper


@in_thread
def load():
    time.sleep(1)


@in_executor()
def load2():
    time.sleep(1)


@plain
def load3():
    time.sleep(1)


class Db:
    jobs = queue.Queue()

    @queued
    def save(self):
        time.sleep(1)

    async def use(self):
        await self.save()


async def main():
    await load()
    await load2()
    load3()  # expect: blocking-sleep
