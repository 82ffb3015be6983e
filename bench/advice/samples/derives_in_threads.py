import asyncio
import hashlib

ITEMS = [b"a", b"b", b"c", b"d"]
IS_EACH = True
SHAPE = {"tasks": 4, "wait": 0}


# It releases the lock of the interpreter while it computes.
# advise: neither offloaded
async def subject(password):
    return await asyncio.to_thread(job, password)


def job(password):
    return hashlib.pbkdf2_hmac("sha256", password, b"salt", 60_000)
