import kit
from tasks import fetch


async def run(url):
    kit.wait()  # expect: blocking-sleep
    fetch(url)  # expect: blocking-io
