"""A command that reads for ever: no event loop is there to be stopped."""

import sys
import time


def follow(path):
    with open(path) as file:
        while True:
            line = file.readline()
            if not line:
                time.sleep(1)


if __name__ == "__main__":
    while 1:
        line = sys.stdin.readline()
        if line:
            follow(line.strip())
