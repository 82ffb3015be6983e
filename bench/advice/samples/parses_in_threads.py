import asyncio
import json

ITEMS = [json.dumps([{"name": f"user {number}", "tags": ["a", "b", number]} for number in range(25_000)])] * 3
IS_EACH = True
SHAPE = {"tasks": 3, "wait": 0}


# It holds the lock of the interpreter until it is done: the loop stands still although a thread computes.
# advise: parallelism concurrency-for-cpu
async def subject(text):
    return await asyncio.to_thread(json.loads, text)


def job(text):
    return len(json.loads(text))
