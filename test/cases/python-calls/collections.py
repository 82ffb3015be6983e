"""What lists, tables and tuples hold, by their annotations and by what is put in them."""

import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import ExitStack, closing
from enum import Enum
from pathlib import Path

import requests


class Node:
    def __init__(self):
        self.children: list[Node] = []
        self.clients: dict[str, requests.Session] = {}
        self.made = defaultdict(requests.Session)
        self.pair: tuple[str, requests.Session] = ("", requests.Session())
        self.queue: deque["Node"] = deque()
        self.names: list[str] = []

    def block(self):
        time.sleep(1)

    async def walk(self):
        for child in self.children:
            child.block()  # expect: blocking-sleep
        self.children[0].block()  # expect: blocking-sleep
        self.queue.popleft().block()  # expect: blocking-sleep
        for index, child in enumerate(self.children):
            child.block()  # expect: blocking-sleep
        for one, other in zip(self.names, self.children):
            other.block()  # expect: blocking-sleep
            one.block()  # ok: a text
        for child in sorted(self.children, key=id):
            child.block()  # expect: blocking-sleep

    async def tables(self, name):
        self.clients[name].get("x")  # expect: blocking-io python:requests.Session().get
        self.clients.get(name).get("x")  # expect: blocking-io python:requests.Session().get
        self.made["x"].get("y")  # expect: blocking-io python:requests.Session().get
        for client in self.clients.values():
            client.get("x")  # expect: blocking-io python:requests.Session().get
        for key, client in self.clients.items():
            client.get(key)  # expect: blocking-io python:requests.Session().get
            key.get("x")  # ok: the key
        _, client = self.pair
        client.get("x")  # expect: blocking-io python:requests.Session().get


def all_paths() -> Iterator[Path]:
    yield Path("x")


async def parameters(nodes: list[Node], paths: dict[Path, str], maybe: list[Path] | None):
    [node.block() for node in nodes]  # expect: blocking-sleep
    for path in paths:
        path.unlink()  # expect: blocking-io
    for path in maybe or ():
        path.unlink()  # expect: blocking-io@information


def both():
    return "x", Node()


async def taken_apart():
    name, node = both()
    node.block()  # expect: blocking-sleep
    first, *rest = both()
    rest.block()  # ok: a list


HANDLERS = {"slow": time.sleep, "fast": print}


async def dispatched(name):
    HANDLERS.get(name)(1)  # expect: blocking-sleep@information
    for key, handler in HANDLERS.items():
        handler(1)  # expect: blocking-sleep@information


class Kind(Enum):
    SLOW = "slow"

    def wait(self):
        time.sleep(1)


async def members(kind: Kind):
    Kind.SLOW.wait()  # expect: blocking-sleep
    kind.wait()  # expect: blocking-sleep


async def managed(url):
    with closing(requests.Session()) as session:
        session.get(url)  # expect: blocking-io
    with ExitStack() as stack:
        other = stack.enter_context(requests.Session())
        other.get(url)  # expect: blocking-io
