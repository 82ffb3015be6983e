"""Handlers of web frameworks."""

import time

from aiohttp import web
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI
from quart import Quart

app = FastAPI()
router = APIRouter()
quart = Quart(__name__)
routes = web.RouteTableDef()


@app.get("/a")
async def asynchronous():
    time.sleep(1)  # expect: blocking-sleep@error


@app.get("/b")
def threaded():
    time.sleep(1)  # ok: it runs in a pool of threads


@router.post("/c")
async def routed():
    time.sleep(1)  # expect: blocking-sleep@error


def settings():
    time.sleep(1)  # ok: a dependency that is no coroutine runs in a pool of threads


async def user(value=Depends(settings)):
    time.sleep(1)  # expect: blocking-sleep
    return value


@app.get("/d")
async def dependent(name=Depends(user), tasks: BackgroundTasks = None):
    tasks.add_task(settings)
    return name


@quart.route("/e")
async def quarts():
    time.sleep(1)  # expect: blocking-sleep@error


@routes.get("/f")
async def view(request):
    time.sleep(1)  # expect: blocking-sleep@error


async def added(request):
    time.sleep(1)  # expect: blocking-sleep


application = web.Application()
application.router.add_get("/g", added)
