"""Functions that compute."""

import asyncio
import hashlib
import json
import zlib
from concurrent.futures import ProcessPoolExecutor

import bcrypt
from fastapi import FastAPI

app = FastAPI()
pool = ProcessPoolExecutor()


# advise: parallelism compute
async def derives(password: bytes):
    return hashlib.pbkdf2_hmac("sha256", password, b"salt", 600_000)


@app.post("/login")
# advise: parallelism compute
async def login(password: str):
    return {"hash": bcrypt.hashpw(password.encode(), bcrypt.gensalt())}


# advise: parallelism compute
async def pairs_up(rows: list):
    pairs = 0
    for left in rows:
        for right in rows:
            if left.next == right.id:
                pairs += 1
    return pairs


# advise: parallelism compute
async def counts():
    total = 0
    for i in range(200_000_000):
        total += i % 7
    return total


# advise: parallelism concurrency-for-cpu
async def gathers_computations(passwords):
    return await asyncio.gather(*[derives(password) for password in passwords])


# advise: neither offloaded
async def in_processes(password):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(pool, hash_of, password)


def hash_of(password):
    return hashlib.pbkdf2_hmac("sha256", password, b"salt", 600_000)


# The parser holds the lock of the interpreter: a thread does not free the loop.
# advise: parallelism concurrency-for-cpu
async def parses_in_thread(text):
    return await asyncio.to_thread(json.loads, text)


# advise: neither offloaded
async def packs_in_thread(data):
    return await asyncio.to_thread(zlib.compress, data)


# advise: neither async-without-wait
async def adds(a, b):
    return a + b


# advise: neither cheap
def full_name(first, last):
    return f"{first} {last}"
