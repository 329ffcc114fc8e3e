"""Kills the server under load, again and again, and looks for what was acknowledged.

Each round: a server, many connections saving answers and handing in papers, SIGKILL at a random moment; then the
files as they lie are read, a new server is asked for every attempt, and `huxue doctor` looks at the whole.
"""

import argparse
import asyncio
import collections
import contextlib
import itertools
import json
import pathlib
import random as chance
import shutil
import sqlite3
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from Crash.ledger import Ledger
from Crash.load import Examinee, Refused, save_until_killed, submit_until_killed
from Harness.office import LOAD_EXAM, ROOT, CommandFailed, Office, Server
from Harness.visitor import Visitor, forms


def main():
    options = read_options()
    print(f"crash test: {options.kills} kills, {options.examinees} examinees, "
          f"{options.connections} connections, seed {options.seed}", flush=True)
    random = chance.Random(options.seed)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="huxue-crash-") as scratch:
        office = Office(pathlib.Path(scratch) / "data")
        exam, passwords = prepare(office, options.examinees)
        total = Totals(Ledger())
        visitors = {}
        for kill in range(1, options.kills + 1):
            play_round(office, exam, passwords, visitors, random, options, total)
            print(f"  kill {kill:3}: {total}", flush=True)
            if total.wrong:
                break
    for sentence in total.wrong[:20]:
        print(f"  WRONG: {sentence}", flush=True)
    verdict = "FAILED" if total.wrong or not total.ledger.acknowledged else "passed"
    print(f"crash test {verdict}: {total}, {time.monotonic() - began:.0f} s, seed {options.seed}", flush=True)
    return 0 if verdict == "passed" else 1


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--examinees", type=int, default=24)
    parser.add_argument("--connections", type=int, default=48)
    parser.add_argument("--longest", type=float, default=1.5, help="longest time before a kill, seconds")
    parser.add_argument("--seed", type=int, default=chance.randrange(1_000_000))
    return parser.parse_args()


class Totals:
    def __init__(self, ledger):
        self.ledger = ledger
        self.wrong = []

    def __str__(self):
        ledger = self.ledger
        return (f"{ledger.acknowledged} acknowledged, {len(self.wrong)} lost or wrong, {ledger.unacknowledged} stored "
                f"but not acknowledged, {sum(ledger.submissions.values())} papers handed in")


def prepare(office, count):
    office.found()
    office.import_staff([
        [f"T{n:04}", f"測試{n}𠮷", "測試戶政事務所/登記課", "辦事員", f"crash{n:04}", "是", "2020-01-01", ""]
        for n in range(count)])
    office.command("questions", "import", ROOT / "questions")
    exam = office.publish_exam(LOAD_EXAM)
    return exam, {login: word for login, word in office.issue_passwords().items() if login.startswith("crash")}


def play_round(office, exam, passwords, visitors, random, options, total):
    ledger = total.ledger
    with Server(office) as server:
        examinees = [take_seat(server, exam, login, issued, visitors) for login, issued in passwords.items()]
        asyncio.run(load_and_kill(server, examinees, ledger, random, options))
    look_at_files(office, ledger, total)
    with Server(office) as server:
        look_at_pages(server, examinees, ledger, total)
    try:
        office.command("doctor")
    except CommandFailed as failure:
        total.wrong.append(f"doctor: {failure}")


def take_seat(server, exam, login, issued, visitors):
    """Signs in the first time (sessions outlive the server), and opens an attempt, the old one if it is still open."""
    visitor = visitors.get(login)
    if visitor is None:
        visitor = visitors[login] = Visitor(server.port)
        visitor.sign_in_first(login, issued)
    visitor.port, visitor.origin = server.port, server.origin
    address = visitor.start_attempt(exam)
    (form,) = [form for form in forms(visitor.get(address)) if "data-attempt" in form.attributes]
    handing_in = f"{address}/submission"
    fields = next(f.hidden for f in forms(visitor.get(handing_in)) if f.action == handing_in)
    return Examinee(
        login=login, cookie=visitor.cookie, attempt=address, saves=form.attributes["data-saves"],
        token=form.attributes["data-token"], submission=handing_in, submission_fields=fields,
        choices=form.choices(), sequence=itertools.count(int(form.attributes["data-sequence"]) + 1))


async def load_and_kill(server, examinees, ledger, random, options):
    saving = [
        asyncio.create_task(save_until_killed(server.port, examinees, ledger, random))
        for _ in range(options.connections)]
    handing_in = asyncio.create_task(
        submit_until_killed(server.port, examinees, ledger, random, pause=options.longest / 6))
    await asyncio.sleep(random.uniform(0.05, options.longest))
    early = [task for task in saving if task.done()]
    server.kill()
    for task in [*saving, handing_in]:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await asyncio.wait_for(task, 10)
    if early:
        raise Refused("a connection ended before the kill")


def look_at_files(office, ledger, total):
    """Reads a copy of the files as the killed server left them: sequences, and which papers count as handed in."""
    with tempfile.TemporaryDirectory(prefix="huxue-crash-copy-") as copy:
        for file in office.folder.glob("huxue.sqlite*"):
            shutil.copy(file, copy)
        database = sqlite3.connect(pathlib.Path(copy) / office.database.name)
        rows = database.execute(
            "SELECT address, number, sequence FROM response JOIN attempt ON attempt.id = response.attemptID").fetchall()
        finished = {row[0] for row in database.execute("SELECT address FROM attempt WHERE submittedAt IS NOT NULL")}
        sound = database.execute("PRAGMA integrity_check").fetchall()
        database.close()
    if sound != [("ok",)]:
        total.wrong.append(f"integrity_check: {sound[:3]}")
    stored = collections.defaultdict(dict)
    for address, number, sequence in rows:
        stored[f"/attempts/{address}"][number] = sequence
    for attempt in ledger.attempts:
        total.wrong += ledger.lost(attempt, stored[attempt])
    for attempt, acknowledged in ledger.submissions.items():
        if acknowledged and attempt.removeprefix("/attempts/") not in finished:
            total.wrong.append(f"{attempt}: handing in was acknowledged, but the paper is open")


def look_at_pages(server, examinees, ledger, total):
    """Asks the new server for the answers of every attempt that is still open, as the test page does."""
    for examinee in examinees:
        if examinee.is_finished:
            continue
        visitor = Visitor(server.port)
        visitor.cookie = examinee.cookie
        state = json.loads(visitor.get(f"{examinee.attempt}/responses"))
        stored = {r["number"]: (r["sequence"], frozenset(r["keys"])) for r in state["responses"]}
        total.wrong += ledger.compare(examinee.attempt, stored)


if __name__ == "__main__":
    sys.exit(main())
