"""What every language has to get right."""

import asyncio
import time
import time as clock
from time import sleep


async def nested_function():
    def inner():
        time.sleep(1)

    inner()  # expect: blocking-sleep python:time.sleep


async def uncalled_function():
    def inner():
        time.sleep(1)

    return 1


async def anonymous_function():
    wait = lambda: time.sleep(1)
    wait()  # expect: blocking-sleep python:time.sleep


async def aliased_import():
    clock.sleep(1)  # expect: blocking-sleep python:time.sleep


async def named_import():
    sleep(1)  # expect: blocking-sleep python:time.sleep


async def shadowed_name(time):
    time.sleep(1)  # ok: it is the parameter


async def offloaded_call():
    await asyncio.to_thread(time.sleep, 1)


async def unknown_receiver(timer):
    timer.sleep(1)  # ok: nobody knows what it is
