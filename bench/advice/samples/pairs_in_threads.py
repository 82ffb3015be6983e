import asyncio

ITEMS = [list(range(700)) for _ in range(4)]
IS_EACH = True
SHAPE = {"tasks": 4, "wait": 0}


# Threads that compute in Python take turns: the loop has its turn as well, and all of it takes as long as before.
# advise: parallelism concurrency-for-cpu
async def subject(numbers):
    return await asyncio.to_thread(job, numbers)


def job(numbers):
    count = 0
    for left in numbers:
        for right in numbers:
            if (left * right) % 7 == 0:
                count += 1
    return count
