import time

import requests
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI
from fastapi.concurrency import run_in_threadpool

app = FastAPI()
router = APIRouter()


@app.get("/now")
async def now():
    time.sleep(1)  # expect: blocking-sleep@error


@app.get("/threaded")
def threaded():
    time.sleep(1)  # ok: a plain def runs in a pool of threads


@router.post("/items", status_code=201)
async def create():
    return requests.post("https://example.org")  # expect: blocking-io@error python:requests.post


def settings():
    return open("settings.json").read()  # ok: a dependency that is a plain def runs in a pool of threads


async def user():
    return open("user.json").read()  # expect: blocking-io


@router.get("/me")
async def me(current=Depends(user), options=Depends(settings)):
    return await run_in_threadpool(time.sleep, 1)


def mail():
    time.sleep(5)  # ok: so does a background task


@app.post("/mail")
async def send(tasks: BackgroundTasks):
    tasks.add_task(mail)


@app.websocket("/ws")
async def socket(ws):
    await ws.accept()
    time.sleep(1)  # expect: blocking-sleep@error
