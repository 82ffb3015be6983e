"""What runs while the module is loaded, and what runs when a coroutine does."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    time.sleep(1)


def slow():
    time.sleep(1)
    return 1


async def defaults(value=slow()):  # ok: evaluated once, where the function is defined
    return value


async def kept(value=lambda: time.sleep(1)):
    value()  # expect: blocking-sleep
    return value


async def comprehension(names):
    return [slow() for name in names]  # expect: blocking-sleep


async def generator(names):
    for name in names:
        yield slow()  # expect: blocking-sleep


async def asynchronous(names):
    return [slow() async for name in names]  # expect: blocking-sleep


async def conditional(flag):
    return slow() if flag else None  # expect: blocking-sleep


async def formatted():
    return f"{slow()!r:>10}"  # expect: blocking-sleep


async def assigned():
    if (value := slow()) > 1:  # expect: blocking-sleep
        return value


async def handled():
    try:
        return 1
    except (ValueError, OSError) as error:
        slow()  # expect: blocking-sleep
    finally:
        slow()  # expect: blocking-sleep


async def matched(command):
    match command:
        case {"wait": seconds} if slow():  # expect: blocking-sleep
            return seconds
        case _:
            slow()  # expect: blocking-sleep


if __name__ == "__main__":
    slow()
