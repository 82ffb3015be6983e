"""Things that take their time, for programs that show whether the loop stands still meanwhile."""

import http.server
import os
import tempfile
import threading
import time


def slow_file(text, seconds=0.3):
    """A file whose content comes late."""
    path = os.path.join(tempfile.mkdtemp(), "slow")
    os.mkfifo(path)

    def write():
        time.sleep(seconds)
        with open(path, "w") as file:
            file.write(text)

    threading.Thread(target=write, daemon=True).start()
    return path


def slow_server(seconds=0.3):
    """A server that answers late with the path that it was asked for; gives its address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            time.sleep(seconds)
            body = self.path.encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"
