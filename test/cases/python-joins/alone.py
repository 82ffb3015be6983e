import asyncio
import hashlib

import bcrypt
from fastapi import FastAPI

# Coroutines that never wait, and are awaited as if they did.

app = FastAPI()


async def digest(password: bytes):  # expect: concurrency-for-cpu@information
    return hashlib.pbkdf2_hmac("sha256", password, b"salt", 600_000)  # expect: heavy-call


@app.post("/keys")
async def keys(password: bytes):
    return (await digest(password)).hex()


async def checked(password: bytes):  # expect: concurrency-for-cpu@information
    return bcrypt.hashpw(password, bcrypt.gensalt())  # expect: heavy-call


@app.post("/checked")
async def check(password: bytes):
    return await checked(password)


# It waits.
async def elsewhere(password: bytes):
    return await asyncio.to_thread(bcrypt.hashpw, password, b"$2b$12$salt")


@app.post("/elsewhere")
async def there(password: bytes):
    return await elsewhere(password)


# Light work.
async def named(first: str, last: str):
    return f"{first} {last}".strip()


@app.post("/named")
async def name(first: str, last: str):
    return await named(first, last)
