import time
__all__ = ["heavy_job"]
def heavy_job(): time.sleep(1)
