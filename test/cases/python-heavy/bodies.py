from aiohttp import web


async def twins(request: web.Request) -> web.Response:
    body = await request.json()
    names = body["names"]
    found = []
    for a in names:  # expect: heavy-loop
        for b in names:
            if a is not b and a["name"] == b["name"]:
                found.append(a)
    first = body[0]
    for a in first:  # ok: a part of it, chosen by its place
        for b in first:
            found.append(a or b)
    return web.json_response(found)


app = web.Application()
app.router.add_post("/twins", twins)
