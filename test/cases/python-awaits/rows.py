import httpx

client = httpx.AsyncClient()


async def load(name):
    response = await client.get(f"https://example.org/{name}")
    return response.json()


async def page(user):
    profile = await load(user)  # expect: sequential-awaits
    posts = await load("posts")
    return profile, posts


async def direct(url):
    head = await client.get(url)  # expect: sequential-awaits
    body = await client.get(url + "/body")
    return {"head": head.text, "body": body.text}


async def listed(a, b):
    return await client.get(a), await client.get(b)  # expect: sequential-awaits


async def needs_the_first(user):
    profile = await load(user)
    return profile, await load(profile["team"])


async def keeps_order(user):
    profile = await load(user)  # ok: the second needs the first
    team = await load(profile["team"])
    return profile, team


async def checked(user):
    token = await authenticate(user)  # ok: it decides whether the rest is done
    posts = await load("posts")
    return token, posts


async def authenticate(user):
    response = await client.get(f"https://example.org/token/{user}")
    return response.text


async def writes(user):
    created = await client.post("https://example.org/users", json=user)  # ok: what it changes is not known
    rows = await load("users")
    return created, rows
