"""Serves how much two texts differ, and computes that in other processes: the loop is free for other clients."""

import asyncio
import difflib
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache


@lru_cache(maxsize=None)
def process_pool() -> ProcessPoolExecutor:
    """The processes that compute beside the event loop; they start with the first task."""
    return ProcessPoolExecutor()


def differences(lines):
    """How many lines a text and its copy with capitals do not share."""
    copy = [line.title() for line in lines]
    return sum(1 for line in difflib.ndiff(lines, copy) if line[0] in "+-")


async def handle(reader, writer):
    count = int(await reader.readline())
    lines = [f"line {number} of {count}" for number in range(count)]
    answer = await asyncio.get_running_loop().run_in_executor(process_pool(), differences, lines)
    writer.write(f"{answer}\n".encode())
    await writer.drain()
    writer.close()


async def ask(port, count):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{count}\n".encode())
    answer = await reader.readline()
    writer.close()
    return int(answer)


async def run():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        return await ask(server.sockets[0].getsockname()[1], 80)


if __name__ == "__main__":
    print(asyncio.run(run()))
