"""Loops that may run within each other: others go on meanwhile."""

import asyncio

import nest_asyncio

nest_asyncio.apply()


def run(job):
    return asyncio.get_event_loop().run_until_complete(job)


async def outer(job):
    return run(job)
