"""Fetches many pages, one after another.

It does nothing but wait, and while it waits, nothing else on the event loop goes on: concurrency fits.
"""

import asyncio
import urllib.request

from pages import serve


def fetch(url):
    with urllib.request.urlopen(url) as response:
        return response.read().decode()


async def scrape(address, count):
    texts = []
    for number in range(count):
        texts.append(fetch(f"{address}/{number}"))
    return texts


async def run():
    with serve() as address:
        return await scrape(address, 20)


if __name__ == "__main__":
    print("\n".join(asyncio.run(run())))
