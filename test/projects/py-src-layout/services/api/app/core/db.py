import sqlite3


def query():
    return sqlite3.connect("x").execute("select 1")
