"""A name that is given several values has, at each place, those that may come from before."""

import asyncio

import aiofiles
import httpx
import requests


async def one_after_the_other():
    async with httpx.AsyncClient() as client:
        response = await client.get("http://x")  # ok: the asynchronous client
    with httpx.Client() as client:
        response = client.get("http://x")  # expect: blocking-io@warning python:httpx.Client().get
    return response


async def assigned_anew():
    client = requests.Session()
    client = httpx.AsyncClient()
    return await client.get("http://x")  # ok


async def in_a_branch(is_old):
    client = httpx.AsyncClient()
    if is_old:
        client = requests.Session()
        client.get("http://x")  # expect: blocking-io@warning python:requests.Session().get
    return client.get("http://x")  # expect: blocking-io@information python:requests.Session().get


async def in_an_earlier_round(urls):
    client = httpx.AsyncClient()
    for url in urls:
        client.get(url)  # expect: blocking-io@information python:requests.Session().get
        client = requests.Session()


async def anew_in_each_round(urls):
    for url in urls:
        client = httpx.AsyncClient()
        await client.get(url)  # ok
        client = requests.Session()
        client.get(url)  # expect: blocking-io@warning python:requests.Session().get


async def of_itself(text):
    session = requests.Session()
    session = session or None
    session.get(text)  # expect: blocking-io python:requests.Session().get


async def swapped():
    old, new = requests.Session(), httpx.AsyncClient()
    old, new = new, old
    await old.get("http://x")  # ok
    new.get("http://x")  # expect: blocking-io@warning python:requests.Session().get


async def from_within():
    client = httpx.AsyncClient()

    def fetch():
        return client.get("http://x")  # whichever it is when it is called

    client = requests.Session()
    fetch()  # expect: blocking-io python:requests.Session().get


async def failed():
    try:
        client = httpx.AsyncClient()
    except OSError:
        client = requests.Session()
    return client.get("http://x")  # expect: blocking-io@information python:requests.Session().get


async def files():
    with open("a") as file:  # expect: blocking-io python:builtins.open
        first = file.read()
    async with aiofiles.open("a") as file:
        second = await file.read()  # ok
    await asyncio.sleep(0)
    return first, second
