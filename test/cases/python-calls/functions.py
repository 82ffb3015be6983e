"""Functions as values: handed over, decorated, cached, partial."""

import functools
import time
from functools import lru_cache, partial, wraps

import requests


def slow(seconds=1):
    time.sleep(seconds)


def run(work, *args, otherwise=None):
    work(*args)
    if otherwise:
        otherwise()


async def handed():
    run(slow)  # expect: blocking-sleep
    run(work=slow)  # expect: blocking-sleep
    run(print, otherwise=slow)  # expect: blocking-sleep
    run(lambda: slow())  # expect: blocking-sleep
    run(print)


async def partials():
    wait = partial(slow, 2)
    wait()  # expect: blocking-sleep
    functools.partial(time.sleep, 1)()  # expect: blocking-sleep
    partial(slow, 1)


async def chosen(fast):
    work = print if fast else slow
    work()  # expect: blocking-sleep@information


TABLE = {"slow": slow, "fast": print}


async def looked_up():
    TABLE["slow"]()  # expect: blocking-sleep
    TABLE["fast"]()


def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@logged
def decorated():
    time.sleep(1)


async def through_decorator():
    decorated()  # expect: blocking-sleep


def retry(times):
    def decorate(function):
        @wraps(function)
        def wrapper(*args):
            for _ in range(times):
                try:
                    return function(*args)
                except OSError:
                    time.sleep(1)

        return wrapper

    return decorate


@retry(3)
def quick():
    return 1


@retry(3)
def reading():
    return open("x").read()


async def wrapped():
    quick()  # expect: blocking-sleep
    reading()  # expect: blocking-io, blocking-sleep


@lru_cache(maxsize=None)
def settings():
    with open("settings.json") as file:
        return file.read()


@functools.cache
def setting(name):
    return requests.get(name)


async def cached():
    settings()  # expect: blocking-io@information
    setting("x")  # expect: blocking-io@information


def generator():
    time.sleep(1)
    yield 1


async def iterated():
    for item in generator():  # expect: blocking-sleep
        print(item)


class Task:
    def __call__(self):
        time.sleep(1)


async def called(task: Task):
    task()  # expect: blocking-sleep
    Task()()  # expect: blocking-sleep


async def mapped(names):
    list(map(slow, names))  # expect: blocking-sleep
    sorted(names, key=lambda name: slow())  # expect: blocking-sleep


def recursive(depth):
    if depth:
        recursive(depth - 1)
    time.sleep(1)


async def recursion():
    recursive(3)  # expect: blocking-sleep


async def awaited_only():
    task = other()
    await task


async def other():
    time.sleep(1)  # expect: blocking-sleep
