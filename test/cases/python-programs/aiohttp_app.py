import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
import time
from functools import partial, wraps
from pathlib import Path

import aiohttp
import requests
from aiohttp import web

routes = web.RouteTableDef()
BASE = Path(__file__).parent


@routes.get("/a")
async def a(request):
    return web.json_response(json.loads((BASE / "a.json").read_text()))  # expect: blocking-io


@routes.view("/v")
class View(web.View):
    async def get(self):
        return web.Response(text=open("x").read())  # expect: blocking-io

    async def post(self):
        body = await self.request.read()
        await asyncio.to_thread(Path("x").write_bytes, body)
        return web.Response()


@web.middleware
async def timing(request, handler):
    started = time.perf_counter()
    response = await handler(request)
    subprocess.check_output(["logger", str(time.perf_counter() - started)])  # expect: blocking-io
    return response


async def on_startup(app):
    app["db"] = sqlite3.connect("x.db")
    app["config"] = open("config").read()


async def on_cleanup(app):
    app["db"].close()


async def cleanup_ctx(app):
    app["session"] = aiohttp.ClientSession()
    yield
    await app["session"].close()


def retry(times):
    def decorate(fn):
        @wraps(fn)
        async def wrapper(*args, **kwargs):
            for _ in range(times):
                try:
                    return await fn(*args, **kwargs)
                except OSError:
                    time.sleep(1)  # expect: blocking-sleep

        return wrapper

    return decorate


@retry(3)
async def fetch(url):
    return requests.get(url).text  # expect: blocking-io


def render(name):
    with open(name) as file:
        return file.read()


async def page(request):
    loop = asyncio.get_running_loop()
    first = await loop.run_in_executor(None, render, "a")
    second = await loop.run_in_executor(None, lambda: render("b"))
    third = await loop.run_in_executor(None, partial(render, "c"))
    fourth = await asyncio.to_thread(render, "d")
    fifth = render("e")  # expect: blocking-io
    return web.Response(text=first + second + third + fourth + fifth)


async def background(app):
    while True:
        shutil.rmtree("cache", ignore_errors=True)  # expect: blocking-io
        await asyncio.sleep(60)


def make_app():
    app = web.Application(middlewares=[timing])
    app.add_routes(routes)
    app.router.add_get("/page", page)
    app.on_startup.append(on_startup)
    app.on_cleanup.append(on_cleanup)
    app.cleanup_ctx.append(cleanup_ctx)
    return app


async def websocket(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    async for message in ws:
        if message.type == aiohttp.WSMsgType.TEXT:
            Path("log").open("a").write(message.data)  # expect: blocking-io
        elif message.type == aiohttp.WSMsgType.CLOSE:
            os.fsync(3)  # expect: blocking-io
    return ws


if __name__ == "__main__":
    open("pid", "w").write(str(os.getpid()))
    web.run_app(make_app())
