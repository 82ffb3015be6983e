import lib
from app.core import db
from app.core.db import query


async def run():
    lib.load()  # expect: blocking-io
    db.query()  # expect: blocking-io
    query()  # expect: blocking-io
