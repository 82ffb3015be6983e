# === a result with texts (runs)
import subprocess


async def run():
    result = subprocess.run(
        ["sh", "-c", "sleep 0.3; echo out; echo err >&2; exit 3"], capture_output=True, text=True
    )
    return result.returncode, result.stdout, result.stderr, result.args[0]

# --- after
import asyncio
import subprocess


async def run():
    process = await asyncio.create_subprocess_exec(
        "sh",
        "-c",
        "sleep 0.3; echo out; echo err >&2; exit 3",
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    stdout, stderr = await process.communicate()
    result = subprocess.CompletedProcess(
        ["sh", "-c", "sleep 0.3; echo out; echo err >&2; exit 3"],
        process.returncode,
        stdout.decode(),
        stderr.decode(),
    )
    return result.returncode, result.stdout, result.stderr, result.args[0]

# === it must succeed (runs)
import subprocess


async def run():
    try:
        subprocess.run(["sh", "-c", "sleep 0.3; exit 3"], check=True)
    except subprocess.CalledProcessError as error:
        return error.returncode

# --- after
import asyncio
import subprocess


async def run():
    try:
        process = await asyncio.create_subprocess_exec("sh", "-c", "sleep 0.3; exit 3")
        await process.wait()
        result = subprocess.CompletedProcess(
            ["sh", "-c", "sleep 0.3; exit 3"],
            process.returncode,
        )
        result.check_returncode()
    except subprocess.CalledProcessError as error:
        return error.returncode

# === only the output (runs)
import subprocess


async def run():
    command = ["sh", "-c", "sleep 0.3; echo $0", "word"]
    return subprocess.check_output(command).decode().strip()

# --- after
import asyncio
import subprocess


async def run():
    command = ["sh", "-c", "sleep 0.3; echo $0", "word"]
    process = await asyncio.create_subprocess_exec(
        *command,
        stdout=asyncio.subprocess.PIPE,
    )
    stdout, _ = await process.communicate()
    result = subprocess.CompletedProcess(command, process.returncode, stdout)
    result.check_returncode()
    return result.stdout.decode().strip()

# === through a shell, with input (runs)
import subprocess


async def run():
    done = subprocess.run("sleep 0.3; cat", shell=True, input=b"abc", stdout=subprocess.PIPE)
    return done.stdout, done.returncode

# --- after
import asyncio
import subprocess


async def run():
    process = await asyncio.create_subprocess_shell(
        "sleep 0.3; cat",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    stdout, _ = await process.communicate(b"abc")
    done = subprocess.CompletedProcess("sleep 0.3; cat", process.returncode, stdout)
    return done.stdout, done.returncode

# === nothing of it is used
import subprocess


async def run(folder):
    subprocess.call(["git", "fetch"], cwd=folder)
    return subprocess.call(["git", "merge"], cwd=folder)

# --- after
import asyncio


async def run(folder):
    process = await asyncio.create_subprocess_exec("git", "fetch", cwd=folder)
    await process.wait()
    process = await asyncio.create_subprocess_exec("git", "merge", cwd=folder)
    await process.wait()
    return process.returncode

# === with a time limit, as a thread keeps what it means (runs)
import subprocess


async def run():
    try:
        subprocess.run(["sleep", "2"], timeout=0.3)
    except subprocess.TimeoutExpired as error:
        return error.cmd

# --- after
import asyncio
import subprocess


async def run():
    try:
        await asyncio.to_thread(subprocess.run, ["sleep", "2"], timeout=0.3)
    except subprocess.TimeoutExpired as error:
        return error.cmd

# === in the middle of an expression (runs)
import subprocess


async def run():
    return [1, subprocess.run(["sleep", "0.3"]).returncode]

# --- after
import asyncio
import subprocess


async def run():
    return [1, (await asyncio.to_thread(subprocess.run, ["sleep", "0.3"])).returncode]

# === a command that may be one text
import subprocess


async def run(command):
    return subprocess.run(command)

# --- after
import asyncio
import subprocess


async def run(command):
    return await asyncio.to_thread(subprocess.run, command)

# === os.system (runs)
import os


async def run():
    return os.system("sleep 0.3; exit 1") != 0

# --- after
import asyncio
import os


async def run():
    return await asyncio.to_thread(os.system, "sleep 0.3; exit 1") != 0
