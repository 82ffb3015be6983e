import asyncio
import gzip
import io
import queue
import select
import signal
import socket
import sys
import threading
import time
import zipfile
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed, wait

lock = threading.Lock()
jobs = queue.Queue()


async def takes_lock():
    with lock:
        return 1


async def takes_lock_over_await():
    with lock:  # expect: blocking-io@warning
        await asyncio.sleep(1)


async def gets_job():
    return jobs.get()  # expect: blocking-io


async def gets_job_nowait():
    return jobs.get_nowait()


async def puts_job(x):
    jobs.put(x)


async def in_memory(data):
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
        head = file.read(10)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    buffer = io.StringIO()
    buffer.write("x")
    return head, names, buffer.read()


async def nonblocking_socket():
    sock = socket.socket()
    sock.setblocking(False)
    await asyncio.get_running_loop().sock_connect(sock, ("x", 1))
    return sock.recv(10)


async def blocking_socket():
    sock = socket.create_connection(("x", 1))  # expect: blocking-io
    return sock.recv(10)


async def pools(items):
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(time.sleep, 1) for _ in items]
        for future in as_completed(futures):  # expect: blocking-io
            future.result()


async def pool_result(pool: ThreadPoolExecutor):
    future = pool.submit(time.sleep, 1)
    return future.result()  # expect: blocking-io


async def wrapped(pool: ThreadPoolExecutor):
    return await asyncio.wrap_future(pool.submit(time.sleep, 1))


async def joins():
    thread = threading.Thread(target=time.sleep, args=(1,))
    thread.start()
    thread.join()  # expect: blocking-io


async def joins_with_timeout():
    thread = threading.Thread(target=time.sleep, args=(1,), daemon=True)
    thread.start()


def handle_signal(*_):
    open("dump", "w").write("x")


async def installs():
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, handle_signal)  # expect: blocking-io


def on_done(task):
    time.sleep(1)


async def task():
    work = asyncio.create_task(asyncio.sleep(1))
    work.add_done_callback(on_done)  # expect: blocking-sleep
    await work


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        time.sleep(1)  # expect: blocking-sleep
        self.transport.write(data)


async def nested_run():
    return asyncio.run(task())  # expect: blocking-io


async def reads_stdin():
    line = sys.stdin.readline()  # expect: blocking-io
    return line + input("? ")  # expect: blocking-io


async def agen(paths):
    for path in paths:
        with open(path) as file:  # expect: blocking-io
            yield file.read()


async def consumes(paths):
    return [text async for text in agen(paths)]


async def walrus(path):
    while chunk := open(path).read(10):  # expect: blocking-io
        await asyncio.sleep(0)
        print(chunk)


async def matches(command):
    match command:
        case {"sleep": seconds}:
            time.sleep(seconds)  # expect: blocking-sleep
        case ["read", path]:
            return open(path).read()  # expect: blocking-io
        case _:
            return None


async def comprehension(paths):
    return {path: open(path).read() for path in paths}  # expect: blocking-io


async def selects(sock):
    select.select([sock], [], [])  # expect: blocking-io
    select.select([sock], [], [], 0)


async def main():
    config = open("config").read()  # expect: blocking-io@hint
    server = await asyncio.start_server(serve, "x", 1)
    async with server:
        await server.serve_forever()
    return config


async def serve(reader, writer):
    data = await reader.readline()
    writer.write(open(data.decode()).read().encode())  # expect: blocking-io
    await writer.drain()


if __name__ == "__main__":
    asyncio.run(main())
