"""Concurrent savers: many connections with real sessions, each waiting for its acknowledgement."""

import asyncio
import dataclasses
import itertools
import urllib.parse


@dataclasses.dataclass
class Examinee:
    """Somebody with an open attempt."""

    login: str
    cookie: str
    attempt: str
    saves: str
    token: str
    submission: str
    submission_fields: dict
    choices: dict
    sequence: itertools.count
    is_finished: bool = False


class Refused(Exception):
    """The server answered something that it must not answer here."""


class Connection:
    """One kept-alive HTTP/1.1 connection."""

    def __init__(self, port):
        self.port = port

    async def open(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def post(self, path, body, headers):
        lines = [
            f"POST {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Origin: http://127.0.0.1:{self.port}",
            "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}",
            *(f"{name}: {value}" for name, value in headers.items())]
        self.writer.write(("\r\n".join(lines) + "\r\n\r\n" + body).encode())
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        answer = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        if "content-length" in answer:
            await self.reader.readexactly(int(answer["content-length"]))
        elif answer.get("transfer-encoding") == "chunked":
            while size := int(await self.reader.readline(), 16):
                await self.reader.readexactly(size + 2)
            await self.reader.readline()
        return int(head[0].split()[1]), answer

    def close(self):
        self.writer.close()


async def save_until_killed(port, examinees, ledger, random):
    """Saves random answers of random questions until the connection breaks."""
    connection = await Connection(port).open()
    try:
        while True:
            examinee = random.choice(examinees)
            if examinee.is_finished:
                await asyncio.sleep(0)
                continue
            number, (keys, several) = random.choice(list(examinee.choices.items()))
            chosen = random.sample(keys, random.randint(0, len(keys)) if several else 1)
            fields = [(f"q{number}", key) for key in chosen]
            if random.random() < 0.2:
                fields.append((f"flag{number}", 1))
            sequence = next(examinee.sequence)
            ledger.send(examinee.attempt, number, sequence, chosen)
            status, _ = await connection.post(
                f"{examinee.saves}/{number}", urllib.parse.urlencode(fields),
                {"Cookie": examinee.cookie, "Huxue-Token": examinee.token, "Huxue-Sequence": sequence,
                 "Huxue-Window": f"crash-{id(connection) % 10_000}"})
            if status == 204:
                ledger.acknowledge(examinee.attempt, number, sequence)
            elif not (status == 409 and examinee.is_finished):
                raise Refused(f"{examinee.saves}/{number}: {status}")
    finally:
        connection.close()


async def submit_until_killed(port, examinees, ledger, random, pause):
    """Now and then hands one paper in."""
    connection = await Connection(port).open()
    try:
        while True:
            await asyncio.sleep(pause * random.random() * 2)
            open_ones = [examinee for examinee in examinees if not examinee.is_finished]
            if len(open_ones) <= len(examinees) // 2:
                return
            examinee = random.choice(open_ones)
            examinee.is_finished = True
            ledger.submissions[examinee.attempt] = False
            body = urllib.parse.urlencode(examinee.submission_fields)
            status, _ = await connection.post(examinee.submission, body, {"Cookie": examinee.cookie})
            if status != 303:
                raise Refused(f"{examinee.submission}: {status}")
            ledger.submissions[examinee.attempt] = True
    finally:
        connection.close()
