"""Lets single writes and fsyncs of the data folder fail, and looks for half-written data and for what stands still.

After a full disk saving goes on once there is room. After an I/O error it goes on once the server was started again:
what the system believes to be written may be lost. Reading goes on throughout, and nothing acknowledged is missing.
"""

import argparse
import errno
import http.client
import pathlib
import random as chance
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from Crash.run import look_at_files, look_at_pages, prepare, take_seat, Totals
from Crash.ledger import Ledger
from Harness.office import CommandFailed, Office, Server

HERE = pathlib.Path(__file__).resolve().parent
ENOSPC, EIO = errno.ENOSPC, errno.EIO


def main():
    options = read_options()
    random = chance.Random(options.seed)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="huxue-faults-") as scratch:
        scratch = pathlib.Path(scratch)
        shim = scratch / "faults.so"
        subprocess.run(["gcc", "-O1", "-shared", "-fPIC", "-o", shim, HERE / "faults.c", "-ldl"], check=True)
        office = Office(scratch / "data")
        exam, passwords = prepare(office, 4)
        total, visitors = Totals(Ledger()), {}
        plan = scratch / "plan"
        environment = {"LD_PRELOAD": str(shim), "FAULTS": str(plan), "FAULTS_FOLDER": str(office.folder)}
        for number, (kind, code, failing) in enumerate(cases(options.faults)):
            spared = random.choice([0, 1, 2, random.randrange(500)])
            plan.unlink(missing_ok=True)
            fail(office, exam, passwords, visitors, total, plan, environment, kind, spared, failing, code)
            print(f"  fault {number + 1:3}: {kind} {spared + 1} on, {failing} times "
                  f"{errno.errorcode[code]}: {total}", flush=True)
            if total.wrong:
                break
    for sentence in total.wrong[:20]:
        print(f"  WRONG: {sentence}", flush=True)
    verdict = "FAILED" if total.wrong or not total.ledger.acknowledged else "passed"
    print(f"fault test {verdict}: {total}, {time.monotonic() - began:.0f} s, seed {options.seed}", flush=True)
    return 0 if verdict == "passed" else 1


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--faults", type=int, default=18)
    parser.add_argument("--seed", type=int, default=chance.randrange(1_000_000))
    return parser.parse_args()


def cases(count):
    """Single calls that fail, and all calls from one on, of each kind."""
    every = [("write", ENOSPC, 10**9), ("sync", EIO, 1), ("write", EIO, 1), ("write", ENOSPC, 1), ("sync", EIO, 10**9),
             ("write", EIO, 10**9)]
    return [every[place % len(every)] for place in range(count)]


def fail(office, exam, passwords, visitors, total, plan, environment, kind, spared, failing, code):
    ledger, wrong = total.ledger, total.wrong
    age_sessions(office)
    with Server(office, environment=environment) as server:
        if visitors:
            # The session's last use cannot be written: reading goes on.
            order(plan, f"write 0 {10**9} {ENOSPC}\n")
            for visitor in visitors.values():
                visitor.port, visitor.origin = server.port, server.origin
                if (answer := visitor.request("GET", "/")).status != 200:
                    wrong.append(f"GET / after a minute on a full disk: {answer.status}")
            plan.unlink()
        examinees = [take_seat(server, exam, login, issued, visitors) for login, issued in passwords.items()]
        order(plan, f"{kind} {spared} {failing} {code}\n")
        refused = 0
        for number in range(600):
            status = save(server, examinees[number % len(examinees)], number // len(examinees) % 20 + 1, ledger)
            if status == 204:
                if refused and code == EIO:
                    wrong.append("a save was taken after an I/O error, before a restart")
                continue
            refused += 1
            if status != 503:
                wrong.append(f"a save was answered with {status}")
            if refused == 3:
                break
        if not refused:
            wrong.append(f"{kind} {spared + 1}: no save was refused")
        for examinee in examinees:
            visitor = visitors[examinee.login]
            for address in ("/", examinee.attempt, "/account"):
                answer = visitor.request("GET", address)
                if answer.status != 200:
                    wrong.append(f"GET {address} while the disk fails: {answer.status}")
        plan.unlink()
        status = save(server, examinees[0], 1, ledger)
        if status != (204 if code == ENOSPC else 503):
            wrong.append(f"a save once the disk works again, after {errno.errorcode[code]}: {status}")
        server.kill()
    look_at_files(office, ledger, total)
    with Server(office) as server:
        look_at_pages(server, examinees, ledger, total)
        for examinee in examinees:
            visitors[examinee.login].port, visitors[examinee.login].origin = server.port, server.origin
        status = save(server, examinees[0], 1, ledger)
        if status != 204:
            wrong.append(f"a save after a restart: {status}")
    try:
        office.command("doctor")
    except CommandFailed as failure:
        wrong.append(f"doctor: {failure}")


def order(plan, text):
    """Puts the whole plan in place at once, so that no call reads half of it."""
    new = plan.with_suffix(".new")
    new.write_text(text)
    new.rename(plan)


def age_sessions(office):
    """Makes every session due to be written again at its next use; no server runs."""
    database = sqlite3.connect(office.database)
    database.execute("UPDATE session SET lastSeenAt = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-10 minutes')")
    database.commit()
    database.close()


def save(server, examinee, number, ledger):
    """Saves one answer; returns the status."""
    keys, _ = examinee.choices[number]
    sequence = next(examinee.sequence)
    ledger.send(examinee.attempt, number, sequence, keys[:1])
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        connection.request(
            "POST", f"{examinee.saves}/{number}", f"q{number}={keys[0]}", {
                "Cookie": examinee.cookie, "Origin": server.origin, "Huxue-Token": examinee.token,
                "Huxue-Window": "faults", "Huxue-Sequence": str(sequence),
                "Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        answer.read()
    finally:
        connection.close()
    if answer.status == 204:
        ledger.acknowledge(examinee.attempt, number, sequence)
    return answer.status


if __name__ == "__main__":
    sys.exit(main())
