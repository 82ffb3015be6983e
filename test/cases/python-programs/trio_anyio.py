import subprocess
import time

import anyio
import trio


async def child(path):
    time.sleep(1)  # expect: blocking-sleep
    async with await anyio.open_file(path) as file:
        return await file.read()


async def parent():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(child, "a")
        nursery.start_soon(other)


async def other():
    subprocess.run(["true"])  # expect: blocking-io
    await trio.run_process(["true"])
    await trio.to_thread.run_sync(time.sleep, 1)
    await anyio.to_thread.run_sync(lambda: time.sleep(1))


async def groups():
    async with anyio.create_task_group() as tg:
        tg.start_soon(child, "a")


def from_thread():
    anyio.from_thread.run(child, "a")
    time.sleep(1)


async def threads():
    await anyio.to_thread.run_sync(from_thread)


async def reads():
    text = await anyio.Path("x").read_text()
    return text + await trio.Path("x").read_text()


trio.run(parent)
