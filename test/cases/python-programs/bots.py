import asyncio
import json
import sqlite3
import time

import requests
from aiogram import Bot, Dispatcher, F, Router
from aiogram.filters import Command
from aiogram.types import Message
from discord import app_commands
from discord.ext import commands, tasks
import discord

bot = commands.Bot(command_prefix="!")
router = Router()
dp = Dispatcher()
db = sqlite3.connect("bot.db")


@bot.event
async def on_ready():
    print("ready")


@bot.command()
async def weather(ctx, city):
    answer = requests.get(f"http://x/{city}", timeout=5)  # expect: blocking-io
    await ctx.send(answer.text)


class Cog(commands.Cog):
    def __init__(self, bot):
        self.bot = bot
        with open("data.json") as file:
            self.data = json.load(file)
        self.poll.start()

    def save(self):
        with open("data.json", "w") as file:
            json.dump(self.data, file)

    @commands.command()
    async def remember(self, ctx, key, value):
        self.data[key] = value
        self.save()  # expect: blocking-io
        await ctx.send("ok")

    @tasks.loop(minutes=5)
    async def poll(self):
        time.sleep(2)  # expect: blocking-sleep

    @commands.Cog.listener()
    async def on_message(self, message):
        db.execute("insert into m values (?)", (message.content,))  # expect: blocking-io
        db.commit()  # expect: blocking-io

    @app_commands.command(name="x")
    async def slash(self, interaction: discord.Interaction):
        await asyncio.to_thread(self.save)
        await interaction.response.send_message("x")


async def setup(bot):
    await bot.add_cog(Cog(bot))  # expect: blocking-io@hint


class Client(discord.Client):
    async def on_message(self, message):
        time.sleep(1)  # expect: blocking-sleep


@router.message(Command("start"))
async def start(message: Message):
    time.sleep(1)  # expect: blocking-sleep
    await message.answer("hi")


@dp.message(F.text)
async def echo(message: Message):
    rows = db.execute("select 1").fetchall()  # expect: blocking-io
    await message.answer(str(rows))


async def main():
    await dp.start_polling(Bot("x"))


if __name__ == "__main__":
    asyncio.run(main())
