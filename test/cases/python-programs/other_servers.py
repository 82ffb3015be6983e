import asyncio
import time

import tornado.ioloop
import tornado.web
from quart import Quart, websocket
from sanic import Sanic, response
from tornado import gen
from tornado.concurrent import run_on_executor
from concurrent.futures import ThreadPoolExecutor

app = Quart(__name__)
sanic = Sanic("x")


class Main(tornado.web.RequestHandler):
    executor = ThreadPoolExecutor(2)

    def get(self):
        time.sleep(1)  # expect: blocking-sleep

    async def post(self):
        self.write(open("x").read())  # expect: blocking-io

    @gen.coroutine
    def put(self):
        time.sleep(1)  # expect: blocking-sleep
        yield gen.sleep(1)

    @run_on_executor
    def compute(self):
        time.sleep(1)

    async def delete(self):
        await self.compute()

    def prepare(self):
        open("log", "a")  # expect: blocking-io


@app.route("/")
async def index():
    return open("x").read()  # expect: blocking-io


@app.get("/sync")
def sync_index():
    return open("x").read()


@app.before_serving
async def startup():
    app.config["x"] = open("x").read()


@app.before_request
async def before():
    time.sleep(1)  # expect: blocking-sleep


@app.websocket("/ws")
async def ws():
    while True:
        data = await websocket.receive()
        time.sleep(1)  # expect: blocking-sleep
        await websocket.send(data)


@sanic.get("/")
async def handler(request):
    time.sleep(1)  # expect: blocking-sleep
    return response.text("x")


@sanic.get("/sync")
def sync_handler(request):
    time.sleep(1)  # expect: blocking-sleep
    return response.text("x")


@sanic.before_server_start
async def setup(app, loop):
    app.ctx.x = open("x").read()


@sanic.listener("before_server_start")
async def setup_too(app, loop):
    app.ctx.x = open("x").read()


def tick():
    time.sleep(1)


tornado.ioloop.PeriodicCallback(tick, 1000).start()  # expect: blocking-sleep
