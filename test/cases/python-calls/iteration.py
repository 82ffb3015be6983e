"""Going through something calls a method that nobody names; generators run only then."""

import asyncio
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partialmethod, wraps

import requests
from fastapi.responses import StreamingResponse


async def output(process: subprocess.Popen):
    for line in process.stdout:  # expect: blocking-io python:subprocess.Popen().stdout.__iter__
        print(line)
    return [line for line in sys.stdin]  # expect: blocking-io python:sys.stdin.__iter__


class Job:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE)

    async def follow(self):
        for line in self.process.stdout:  # expect: blocking-io
            print(line)


class Pages:
    def __iter__(self):
        time.sleep(1)
        yield 1


async def through_pages(pages: Pages):
    for page in pages:  # expect: blocking-sleep
        print(page)
    return list(Pages())  # expect: blocking-sleep


def rows():
    with open("rows.csv") as file:
        yield from file


async def streamed():
    return StreamingResponse(rows())  # ok: the framework goes through it in a thread


async def loaded():
    return [row for row in rows()]  # expect: blocking-io


class Retry:
    """A class that decorates."""

    def __init__(self, times):
        self.times = times

    def __call__(self, function):
        @wraps(function)
        def wrapper(*args):
            time.sleep(1)
            return function(*args)

        return wrapper


class Counted:
    def __init__(self, function):
        self.function = function

    def __call__(self, *args):
        time.sleep(1)
        return self.function(*args)


@Retry(3)
def quick():
    return 1


@Counted
def counted():
    return 1


async def decorated():
    quick()  # expect: blocking-sleep
    counted()  # expect: blocking-sleep


class Api:
    def ask(self, method, url):
        return requests.request(method, url)

    get = partialmethod(ask, "GET")

    async def run(self):
        self.get("x")  # expect: blocking-io


async def pooled(names):
    with ThreadPoolExecutor() as pool:
        lengths = list(pool.map(len, names))  # expect: blocking-io
        futures = {name: pool.submit(len, name) for name in names}
        return lengths, [future.result() for name, future in futures.items()]  # expect: blocking-io


async def started_elsewhere(command):
    process = await asyncio.to_thread(subprocess.Popen, command)
    process.wait()  # expect: blocking-io python:subprocess.Popen().wait
    loop = asyncio.get_running_loop()
    other = await loop.run_in_executor(None, subprocess.Popen, command)
    other.communicate()  # expect: blocking-io python:subprocess.Popen().communicate
