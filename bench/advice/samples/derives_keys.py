import hashlib

ITEMS = [b"a", b"b", b"c", b"d"]
IS_EACH = True
SHAPE = {"tasks": 4, "wait": 0}


# advise: parallelism compute
async def subject(password):
    return job(password)


def job(password):
    return hashlib.pbkdf2_hmac("sha256", password, b"salt", 60_000)
