import asyncio
import os
import urllib.request

SERVER = os.environ.get("LOOPWISE_BENCH_SERVER")
ITEMS = [f"{SERVER}/?wait=40&name={number}" for number in range(4)]
IS_EACH = True
SHAPE = {"tasks": 4, "wait": 42}


# advise: concurrency blocking
async def subject(url):
    return job(url)


async def overlapped(url):
    return await asyncio.to_thread(job, url)


def job(url):
    with urllib.request.urlopen(url) as response:
        return response.read()
