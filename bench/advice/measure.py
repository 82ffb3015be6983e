"""Measures one sample in a process of its own, as measure.js does: `python3 measure.py SAMPLE CORES`."""

import asyncio
import importlib
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

RUNS = 5


def load(path):
    sys.path.insert(0, str(Path(path).parent))
    return importlib.import_module(Path(path).stem)


async def once(work):
    stall = 0.0
    last = time.perf_counter()

    async def beat():
        nonlocal stall, last
        while True:
            await asyncio.sleep(0.001)
            now = time.perf_counter()
            stall = max(stall, now - last - 0.001)
            last = now

    heart = asyncio.create_task(beat())
    await asyncio.sleep(0.02)
    stall = 0.0
    last = time.perf_counter()
    before = time.process_time()
    start = time.perf_counter()
    await work()
    wall = time.perf_counter() - start
    cpu = time.process_time() - before
    await asyncio.sleep(0.005)
    heart.cancel()
    return {"wall": wall * 1000, "cpu": cpu * 1000, "stall": stall * 1000}


async def main(path, cores):
    sample = load(path)
    is_each = getattr(sample, "IS_EACH", False)
    overlapped = getattr(sample, "overlapped", sample.subject)
    loop = asyncio.get_running_loop()

    def whole(work):
        if is_each:
            return lambda: asyncio.gather(*[work(item) for item in sample.ITEMS])
        return lambda: work(sample.ITEMS)

    with ProcessPoolExecutor(cores) as pool:
        await asyncio.gather(*[loop.run_in_executor(pool, time.sleep, 0.1) for _ in range(cores)])

        async def on_workers():
            await asyncio.gather(*[loop.run_in_executor(pool, sample.job, item) for item in sample.ITEMS])

        ways = {"now": whole(sample.subject), "workers": on_workers}
        if overlapped is not sample.subject:
            ways["overlapped"] = whole(overlapped)
        best = {}
        for run in range(RUNS + 1):
            for name, work in ways.items():
                found = await once(work)
                known = best[name] if run > 1 else found
                best[name] = {key: min(known[key], value) for key, value in found.items()}
    print(json.dumps({"shape": sample.SHAPE, "runs": {"overlapped": best["now"], **best}}))


asyncio.run(main(sys.argv[1], int(sys.argv[2])))
