"""A package without an `__init__.py`."""


def read(path):
    return open(path).read()
