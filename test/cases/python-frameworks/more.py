"""Frameworks in which a handler that is no coroutine runs where its registration says, and further loops."""

import time

import requests
import tornado.gen
import tornado.web
from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer
from litestar import get


@get("/threaded", sync_to_thread=True)
def threaded() -> str:
    time.sleep(1)  # ok: it runs in a thread
    return "x"


@get("/direct", sync_to_thread=False)
def direct() -> str:
    time.sleep(1)  # expect: blocking-sleep@error
    return "x"


class Chat(AsyncWebsocketConsumer):
    async def receive(self, text_data):
        await self.load()
        time.sleep(1)  # expect: blocking-sleep@error

    @database_sync_to_async
    def load(self):
        time.sleep(1)  # ok: it runs in a thread


class Loader:
    @tornado.gen.coroutine
    def load(self, url):
        answer = requests.get(url)  # expect: blocking-io
        raise tornado.gen.Return(answer)
