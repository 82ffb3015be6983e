"""Code that runs before and after a loop does."""

import asyncio
import sys
import time
from functools import partial

import requests

time.sleep(1)
client = requests.Session()
client.get("x")


def prepare():
    time.sleep(1)


def command():
    prepare()
    while True:
        time.sleep(1)


async def main():
    prepare()  # expect: blocking-sleep@warning
    await serve()


async def serve():
    client.get("x")  # expect: blocking-io@warning


async def failing():
    try:
        pass
    except OSError:
        time.sleep(1)  # ok: the process ends
        sys.exit(1)


if __name__ == "__main__":
    prepare()
    command()
    asyncio.run(main())


class Server:
    async def startup(self, path):
        time.sleep(1)  # expect: blocking-sleep@hint
        self.server = await asyncio.start_server(handle, path)


async def start_server(path):
    time.sleep(1)  # expect: blocking-sleep@hint
