import asyncio
import time

ITEMS = [0.04, 0.04, 0.04, 0.04]
IS_EACH = True
SHAPE = {"tasks": 4, "wait": 40}


# advise: concurrency blocking
async def subject(seconds):
    time.sleep(seconds)


async def overlapped(seconds):
    await asyncio.sleep(seconds)


def job(seconds):
    time.sleep(seconds)
