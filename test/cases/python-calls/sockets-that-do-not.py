import asyncio
import socket


class Transport:
    def __init__(self):
        self.socket = socket.socket()
        self.socket.setblocking(False)

    async def read(self):
        try:
            return self.socket.recv(4096)  # ok: it fails where it would have to wait
        except BlockingIOError:
            return await asyncio.get_running_loop().sock_recv(self.socket, 4096)
