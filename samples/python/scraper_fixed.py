"""Fetches many pages, ten at once: each wait is in a thread, and the loop is free."""

import asyncio
import urllib.request

from pages import serve


def fetch(url):
    with urllib.request.urlopen(url) as response:
        return response.read().decode()


async def scrape(address, count):
    limit = asyncio.Semaphore(10)

    async def fetch_one(number):
        async with limit:
            return await asyncio.to_thread(fetch, f"{address}/{number}")

    return await asyncio.gather(*[fetch_one(number) for number in range(count)])


async def run():
    with serve() as address:
        return await scrape(address, 20)


if __name__ == "__main__":
    print("\n".join(asyncio.run(run())))
