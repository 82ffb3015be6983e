"""What callers hand over decides which branches of a function are taken, what is written there and what is asked of it."""

import asyncio
import getpass
import io
import os
import socket
from pathlib import Path


class File:
    def __init__(self, source, mode="rb"):
        if isinstance(source, io.IOBase):
            self.file = source
        else:
            self.file = open(source, mode)


async def of_memory(data):
    return File(io.BytesIO(data))


async def of_name(name):
    return File(name)  # expect: blocking-io


def text_of(source):
    if isinstance(source, (str, bytes)):
        return source
    return Path("x").read_text()


async def texts(job):
    text_of("written down")
    text_of(job)  # expect: blocking-io


def ask(password=None):
    if password is None:
        password = getpass.getpass()
    return password


def set_password(password=None):
    return ask(password)


async def change(request):
    set_password(request.argument("password"))
    set_password(request.get("password"))  # expect: blocking-io python:getpass.getpass
    set_password(None)  # expect: blocking-io python:getpass.getpass
    set_password()  # expect: blocking-io python:getpass.getpass


def repeated(name=None):
    for _ in range(3):
        if name is None:
            open("x")
        name = None


async def again():
    repeated("x")  # expect: blocking-io


class Pipe:
    def __init__(self, descriptor):
        self.descriptor = descriptor
        asyncio.get_event_loop().add_reader(descriptor, self.on_data)

    def on_data(self):
        return os.read(self.descriptor, 4096)  # ok: there is something to read


async def read(descriptor):
    return os.read(descriptor, 4096)  # expect: blocking-io


async def names(address, flags):
    socket.getnameinfo(address, socket.NI_NUMERICHOST)
    socket.getnameinfo(address, 0)  # expect: blocking-io


def send(kind, channel):
    is_last = kind == "last"
    if is_last:
        open("channel")
    if not is_last:
        return
    channel.write(Path("x").read_text())


async def sends(channel):
    send("first", channel)
    send("last", channel)  # expect: blocking-io
