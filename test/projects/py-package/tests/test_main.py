import time


async def test():
    time.sleep(1)  # ok: tests are left out
