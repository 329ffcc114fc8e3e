"""What an attacker does, and what colleagues notice of it: many connections from one event loop, no threads."""

import asyncio
import statistics
import time
import urllib.parse


async def ask(reader, writer, head, body=b""):
    """Sends a request and reads its whole answer; returns the status and the seconds it took."""
    begun = time.perf_counter()
    writer.write(head + body)
    await writer.drain()
    status, length = await answer_head(reader)
    await reader.readexactly(length)
    return status, time.perf_counter() - begun


async def answer_head(reader):
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = next((line[15:] for line in head.split("\r\n") if line.startswith("content-length:")), "0")
    return int(head.split()[1]), int(length)


def sign_in(port, login, password):
    body = urllib.parse.urlencode({"login": login, "password": password, "next": "/"}).encode()
    return (
        f"POST /session HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n").encode(), body


async def guess(port, place, end):
    """One kept-alive connection that tries logins which do not exist, as fast as it is answered."""
    made = 0
    while time.perf_counter() < end:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            while time.perf_counter() < end:
                await asyncio.wait_for(
                    ask(reader, writer, *sign_in(port, f"nobody{place:03}x{made}", "wrong")),
                    max(0.1, end - time.perf_counter()))
                made += 1
        except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError):
            await asyncio.sleep(0.01)
    return made


async def arrive(port, login, password):
    """Somebody who signs in with the right password; returns the seconds until they are in, or None."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        status, seconds = await ask(reader, writer, *sign_in(port, login, password))
    finally:
        writer.close()
    return seconds if status == 303 else None


async def colleague(port, heads, end, pause=0.02):
    """Somebody who asks for something again and again; returns what each answer took, None for a wrong one."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times, place = [], 0
    while time.perf_counter() < end:
        status, seconds = await ask(reader, writer, *heads(place))
        times.append(seconds if status in (200, 204) else None)
        place += 1
        await asyncio.sleep(pause)
    writer.close()
    return times


async def besiege(port, arrivals, pages, saves, guessers=100, seconds=8):
    """Guessing on many connections, then the right sign-ins all at once, beside people who read and answer."""
    begun = time.perf_counter()
    end = begun + seconds
    guesses = [asyncio.create_task(guess(port, place, end)) for place in range(guessers)]
    readers = [asyncio.create_task(colleague(port, heads, end)) for heads in pages]
    writers = [asyncio.create_task(colleague(port, heads, end)) for heads in saves]
    await asyncio.sleep(seconds / 4)
    came = await asyncio.gather(*(arrive(port, login, word) for login, word in arrivals))
    return {
        "guesses": sum(await asyncio.gather(*guesses)) / seconds,
        "in": sorted(came, key=lambda seconds: (seconds is None, seconds)),
        "page": spread(await asyncio.gather(*readers)),
        "save": spread(await asyncio.gather(*writers)),
    }


def spread(times):
    every = [seconds for one in times for seconds in one]
    good = sorted(seconds * 1000 for seconds in every if seconds is not None)
    return {
        "count": len(every), "failed": len(every) - len(good), "p50": statistics.median(good),
        "p99": good[int(len(good) * 0.99)], "most": good[-1]}


async def hoard(port, address, connections, seconds):
    """Connections that ask for a large file and never read; returns them, to be closed by the caller."""
    request = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode() * 4
    held = []
    for _ in range(connections):
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 10)
            writer.transport.pause_reading()
            writer.write(request)
            held.append(writer)
        except OSError:
            break
    await asyncio.sleep(seconds)
    return held
