"""Functions that wait: for files, the network, programs, time."""

import asyncio
import subprocess
import time
import urllib.request
from pathlib import Path

import aiohttp
import httpx
import requests
from fastapi import FastAPI

app = FastAPI()


# advise: concurrency blocking
async def sleeps():
    time.sleep(2)


@app.get("/news")
# advise: concurrency blocking
async def news():
    return requests.get("https://example.org/news").json()


@app.get("/page")
# advise: concurrency blocking
async def page():
    return render("page")


# advise: concurrency blocking
def render(name):
    return Path(f"templates/{name}.html").read_text()


# advise: concurrency blocking
async def opens(url):
    with urllib.request.urlopen(url) as response:
        return response.read()


# advise: concurrency blocking
async def runs_git():
    return subprocess.run(["git", "status"], capture_output=True)


# advise: neither wait
async def rests():
    await asyncio.sleep(1)


# advise: neither wait
async def one_request(url):
    async with httpx.AsyncClient() as client:
        response = await client.get(url)
        return response.text


# advise: neither already-together
async def all_together(urls):
    async with httpx.AsyncClient() as client:
        return await asyncio.gather(*[client.get(url) for url in urls])


# advise: concurrency await-in-loop
async def one_after_another(urls):
    found = []
    async with httpx.AsyncClient() as client:
        for url in urls:
            response = await client.get(url)
            found.append(response.text)
    return found


# advise: concurrency sequential-awaits
async def two_requests(client: httpx.AsyncClient, left, right):
    first = await client.get("https://example.org/left")
    second = await client.get("https://example.org/right")
    return first.status_code == second.status_code


# advise: neither wait
async def in_thread(path):
    return await asyncio.to_thread(Path(path).read_text)


# advise: neither reached
def settings():
    return Path("settings.toml").read_text()


SETTINGS = settings()
