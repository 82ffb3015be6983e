import app.services.storage
import app.services.mail as mail
from app import services
from app.plugins import files
from app.plugins.files import read
from app.services import Store, deliver, send, storage
from app.utils import name, pause

try:
    import ujson as json
except ImportError:
    import json


async def direct(message, path):
    send(message)  # expect: blocking-io
    deliver(message)  # expect: blocking-io
    mail.send(message)  # expect: blocking-io
    mail.wait()  # expect: blocking-sleep
    storage.read(path)  # expect: blocking-io
    app.services.storage.read(path)  # expect: blocking-io
    services.storage.read(path)  # expect: blocking-io
    services.send(message)  # expect: blocking-io
    files.read(path)  # expect: blocking-io
    read(path)  # expect: blocking-io
    pause()  # expect: blocking-sleep
    name()


async def objects(store: Store):
    store.load()  # expect: blocking-sleep
    Store().load()  # expect: blocking-sleep
    services.Store().load()  # expect: blocking-sleep


async def local():
    from app.services.storage import read as load

    load("x")  # expect: blocking-io
