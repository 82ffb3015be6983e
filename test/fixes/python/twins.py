# === httpx is a dependency
import requests


async def run(url):
    response = requests.get(url, params={"a": 1})
    return response.text

# file: pyproject.toml
requires-python = ">=3.10"
dependencies = ["httpx", "requests"]

# --- after
import httpx


async def run(url):
    async with httpx.AsyncClient(follow_redirects=True, timeout=None) as client:
        response = await client.get(url, params={"a": 1})
    return response.text

# === arguments that httpx has not
import requests


async def run(url):
    response = requests.get(url, stream=True)
    return response.raw

# file: pyproject.toml
requires-python = ">=3.10"
dependencies = ["httpx", "requests"]

# --- after
import asyncio

import requests


async def run(url):
    response = await asyncio.to_thread(requests.get, url, stream=True)
    return response.raw

# === a method with an asynchronous twin
from langchain_openai import ChatOpenAI

model = ChatOpenAI()


async def run(question):
    return model.invoke(question).content

# --- after
from langchain_openai import ChatOpenAI

model = ChatOpenAI()


async def run(question):
    return (await model.ainvoke(question)).content

# === a function with an asynchronous twin
import litellm


async def run(messages):
    return litellm.completion(model="m", messages=messages)

# --- after
import litellm


async def run(messages):
    return await litellm.acompletion(model="m", messages=messages)
