"""Nothing here blocks an event loop, though much of it looks so."""

import asyncio, time, os, io, json, logging, re, threading, queue, socket, random, sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol
import aiofiles, httpx, aiohttp, redis.asyncio as redis, asyncpg
from fastapi import FastAPI, Depends, Request
from starlette.applications import Starlette
from starlette.routing import Route
from unittest import mock
if TYPE_CHECKING:
    import requests

app = FastAPI()
log = logging.getLogger(__name__)
CONFIG = json.loads(open("x").read())
cache = {}

class Clock:
    def sleep(self, s): return s
    def open(self, p): return p

class Client(Protocol):
    def get(self, url: str): ...

time_ = Clock()

async def a(client: Client, clock: Clock, request: Request, r: "requests.Response"):
    clock.sleep(1)
    time_.sleep(1)
    client.get("x")
    log.info("x %s", 1)
    print("x")
    re.match("x", "y")
    os.path.join("a", "b")
    os.getenv("x")
    os.environ.get("x")
    Path("x").name
    PurePath("x").match("y")
    Path("a") / "b"
    io.StringIO("x").read()
    json.dumps({})
    "x".join([])
    [].sort()
    sorted([1])
    random.choice([1])
    await asyncio.sleep(1)
    async with aiofiles.open("x") as f:
        await f.read()
    async with aiohttp.ClientSession() as s:
        async with s.get("x") as resp:
            await resp.json()
    c = redis.Redis()
    await c.get("x")
    conn = await asyncpg.connect("x")
    await conn.execute("x")
    q = queue.Queue()
    q.put_nowait(1)
    q.get_nowait()
    q.get(block=False)
    lock = threading.Lock()
    lock.acquire(blocking=False)
    e = asyncio.Event()
    await e.wait()
    q2 = asyncio.Queue()
    await q2.get()
    proc = await asyncio.create_subprocess_exec("ls")
    await proc.wait()
    sock = socket.socket()
    sock.setblocking(False)
    await asyncio.get_running_loop().sock_recv(sock, 1)
    subprocess = mock.Mock()
    subprocess.run("x")
    time.time(); time.monotonic()
    request.headers["x"]
    data = cache.get("x")
    fut = asyncio.get_running_loop().create_future()
    fut.result()
    t = asyncio.create_task(asyncio.sleep(1))
    t.result()
    sys.stdout.write("x")
    datetime_open = open
    os.urandom(16)
    eval("1")

@app.get("/x")
def sync_endpoint(db=Depends(lambda: open("x"))):
    time.sleep(1)
    return open("x").read()

def homepage(request):
    time.sleep(1)

app2 = Starlette(routes=[Route("/", homepage)])

class View:
    def get(self):
        time.sleep(1)

def cli():
    time.sleep(1)
    asyncio.run(a(None, None, None, None))
    time.sleep(1)

def worker():
    while True:
        time.sleep(1)

def start():
    threading.Thread(target=worker, daemon=True).start()

async def lifespan(app):
    start()
    yield

def thread_body():
    async def inner():
        await asyncio.sleep(1)
    asyncio.run(inner())
    time.sleep(1)

if __name__ == "__main__":
    cli()
