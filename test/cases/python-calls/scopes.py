"""Names mean what their scope says."""

import asyncio
import time
from asyncio import sleep
from time import sleep as block

import aiofiles
import requests

_session = None
delay = time.sleep


def session():
    global _session
    if _session is None:
        _session = requests.Session()
    return _session


async def lazily():
    session().get("x")  # expect: blocking-io python:requests.Session().get


async def awaited():
    await sleep(1)  # ok: that of asyncio
    block(1)  # expect: blocking-sleep
    delay(1)  # expect: blocking-sleep


async def local_names():
    time = asyncio
    await time.sleep(1)  # ok: a local name

    def sleep(seconds):
        return seconds

    sleep(1)  # ok: a local function


async def parameters(open, requests=None):
    open("x")  # ok: a parameter
    requests.get("x")  # ok: a parameter


async def comprehension(clients):
    return [requests.get("x") for requests in clients]  # ok: the variable of the comprehension


async def after_comprehension(clients):
    [requests for requests in clients]
    requests.get("x")  # expect: blocking-io


async def caught():
    try:
        pass
    except ValueError as time:
        time.sleep(1)  # ok: the exception


async def captured(command):
    match command:
        case {"client": requests}:
            requests.get("x")  # ok: a part of the command
        case [time, *rest]:
            time.sleep(1)  # ok: a part of the command


async def walrus(clients):
    if any((time := client) for client in clients):
        time.sleep(1)  # ok: bound in the function by the assignment in the generator


async def taken_apart(pair):
    time, requests = pair
    time.sleep(1)  # ok: a part of the pair
    requests.get("x")  # ok: a part of the pair


async def pairs():
    one, other = requests.Session(), None
    one.get("x")  # expect: blocking-io
    (first, [second]) = 1, [requests.Session()]
    second.get("x")  # expect: blocking-io


async def outer():
    wait = None

    async def inner():
        nonlocal wait
        wait = time.sleep

    await inner()
    wait(1)  # expect: blocking-sleep


class Body:
    time = None
    client = requests.Session()
    found = client.get("x")  # ok: start-up

    async def method(self):
        time.sleep(1)  # expect: blocking-sleep
        self.time.sleep(1)  # ok: nobody knows what it is
        self.client.get("x")  # expect: blocking-io
        Body.client.get("x")  # expect: blocking-io


async def shadowed_open():
    from aiofiles import open

    async with open("x") as file:  # ok: that of aiofiles
        await file.read()


async def own_open():
    async with aiofiles.open("x") as file:
        return await file.read()


async def deleted():
    client = requests.Session()
    del client
    requests.get("x")  # expect: blocking-io


def generic[time](value: time) -> time:
    return value


async def loops():
    for client in [requests.Session(), requests.Session()]:
        client.get("x")  # expect: blocking-io
