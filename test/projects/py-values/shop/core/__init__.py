from __future__ import annotations
import time
from contextlib import contextmanager
from typing import Iterator, Self
from . import jobs
from .jobs import heavy_job as _heavy

class Child:
    def go(self): time.sleep(1)

class Engine:
    child: Child
    def __init__(self): self._c = Child()
    def start(self): time.sleep(1)
    @classmethod
    def build(cls) -> Self: return cls()
    class Inner:
        def go(self): time.sleep(1)
    @contextmanager
    def transaction(self) -> Iterator[Child]:
        time.sleep(1)
        yield self._c
    async def astart(self): ...
    @property
    def prop(self): return self.start()
    @property
    def prop2(self) -> Child: return self._c

_engine = None
def get_engine() -> Engine:
    global _engine
    if _engine is None:
        _engine = Engine()
    return _engine

registry = {"slow": _heavy}

def run_all():
    for job in (jobs.heavy_job,):
        job()
