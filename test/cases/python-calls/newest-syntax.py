# Lazy imports and defaults of type parameters are read, although the grammar does not know them
lazy import time
lazy from os import path


class Box[T = int]:
    def wait(self):
        time.sleep(1)


def make[T: (int, str) = int, *Ts = *tuple[int]](value: T) -> T:
    path.exists("x")
    return value


async def run(box: Box):
    box.wait()  # expect: blocking-sleep python:time.sleep
    make(1)  # expect: blocking-io python:os.path.exists
