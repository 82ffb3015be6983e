# === a value that is read (runs)
import json

from slow import slow_file


async def run():
    path = slow_file('{"name": "x"}')
    with open(path, encoding="utf-8") as file:
        config = json.load(file)
    return config["name"]

# --- after
import asyncio
import json

from slow import slow_file


async def run():
    path = slow_file('{"name": "x"}')

    def read_file():
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    config = await asyncio.to_thread(read_file)
    return config["name"]

# === it returns (runs)
from slow import slow_file


async def run():
    path = slow_file("one\ntwo\n")
    with open(path) as file:
        # The first line is enough.
        return file.readline()

# --- after
import asyncio

from slow import slow_file


async def run():
    path = slow_file("one\ntwo\n")

    def read_file():
        with open(path) as file:
            # The first line is enough.
            return file.readline()

    return await asyncio.to_thread(read_file)

# === several values, and one that goes in (runs)
from slow import slow_file


async def run():
    path = slow_file("one\ntwo\n")
    total = 10
    last = None
    with open(path) as file:
        for line in file:
            total += len(line)
            last = line
        text = f"""
{total}
"""
    return total, last, text

# --- after
import asyncio

from slow import slow_file


async def run():
    path = slow_file("one\ntwo\n")
    total = 10
    last = None

    def read_file(total, last):
        with open(path) as file:
            for line in file:
                total += len(line)
                last = line
            text = f"""
{total}
"""
        return total, last, text

    total, last, text = await asyncio.to_thread(read_file, total, last)
    return total, last, text

# === it writes
async def run(path, rows):
    with open(path, "w") as file:
        for row in rows:
            file.write(row)

# --- after
import asyncio


async def run(path, rows):
    def write_file():
        with open(path, "w") as file:
            for row in rows:
                file.write(row)

    await asyncio.to_thread(write_file)

# === a loop over a file (runs)
from slow import slow_file


async def run():
    count = 0
    for line in open(slow_file("a\nb\n")):
        count += 1
    return count

# --- after
import asyncio

from slow import slow_file


async def run():
    count = 0

    def go_through_file(count):
        for line in open(slow_file("a\nb\n")):
            count += 1
        return count

    count = await asyncio.to_thread(go_through_file, count)
    return count

# === it waits inside
async def run(path, queue):
    with open(path) as file:  # refused: waits inside
        await queue.put(file.read())

# === it returns in some cases
async def run(path):
    with open(path) as file:  # refused: return in the block
        for line in file:
            if line:
                return line
    return None

# === it leaves a loop
async def run(paths):
    for path in paths:
        with open(path) as file:  # refused: leaves the block
            if file.read():
                break

# === it changes what is global
count = 0


async def run(path):
    global count
    with open(path) as file:  # refused: names of the function
        count = len(file.read())

# === a name that may have no value
async def run(path, flag):
    if flag:
        text = ""
    with open(path) as file:  # refused: names of the function
        if flag:
            text = file.read()
    return text

# === read at once (runs)
import json
from pathlib import Path

from slow import slow_file


async def run():
    first = open(slow_file("one")).read()
    second = json.load(open(slow_file("[2]")))
    third = Path(slow_file("three")).read_text().upper()
    return first, second, third

# --- after
import asyncio
import json
from pathlib import Path

from slow import slow_file


async def run():
    first = await asyncio.to_thread(lambda: open(slow_file("one")).read())
    second = await asyncio.to_thread(lambda: json.load(open(slow_file("[2]"))))
    third = (await asyncio.to_thread(Path(slow_file("three")).read_text)).upper()
    return first, second, third

# === the same name in two blocks
async def run(path):
    with open(path) as file:
        first = file.read()
    with open(path + "2") as file:
        second = file.read()
    return first + second

# --- after
import asyncio


async def run(path):
    def read_file():
        with open(path) as file:
            return file.read()

    first = await asyncio.to_thread(read_file)

    def read_file_2():
        with open(path + "2") as file:
            return file.read()

    second = await asyncio.to_thread(read_file_2)
    return first + second
