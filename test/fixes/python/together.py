# === two in a row (faster)
import asyncio

import httpx

client = httpx.AsyncClient()


async def load(url):
    return await client.get(url)


async def run(url="a"):
    first = await load(url)
    second = await load(url + "/b")
    return first.text, second.text

# --- after
import asyncio

import httpx

client = httpx.AsyncClient()


async def load(url):
    return await client.get(url)


async def run(url="a"):
    first, second = await asyncio.gather(load(url), load(url + "/b"))
    return first.text, second.text

# === in a project that begins with Python 3.11
import httpx

client = httpx.AsyncClient()


async def load(url):
    return await client.get(url)


async def run(url):
    first = await load(url)
    second = await load(url + "/b")  # the other
    return first, second

# file: pyproject.toml
requires-python = ">=3.11"
dependencies = ["httpx"]

# --- after
import asyncio

import httpx

client = httpx.AsyncClient()


async def load(url):
    return await client.get(url)


async def run(url):
    async with asyncio.TaskGroup() as group:
        first_task = group.create_task(load(url))
        second_task = group.create_task(load(url + "/b"))
    first = first_task.result()
    second = second_task.result()
    # the other
    return first, second

# === a list of pages (faster)
import httpx

client = httpx.AsyncClient()


async def run(urls=("/a", "/b", "/c")):
    pages = []
    for url in urls:
        response = await client.get(url)
        # Only what worked.
        response.raise_for_status()
        pages.append(response.text)
    return pages

# --- after
import asyncio

import httpx

client = httpx.AsyncClient()


async def run(urls=("/a", "/b", "/c")):
    limit = asyncio.Semaphore(10)

    async def get_one(url):
        async with limit:
            response = await client.get(url)
            # Only what worked.
            response.raise_for_status()
            return response.text

    pages = await asyncio.gather(*[get_one(url) for url in urls])
    return pages

# === a comprehension (faster)
import httpx

client = httpx.AsyncClient()


async def read(url):
    response = await client.get(url)
    return response.text


async def run(urls=("/a", "/b", "/c")):
    return [await read(url) for url in urls if url]

# --- after
import asyncio

import httpx

client = httpx.AsyncClient()


async def read(url):
    response = await client.get(url)
    return response.text


async def run(urls=("/a", "/b", "/c")):
    limit = asyncio.Semaphore(10)

    async def read_one(url):
        async with limit:
            return await read(url)

    return await asyncio.gather(*[read_one(url) for url in urls if url])

# === few rounds need no bound (faster)
import httpx

client = httpx.AsyncClient()


async def read(url):
    response = await client.get(url)
    return response.text


async def run(url="x"):
    return [await read(url + part) for part in ("/a", "/b")]

# --- after
import asyncio

import httpx

client = httpx.AsyncClient()


async def read(url):
    response = await client.get(url)
    return response.text


async def run(url="x"):
    return await asyncio.gather(*[read(url + part) for part in ("/a", "/b")])

# === values under keys, and a session that is entered
import aiohttp


async def run(urls):
    texts = {}
    async with aiohttp.ClientSession() as session:
        for name, url in urls.items():
            async with session.get(url) as response:
                texts[name] = await response.text()
    return texts

# --- after
import asyncio

import aiohttp


async def run(urls):
    texts = {}
    async with aiohttp.ClientSession() as session:
        limit = asyncio.Semaphore(10)

        async def get_one(name, url):
            async with limit:
                async with session.get(url) as response:
                    return name, await response.text()

        texts.update(await asyncio.gather(*[get_one(name, url) for name, url in urls.items()]))
    return texts

# === nothing comes back
import redis.asyncio as redis

cache = redis.Redis()


async def run(keys):
    for key in keys:
        await cache.delete(key)

# --- after
import asyncio

import redis.asyncio as redis

cache = redis.Redis()


async def run(keys):
    limit = asyncio.Semaphore(10)

    async def delete_one(key):
        async with limit:
            await cache.delete(key)

    await asyncio.gather(*[delete_one(key) for key in keys])

# === the loop ends early
import httpx

client = httpx.AsyncClient()


async def run(urls):
    pages = []
    for url in urls:
        response = await client.get(url)  # refused: leaves the round
        if not response.text:
            continue
        pages.append(response)
    return pages

# === a set of what comes back
import httpx

client = httpx.AsyncClient()


async def load(url):
    return (await client.get(url)).text


async def run(urls):
    return {await load(url) for url in urls}  # refused: another shape

# === a loop of trio
import httpx
import trio

client = httpx.AsyncClient()


async def run(urls):
    await trio.sleep(0)
    pages = []
    for url in urls:
        pages.append(await client.get(url))  # refused: results of tasks
    return pages

# === tasks of anyio
import anyio
import redis.asyncio as redis

cache = redis.Redis()


async def run(keys):
    await anyio.sleep(0)
    for key in keys:
        await cache.delete(key)

# --- after
import anyio
import redis.asyncio as redis

cache = redis.Redis()


async def run(keys):
    await anyio.sleep(0)
    limit = anyio.CapacityLimiter(10)

    async def delete_one(key):
        async with limit:
            await cache.delete(key)

    async with anyio.create_task_group() as group:
        for key in keys:
            group.start_soon(delete_one, key)

# === errors that are caught by their type
import httpx

client = httpx.AsyncClient()


async def load(url):
    return await client.get(url)


async def run(url):
    try:
        first = await load(url)
        second = await load(url + "/b")
    except ValueError:
        return None
    return first, second

# file: pyproject.toml
requires-python = ">=3.12"
dependencies = ["httpx"]

# --- after
import asyncio

import httpx

client = httpx.AsyncClient()


async def load(url):
    return await client.get(url)


async def run(url):
    try:
        first, second = await asyncio.gather(load(url), load(url + "/b"))
    except ValueError:
        return None
    return first, second
