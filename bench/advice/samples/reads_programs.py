import asyncio
import subprocess

ITEMS = ["0.05", "0.05", "0.05"]
IS_EACH = True
SHAPE = {"tasks": 3, "wait": 55}


# advise: concurrency blocking
async def subject(seconds):
    return job(seconds)


async def overlapped(seconds):
    program = await asyncio.create_subprocess_exec("sleep", seconds)
    await program.wait()


def job(seconds):
    return subprocess.run(["sleep", seconds]).returncode
