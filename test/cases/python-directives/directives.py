"""Suppressions and declarations."""

import time

import requests


async def suppressed():
    time.sleep(1)  # loopwise: ignore[blocking-sleep] nobody waits # expect: blocking-sleep@suppressed
    # loopwise: ignore-next-line[blocking-sleep] nobody waits
    time.sleep(1)  # expect: blocking-sleep@suppressed
    time.sleep(1)  # loopwise: ignore nobody waits # expect: blocking-sleep@suppressed
    time.sleep(1)  # noqa: ASYNC251 # expect: blocking-sleep@suppressed
    requests.get("x")  # noqa: E501, ASYNC210 # expect: blocking-io@suppressed
    time.sleep(1)  # loopwise: ignore[blocking-io] another rule # expect: blocking-sleep, unused-directive
    print(1)  # noqa: ASYNC251
    time.sleep(1)  # noqa: E501 # expect: blocking-sleep


def quick():
    """Sleeps, but for no time. @nonblocking"""
    time.sleep(0)


def slow():
    """Waits for a machine.

    @blocking
    """
    native()


async def declared():
    quick()
    slow()  # expect: blocking-io


# loopwise: ignore[heavy-call] nothing is here # expect: unused-directive
