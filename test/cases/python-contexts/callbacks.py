"""Functions that the loop calls."""

import asyncio
import time


def tick():
    time.sleep(1)


def read():
    time.sleep(1)


def done(task):
    time.sleep(1)


async def schedule(sock):
    loop = asyncio.get_running_loop()
    loop.call_soon(tick)  # expect: blocking-sleep
    loop.call_later(5, lambda: time.sleep(1))  # expect: blocking-sleep
    loop.add_reader(sock, read)  # expect: blocking-sleep
    task = asyncio.create_task(asyncio.sleep(1))
    task.add_done_callback(done)  # expect: blocking-sleep


class Echo(asyncio.Protocol):
    def data_received(self, data):
        time.sleep(1)  # expect: blocking-sleep


async def main():
    await schedule(None)
    time.sleep(1)  # expect: blocking-sleep@warning


asyncio.run(main())
