# What the kernel makes up is read at once: there is no medium to wait for.


async def load():
    with open("/proc/loadavg") as file:  # expect: blocking-io@information python:builtins.open
        return file.read()


async def state(pid):
    with open(f"/proc/{pid}/stat") as file:  # expect: blocking-io@information python:builtins.open
        return file.read()


async def note(name):
    with open(f"/var/notes/{name}") as file:  # expect: blocking-io@warning python:builtins.open
        return file.read()
