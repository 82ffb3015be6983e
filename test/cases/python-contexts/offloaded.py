"""Work that runs on another thread or in another process, and what stays on the loop all the same."""

import asyncio
import functools
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

import anyio
import anyio.to_thread
import requests
from asgiref.sync import sync_to_async
from starlette.concurrency import run_in_threadpool


def load(path):
    with open(path) as file:
        return file.read()


def pause():
    time.sleep(1)


async def threads(path):
    await asyncio.to_thread(load, path)
    await asyncio.to_thread(time.sleep, 1)
    await asyncio.to_thread(lambda: time.sleep(1))
    await asyncio.to_thread(partial(load, path))
    await asyncio.to_thread(functools.partial(requests.get, path))
    await anyio.to_thread.run_sync(pause)
    await run_in_threadpool(pause)
    await sync_to_async(load)(path)

    def work():
        time.sleep(1)

    await asyncio.to_thread(work)


async def executors(path):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, load, path)
    with ProcessPoolExecutor(initializer=pause) as pool:  # ok: the work is done by the time that it ends
        await loop.run_in_executor(pool, pause)


async def eager(path):
    await asyncio.to_thread(print, open(path).read())  # expect: blocking-io
    await asyncio.to_thread(print, load(path))  # expect: blocking-io


@sync_to_async
def in_thread():
    time.sleep(1)


@sync_to_async(thread_sensitive=False)
def in_other_thread():
    time.sleep(1)


async def wrapped():
    await in_thread()
    await in_other_thread()


def initialise():
    time.sleep(1)


def pool():
    return multiprocessing.Pool(initializer=initialise)


class Worker:
    def __init__(self):
        self.pool = ThreadPoolExecutor()

    def work(self):
        time.sleep(1)

    async def run(self):
        await asyncio.get_running_loop().run_in_executor(self.pool, self.work)
        await asyncio.to_thread(self.work)
        self.work()  # expect: blocking-sleep
