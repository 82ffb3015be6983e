import time


class Base:
    def load(self):
        time.sleep(1)
