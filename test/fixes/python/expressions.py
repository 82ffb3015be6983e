# === a form that takes linear time
import re

from aiohttp import web

NAME = re.compile(r"^(?:\w+)*$")


async def save(request):
    text = await request.text()
    text = re.sub(r"/+$", "", text)
    return web.Response(text=str(NAME.match(text)))


app = web.Application()
app.router.add_post("/save", save)

# --- after
import re

from aiohttp import web

NAME = re.compile(r"^\w*$")


async def save(request):
    text = await request.text()
    text = re.sub(r"(?<!/)/+$", "", text)
    return web.Response(text=str(NAME.match(text)))


app = web.Application()
app.router.add_post("/save", save)

# === no form is known: another process matches
import re

from aiohttp import web

LIMIT = 5


async def save(request):
    text = await request.text()
    if re.search(r"^(?P<first>[a-z]+)+$", text):
        return web.Response(text=str(LIMIT))
    return web.Response()


app = web.Application()
app.router.add_post("/save", save)

# --- after
import asyncio
import re
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache

from aiohttp import web


@lru_cache(maxsize=None)
def process_pool() -> ProcessPoolExecutor:
    """The processes that compute beside the event loop; they start with the first task."""
    return ProcessPoolExecutor()


LIMIT = 5


async def save(request):
    text = await request.text()
    if await asyncio.get_running_loop().run_in_executor(process_pool(), re.search, r"^(?P<first>[a-z]+)+$", text):
        return web.Response(text=str(LIMIT))
    return web.Response()


app = web.Application()
app.router.add_post("/save", save)
