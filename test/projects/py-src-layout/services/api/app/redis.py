import redis

client = redis.Redis()


async def get(key):
    return client.get(key)  # expect: blocking-io python:redis.Redis().get
