"""Runs programs before and after their fixes; tells what they give and how long the loop stood still.

Reads `[folder, ...]` as JSON; each folder has a `main.py` with `async def run()`.
"""

import asyncio
import importlib
import json
import os
import sys
import time


async def watch(stalls):
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        stalls.append(time.perf_counter() - before)


async def watched(run):
    stalls = [0.0]
    watcher = asyncio.ensure_future(watch(stalls))
    await asyncio.sleep(0.005)
    stalls[:] = [0.0]
    started, worked = time.perf_counter(), time.process_time()
    try:
        result = {"value": await run()}
    except Exception as error:
        result = {"error": type(error).__name__, "message": str(error)}
    elapsed, own = time.perf_counter() - started, time.process_time() - worked
    await asyncio.sleep(0.003)
    watcher.cancel()
    return {"result": result, "stall": max(stalls), "elapsed": elapsed, "own": own}


def run_folder(folder):
    os.chdir(folder)
    sys.path.insert(0, folder)
    mine = set(sys.modules)
    try:
        return asyncio.run(watched(importlib.import_module("main").run))
    finally:
        sys.path.remove(folder)
        for name in set(sys.modules) - mine:
            if os.path.dirname(getattr(sys.modules[name], "__file__", None) or "").startswith(folder):
                del sys.modules[name]
        importlib.invalidate_caches()


if __name__ == "__main__":
    outcomes = [run_folder(folder) for folder in json.load(sys.stdin)]
    print(json.dumps(outcomes, default=repr))
