"""Values that come from other modules, in all the ways that they are used."""

import asyncio, time
from .core import Engine, get_engine, registry, run_all
from .core.jobs import *
from .core import jobs as j
import importlib
from . import settings as cfg

async def main():
    Engine().start()  # expect: blocking-sleep
    get_engine().start()  # expect: blocking-sleep
    registry["slow"]()  # expect: blocking-sleep
    run_all()  # expect: blocking-sleep
    heavy_job()  # expect: blocking-sleep
    j.heavy_job()  # expect: blocking-sleep
    cfg.load()  # expect: blocking-io
    e = Engine.build()
    e.start()  # expect: blocking-sleep
    e.child.go()  # expect: blocking-sleep
    Engine.Inner().go()  # expect: blocking-sleep
    with Engine().transaction() as t:  # expect: blocking-sleep
        t.go()  # expect: blocking-sleep
    for x in Engine(): pass
    await e.astart()
    [e.start() for _ in range(3)]  # expect: blocking-sleep
    {k: e.start() for k in "ab"}  # expect: blocking-sleep
    any(e.start() for k in "ab")  # expect: blocking-sleep
    e.prop  # expect: blocking-sleep
    e.prop2.go()  # expect: blocking-sleep
    f = e.start
    f()  # expect: blocking-sleep
    super_f = getattr(e, "start")
    super_f()  # expect: blocking-sleep
    await asyncio.gather(work(1), work(2))
    async with e.lock(): pass
    e.method_from_setattr()
    for job in jobs_list: job()  # expect: blocking-sleep
    if (r := e.start()): pass  # expect: blocking-sleep
    assert e.start()  # expect: blocking-sleep
    return e.start()  # expect: blocking-sleep

async def work(n):
    time.sleep(n)  # expect: blocking-sleep

jobs_list = [heavy_job]

async def cleanup():
    try:
        yield 1
    finally:
        time.sleep(1)  # expect: blocking-sleep

class Handler:
    on_event = staticmethod(lambda: time.sleep(1))
    async def run(self):
        self.on_event()  # expect: blocking-sleep
        type(self).sync()  # ok: not followed
        self.__class__.sync()  # ok: not followed
        Handler.sync()  # expect: blocking-sleep
    @classmethod
    def sync(cls):
        time.sleep(1)
    async def __aiter__(self): time.sleep(1)  # expect: blocking-sleep
    async def __anext__(self):
        return self._next()  # expect: blocking-sleep
    def _next(self): time.sleep(1)
