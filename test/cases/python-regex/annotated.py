import re

from aiohttp import web

EMAIL = re.compile(r"^([a-zA-Z0-9]+\.?)+@x$")


async def save(request: web.Request) -> web.Response:
    body = await request.json()
    if EMAIL.match(body["email"]):  # expect: slow-regex
        return web.Response(text="ok")
    return web.Response(status=400)


app = web.Application()
app.router.add_post("/save", save)
