"""Methods through instances, classes, superclasses, fields and annotations."""

import asyncio
import sqlite3
import time
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Optional, Union

import httpx
import requests


class Base:
    def load(self):
        time.sleep(1)

    @classmethod
    def create(cls):
        time.sleep(1)
        return cls()

    @staticmethod
    def wait():
        time.sleep(1)


class Mixin:
    def mixed(self):
        time.sleep(1)


class Store(Base, Mixin):
    session: requests.Session
    limit = 3

    def __init__(self, client: "httpx.Client"):
        self.client = client
        self.other: Optional[requests.Session] = None
        self.third: requests.Session | None = None

    def setup(self):
        self.late = requests.Session()

    async def fields(self):
        self.session.get("x")  # expect: blocking-io python:requests.Session().get
        self.client.get("x")  # expect: blocking-io python:httpx.Client().get
        self.other.get("x")  # expect: blocking-io python:requests.Session().get
        self.third.get("x")  # expect: blocking-io python:requests.Session().get
        self.late.get("x")  # expect: blocking-io python:requests.Session().get

    async def methods(self):
        self.load()  # expect: blocking-sleep
        self.mixed()  # expect: blocking-sleep
        super().load()  # expect: blocking-sleep
        self.wait()  # expect: blocking-sleep


class Slow:
    def __init__(self, seconds):
        time.sleep(seconds)

    def __enter__(self):
        time.sleep(1)
        return self

    def __exit__(self, *args):
        pass


async def outside(store: Store, maybe: Optional[Store], either: Union[Store, None], said: "Store"):
    store.load()  # expect: blocking-sleep
    maybe.load()  # expect: blocking-sleep
    either.load()  # expect: blocking-sleep
    said.load()  # expect: blocking-sleep
    Store.create()  # expect: blocking-sleep
    Base.wait()  # expect: blocking-sleep
    Slow(1)  # expect: blocking-sleep
    made = Base()
    made.load()  # expect: blocking-sleep


async def managers(slow: Slow):
    with slow:  # expect: blocking-sleep
        pass


@contextmanager
def session():
    time.sleep(1)
    yield requests.Session()


@asynccontextmanager
async def asynchronous():
    yield requests.Session()


async def managed():
    with session() as one:  # expect: blocking-sleep
        one.get("x")  # expect: blocking-io python:requests.Session().get
    async with asynchronous() as other:
        other.get("x")  # expect: blocking-io python:requests.Session().get


@dataclass
class Config:
    session: requests.Session
    path: Annotated[requests.Session, "what it is"]


async def data(config: Config):
    config.session.get("x")  # expect: blocking-io python:requests.Session().get
    config.path.get("x")  # expect: blocking-io python:requests.Session().get


class Lazy:
    @property
    def value(self):
        time.sleep(1)
        return 1

    @cached_property
    def kept(self):
        time.sleep(1)
        return 1

    @property
    def client(self) -> requests.Session:
        return self._client

    async def read(self):
        self.value  # expect: blocking-sleep
        print(self.kept)  # expect: blocking-sleep
        self.client.get("x")  # expect: blocking-io python:requests.Session().get


async def reads(lazy: Lazy):
    return lazy.value  # expect: blocking-sleep


class Store:
    _cursor = None

    @property
    def cursor(self):
        if self._cursor is None:
            self._cursor = sqlite3.connect("store.db").cursor()
            self._cursor.execute("create table if not exists sessions")
        return self._cursor

    async def read(self, name):
        # The first use makes the table, each use asks: that is told once.
        self.cursor.execute("select * from sessions where name = ?", (name,))  # expect: blocking-io@warning python:sqlite3.connect().cursor().execute

    async def first(self):
        return self.cursor  # expect: blocking-io@information python:sqlite3.connect().cursor().execute


class Blocking:
    def send(self, text):
        requests.post("x", text)
        return self.answer()

    def answer(self):
        return Message(self)


class Asynchronous:
    async def send(self, text):
        await asyncio.sleep(1)
        return Message(self)


class Message:
    def __init__(self, sender):
        self.sender = sender

    async def reply(self):
        # Only one of both gives something to wait for.
        await self.sender.send("x")

    async def repeat(self):
        self.sender.send("x")  # expect: blocking-io@information python:requests.post
