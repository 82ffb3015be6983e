import re

from aiohttp import web

TRAILING = re.compile(r"\s+$")
WORDS = re.compile(r"(\w+\s?)*$")
SAFE = re.compile(r"^\w+$")
EMAIL = re.compile(r"^([a-zA-Z0-9]+)*@example\.org$", re.I)


async def save(request):
    text = await request.text()
    TRAILING.sub("", text)  # expect: slow-regex
    WORDS.match(text)  # expect: slow-regex
    SAFE.match(text)  # ok: linear
    re.search(r"<[^>]*>\s*$", text)  # expect: slow-regex
    re.match(r"\s+$", text)  # ok: it begins where the text does
    return web.Response(text=text)


async def bounded(request):
    name = request.query["name"]
    if len(name) > 80:
        raise web.HTTPBadRequest()
    EMAIL.match(name)  # ok: a short text
    return web.Response(text=name)


async def named(request):
    data = await request.json()
    EMAIL.search(data["mail"])  # expect: slow-regex
    return web.Response()


app = web.Application()
app.router.add_post("/save", save)
app.router.add_get("/bounded", bounded)
app.router.add_post("/named", named)
