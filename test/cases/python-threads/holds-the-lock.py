import asyncio
import hashlib
import json
import re
import xml.etree.ElementTree as ET
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

threads = ThreadPoolExecutor()
processes = ProcessPoolExecutor()


async def parse(text):
    return await asyncio.to_thread(json.loads, text)  # expect: concurrency-for-cpu@information python:json.loads


async def parse_later(text):
    return await asyncio.to_thread(lambda: json.loads(text))  # expect: concurrency-for-cpu python:json.loads


async def parse_partially(text):
    return await asyncio.to_thread(partial(json.loads, text))  # expect: concurrency-for-cpu


async def search(text):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, re.findall, "a+b", text)  # expect: concurrency-for-cpu


async def read_tree(text):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(threads, ET.fromstring, text)  # expect: concurrency-for-cpu


async def read_tree_elsewhere(text):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(processes, ET.fromstring, text)  # ok: another process has a lock of its own


async def derive(password):
    # ok: it releases the lock
    return await asyncio.to_thread(hashlib.pbkdf2_hmac, "sha256", password, b"salt", 600_000)


def load(path):
    with open(path) as file:
        return json.load(file)


async def load_later(path):
    return await asyncio.to_thread(load, path)  # ok: most of it is waiting


async def add(numbers):
    return await asyncio.to_thread(sum, numbers)
