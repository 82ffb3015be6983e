"""How often loops run: constants that are computed, defaults, and counters."""

import hashlib


async def computed(wanted):
    for number in range(10**8):  # expect: heavy-loop
        if hashlib.md5(str(number).encode()).hexdigest() == wanted:
            return number


async def usual(width=2000, height=2000):
    total = 0
    for y in range(height):  # expect: heavy-loop
        for x in range(width):
            total += x * y
    return total


async def counted():
    number = 0
    while number < 100_000_000:  # expect: heavy-loop
        number += 1
    return number


async def short():
    number = 0
    while number < 100:  # ok: few
        number += 1
    while number < 200:  # ok: nobody knows how often
        number *= 2
