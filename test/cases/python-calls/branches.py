"""Branches that the arguments of a call rule out."""

import functools
import subprocess
import time


def report(message, *, show_source=False, retries=0, mode="memory"):
    if show_source:
        print(open(__file__).read())
    if mode == "file":
        open("log.txt", "a").write(message)
    elif mode == "mail":
        subprocess.run(["mail", message])
    if not retries:
        return message
    time.sleep(retries)
    return message


async def leaves_out(message):
    report(message)


async def says_no(message):
    report(message, show_source=False, mode="memory")


async def says_yes(message):
    report(message, show_source=True)  # expect: blocking-io python:builtins.open


async def says_mode(message):
    report(message, mode="mail")  # expect: blocking-io python:subprocess.run


async def goes_on(message):
    report(message, retries=2)  # expect: blocking-sleep


async def says_what_is_not_known(message, show):
    report(message, show_source=show)  # expect: blocking-io python:builtins.open


async def spreads(message, options):
    report(message, **options)  # expect: blocking-io, blocking-sleep


class Log:
    def __init__(self, name, sync=False):
        self.name = name
        self.first = open(name).read() if sync else ""

    def find_caller(self, stack=False, level=1):
        if stack and level:
            time.sleep(1)
        return level

    def _log(self, level, message, args, exc_info=None, stack=False):
        where = self.find_caller(stack, 1)
        if exc_info is not None:
            subprocess.run(["report", message])
        return where, args

    def error(self, message, *args, **options):
        if args:
            self._log(40, message, args, **options)

    def exception(self, message, *args, exc_info=True, **options):
        self.error(message, *args, exc_info=exc_info, **options)

    def forced(self, message, **options):
        options["stack"] = True
        self._log(40, message, (), **options)


async def logs(log: Log, error):
    log.error("it failed: %s", error)


async def logs_with_stack(log: Log, error):
    log.error("it failed: %s", error, stack=True)  # expect: blocking-sleep


async def logs_with_error(log: Log, error):
    log.exception("it failed: %s", error)  # expect: blocking-io


async def logs_by_force(log: Log):
    log.forced("it failed")  # expect: blocking-sleep, blocking-io


async def constructs(name):
    Log(name)
    return Log(name, sync=True)  # expect: blocking-io


def load(path, fresh=False):
    return open(path).read() if fresh else path


async def with_arguments_of_a_partial():
    reload = functools.partial(load, fresh=True)
    return reload("a")  # expect: blocking-io


def empty(names=()):
    if names:
        time.sleep(1)


async def may_be_empty():
    empty([])  # expect: blocking-sleep


def changed(quick=True):
    quick = False
    if not quick:
        time.sleep(1)


async def is_changed():
    changed()  # expect: blocking-sleep
