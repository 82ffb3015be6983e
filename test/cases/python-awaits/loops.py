import asyncio

import aiohttp
import httpx
import redis.asyncio as redis

client = httpx.AsyncClient()
cache = redis.Redis()


async def pages(urls):
    results = []
    for url in urls:
        response = await client.get(url)  # expect: await-in-loop
        results.append(response.text)
    return results


async def listed(urls):
    return [await client.get(url) for url in urls]  # expect: await-in-loop


async def by_name(urls):
    return {url: (await client.get(url)).text for url in urls}  # expect: await-in-loop


async def with_session(urls):
    texts = []
    async with aiohttp.ClientSession() as session:
        for url in urls:
            async with session.get(url) as response:  # expect: await-in-loop
                texts.append(await response.text())
    return texts


async def load(url):
    response = await client.get(url)
    response.raise_for_status()
    return response.json()


async def through_helper(urls):
    rows = []
    for url in urls:
        rows.append(await load(url))  # expect: await-in-loop
    return rows


async def forget(keys):
    for key in keys:
        await cache.delete(key)  # expect: await-in-loop


async def depends(url):
    pages = []
    for _ in range(10):
        response = await client.get(url)  # ok: each round takes the address from the one before
        pages.append(response.text)
        url = response.headers["next"]
    return pages


async def first_that_works(urls):
    for url in urls:
        response = await client.get(url)  # ok: it ends early
        if response.status_code == 200:
            return response
    return None


async def counts(urls):
    total = 0
    for url in urls:
        response = await client.get(url)  # expect: await-in-loop
        total += len(response.text)
    return total


async def backs_off(urls):
    for url in urls:
        await client.get(url)  # ok: it pauses between the rounds
        await asyncio.sleep(1)


async def carries(urls):
    last = None
    for url in urls:
        response = await client.get(url, headers={"referer": last})  # ok: a round needs the one before
        last = response.url
    return last


async def streams(urls):
    async for url in urls:
        await client.get(url)  # ok: the next address is not there yet


async def posts(items):
    for item in items:
        await client.post("https://example.org", json=item)  # ok: nobody knows whether their order matters


async def locked(urls, lock):
    for url in urls:
        async with lock:  # ok: one at a time is what is wanted
            await client.get(url)


async def leftover(urls):
    response = None
    for url in urls:
        response = await client.get(url)  # ok: the last one is read after the loop
    return response


async def with_own_client(url):
    async with httpx.AsyncClient() as client:
        response = await client.get(url)
        response.raise_for_status()
        return response.json()


async def with_own_session(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            return await response.text()


async def one_client_for_each(urls):
    pages = []
    for url in urls:
        pages.append(await with_own_client(url))  # expect: await-in-loop
    return pages


async def one_session_for_each(first, second):
    a = await with_own_session(first)  # expect: sequential-awaits
    b = await with_own_client(second)
    return a, b


async def under_a_lock(lock, url):
    async with lock:
        return await with_own_client(url)


async def locked_each(urls, lock):
    return [await under_a_lock(lock, url) for url in urls]  # ok: nobody knows what the lock is for
