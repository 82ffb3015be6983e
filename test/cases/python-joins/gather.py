import asyncio
from asyncio import gather

import bcrypt
import httpx

client = httpx.AsyncClient()


async def derive(password):
    return bcrypt.hashpw(password, bcrypt.gensalt())  # expect: heavy-call


async def all_at_once(passwords):
    return await asyncio.gather(*(derive(password) for password in passwords))  # expect: concurrency-for-cpu@information


async def listed(passwords):
    jobs = [derive(password) for password in passwords]
    return await gather(*jobs)  # expect: concurrency-for-cpu


async def two(a, b):
    return await asyncio.gather(derive(a), derive(b), return_exceptions=True)  # expect: concurrency-for-cpu


async def load(url):
    return await client.get(url)


async def loads(urls):
    return await asyncio.gather(*(load(url) for url in urls))  # ok: they wait


async def in_threads(passwords):
    # ok: it releases the interpreter lock
    return await asyncio.gather(*(asyncio.to_thread(bcrypt.hashpw, password, b"salt") for password in passwords))
