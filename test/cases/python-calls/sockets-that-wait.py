import socket


async def fetch(host):
    connection = socket.create_connection((host, 80))  # expect: blocking-io
    connection.sendall(b"GET / HTTP/1.0\r\n\r\n")  # expect: blocking-io
    return connection.recv(4096)  # expect: blocking-io python:socket.socket().recv
