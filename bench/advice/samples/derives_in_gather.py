import asyncio
import hashlib

ITEMS = [b"a", b"b", b"c", b"d"]
SHAPE = {"tasks": 4, "wait": 0}


# advise: parallelism concurrency-for-cpu
async def subject(passwords):
    return await asyncio.gather(*[derive(password) for password in passwords])


async def derive(password):
    return job(password)


def job(password):
    return hashlib.pbkdf2_hmac("sha256", password, b"salt", 60_000)
