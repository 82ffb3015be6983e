"""Calls that block in coroutines, whatever way they are named."""

import time
import time as clock
import os.path
import subprocess
import urllib.request as request
from time import sleep
from time import sleep as pause
from pathlib import Path

import requests


async def named():
    time.sleep(1)  # expect: blocking-sleep python:time.sleep
    sleep(1)  # expect: blocking-sleep python:time.sleep
    pause(1)  # expect: blocking-sleep python:time.sleep
    clock.sleep(1)  # expect: blocking-sleep python:time.sleep
    nap = time.sleep
    nap(1)  # expect: blocking-sleep python:time.sleep


async def modules(path, url):
    request.urlopen(url)  # expect: blocking-io python:urllib.request.urlopen
    requests.get(url)  # expect: blocking-io python:requests.get
    subprocess.run(["ls"])  # expect: blocking-io python:subprocess.run


async def objects(folder: Path):
    requests.Session().get("https://example.org")  # expect: blocking-io python:requests.Session().get
    session = requests.Session()
    session.get("https://example.org")  # expect: blocking-io python:requests.Session().get
    with requests.Session() as other:
        other.get("https://example.org")  # expect: blocking-io python:requests.Session().get
    (folder / "a").read_text()  # expect: blocking-io python:pathlib.Path().read_text


def helper():
    time.sleep(1)


async def indirect():
    helper()  # expect: blocking-sleep python:time.sleep


async def nested():
    def inner():
        time.sleep(1)

    inner()  # expect: blocking-sleep python:time.sleep
    wait = lambda: time.sleep(1)
    wait()  # expect: blocking-sleep python:time.sleep


async def shadowed(time, sleep):
    time.sleep(1)  # ok: a parameter
    sleep(1)  # ok: a parameter


async def unknown(thing):
    thing.sleep(1)  # ok: nobody knows what it is
    thing.session.get("x")  # ok: nobody knows what it is


def plain():
    time.sleep(1)  # ok: nobody calls it on a loop


time.sleep(1)  # ok: start-up


async def looks_for_children():
    os.waitpid(-1, os.WNOHANG)  # ok: it does not wait
    os.spawnv(os.P_NOWAIT, "/bin/true", ["true"])  # expect: blocking-io@warning
    os.waitpid(-1, 0)  # expect: blocking-io
