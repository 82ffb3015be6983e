import asyncio
import time
from asyncio import Protocol

import aiohttp.web as web
import discord
import tornado.web
from asgiref.sync import sync_to_async
from discord.ext import commands
from quart import Quart
from sanic import Sanic

quart = Quart(__name__)
sanic = Sanic("app")
routes = web.RouteTableDef()
bot = commands.Bot(command_prefix="!", intents=None)


async def page(request):
    time.sleep(1)  # expect: blocking-sleep@error


app = web.Application()
app.router.add_get("/", page)


@routes.get("/other")
async def other(request):
    time.sleep(1)  # expect: blocking-sleep@error


@quart.route("/")
def in_thread():
    time.sleep(1)  # ok: Quart runs it in a thread


@quart.route("/async")
async def on_loop():
    time.sleep(1)  # expect: blocking-sleep@error


@sanic.get("/")
def on_loop_too(request):
    time.sleep(1)  # expect: blocking-sleep@error


class Page(tornado.web.RequestHandler):
    def get(self):
        time.sleep(1)  # expect: blocking-sleep@error

    def helper(self):
        time.sleep(1)  # ok: nobody is known to call it


class Echo(Protocol):
    def data_received(self, data):
        time.sleep(1)  # expect: blocking-sleep


class Quiet:
    def data_received(self, data):
        time.sleep(1)  # ok: no protocol


@bot.command()
async def ping(ctx):
    time.sleep(1)  # expect: blocking-sleep


class Client(discord.Client):
    async def on_message(self, message):
        time.sleep(1)  # expect: blocking-sleep@error


@sync_to_async
def rows():
    time.sleep(1)  # ok: it runs in a thread


async def all_rows():
    return await rows()


def tick():
    time.sleep(1)


def tock():
    time.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, tick)  # expect: blocking-sleep@error
    await loop.run_in_executor(None, tock)
