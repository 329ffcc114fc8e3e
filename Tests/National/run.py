"""Imports a file of national size and searches in it, within limits that fail the run.

An office takes the file in and, unchanged, once more; then a server is asked for words of two characters, for words
that stand nearly everywhere, and whether it found each of them wherever it stands.

    HUXUE_BINARY=.build/release/huxue python3 Tests/National/run.py
    python3 Tests/National/run.py --file ChLaw.json      # another file of the same form; finds only, no limits
"""

import argparse
import html
import http.client
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests"))

from Harness.office import Office, Server
from Harness.visitor import Visitor
from National import generate

BINARY = os.environ.get("HUXUE_BINARY", ROOT / ".build/release/huxue")
IMPORT_SECONDS, IMPORT_MEGABYTES, AGAIN_SECONDS = 60, 300, 20
ORDINARY_MILLISECONDS, COMMONEST_MILLISECONDS = 20, 100
COUNT_LIMIT = 1000
WORDS = 200
# Of the characters that the made-up texts have, those that stand in them in more than one way.
VARIANTS = set("台臺證証溼濕划劃畫份分")
COMMONEST = ["的", "法", "應", "之", "第", "得", "者", "以", "第一", "規定", "機關", "主管機關", "不得", "申請", "為之", "第 條"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--file", help="instead of the generated one")
    parser.add_argument("--words", type=int, default=WORDS)
    options = parser.parse_args()
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="huxue-national-") as scratch:
        scratch = pathlib.Path(scratch)
        file = pathlib.Path(options.file) if options.file else generated(scratch / "ChLaw.json")
        office = Office(scratch / "data", binary=BINARY)
        office.found("全國測試戶政事務所")
        imports(office, file, checks, is_limited=not options.file)
        laws = Laws(file)
        random.seed(7)
        words = laws.words(options.words)
        with Server(office, patience=120) as server:
            reader = Reader(server, sign_in(office, server))
            recall(reader, laws, words, checks)
            if not options.file:
                ordinary = laws.vocabulary(options.words)
                speed(reader, "ordinary words of two characters", ordinary, ORDINARY_MILLISECONDS, checks)
                speed(reader, "any two neighbouring characters", words, COMMONEST_MILLISECONDS, checks)
                speed(reader, "the commonest words", COMMONEST * 5, COMMONEST_MILLISECONDS, checks)
                speed(reader, "suggestions", ordinary, ORDINARY_MILLISECONDS, checks, path="/search/suggestions?q={}")
    print("national test " + ("FAILED" if checks.failed else "passed"), flush=True)
    return 1 if checks.failed else 0


class Checks:
    def __init__(self):
        self.failed = False

    def limit(self, what, value, limit, unit):
        self.say(f"{what}: {value:.1f} {unit}, at most {limit} {unit}", value <= limit)

    def say(self, sentence, holds):
        self.failed |= not holds
        print(("  " if holds else "  FAILED ") + sentence, flush=True)


def generated(path):
    began = time.monotonic()
    generate.write(path)
    print(f"  made up {path.stat().st_size / 1e6:.0f} MB in {time.monotonic() - began:.0f} s", flush=True)
    return path


def imports(office, file, checks, is_limited):
    """The whole file, and the same again."""
    for what, seconds in [("import", IMPORT_SECONDS), ("the same file again", AGAIN_SECONDS)]:
        taken, megabytes = measured(office.arguments("statutes", "import", file))
        if is_limited:
            checks.limit(what, taken, seconds, "s")
            checks.limit(f"{what}, memory", megabytes, IMPORT_MEGABYTES, "MB")
    kept = office.listing("statutes", "list")
    articles = sum(each["articles"] for each in kept if not each["repealed"])
    if is_limited:
        checks.say(
            f"{len(kept)} laws, {articles} articles in force",
            len(kept) == generate.IN_FORCE[0] + generate.REPEALED[0] and articles == generate.IN_FORCE[1])


def measured(arguments):
    """Runs a command: seconds and the most memory it held, in megabytes."""
    began = time.monotonic()
    process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = []
    drain = threading.Thread(target=lambda: output.append(process.stdout.read()))
    drain.start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    drain.join()
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)}: {process.returncode}\n{output[0].decode()[-2000:]}")
    return time.monotonic() - began, usage.ru_maxrss / 1024


def sign_in(office, server):
    office.import_staff([["N1", "全國測試", "全國測試戶政事務所", "辦事員", "reader", "是", "2020-01-01", ""]])
    visitor = Visitor(server.port)
    visitor.sign_in_first("reader", office.issue_passwords()["reader"])
    return visitor.cookie


class Laws:
    """The articles in force as the index sees them: no marks, but the ends of sentences."""

    def __init__(self, file):
        text = json.loads(file.read_text(encoding="utf-8-sig"))
        self.texts, self.articles = [], []
        for law in text["Laws"]:
            if "廢" in law["LawAbandonNote"]:
                continue
            for part in law["LawArticles"]:
                content = part["ArticleContent"]
                plain = self.plain(content)
                if part["ArticleType"] != "A" or plain.strip("|") in ("刪除", "本條刪除"):
                    continue
                self.articles.append(content)
                self.texts.append(self.plain(law["LawName"] + part["ArticleNo"]) + "\n" + plain)

    @staticmethod
    def plain(text):
        return re.sub(r"[^\w|]+", "", re.sub(r"[。！？；]", "|", text))

    def words(self, count):
        """Neighbouring characters as they stand in articles drawn by chance: common ones oftener."""
        found = {}
        while len(found) < count:
            runs = re.findall(r"[\u4e00-\u9fff]{2,}", random.choice(self.articles))
            if runs:
                run = random.choice(runs)
                start = random.randrange(len(run) - 1)
                word = run[start:start + 2]
                # The index also finds other ways to write some characters.
                if not set(word) & VARIANTS:
                    found[word] = True
        return list(found)

    def vocabulary(self, count):
        """Words of two characters of the made-up language, common and rare."""
        nouns = [each for each in generate.Writer().nouns if len(each) == 2]
        return [random.choice(nouns[:60] if place % 2 else nouns[60:6000]) for place in range(count)]

    def holding(self, word):
        return sum(word in text for text in self.texts)


class Reader:
    """One connection that stays open, as a browser's does."""

    def __init__(self, server, cookie):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        self.cookie = cookie

    def get(self, path):
        """The page, and the milliseconds until it was whole."""
        began = time.perf_counter()
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        answer = self.connection.getresponse()
        text = answer.read().decode()
        taken = (time.perf_counter() - began) * 1000
        if answer.status != 200:
            raise SystemExit(f"GET {path}: {answer.status} {answer.headers.get('Location', '')}\n{text[:500]}")
        return text, taken


def recall(reader, laws, words, checks):
    """Every word is found in just as many articles as a scan of all texts finds it in."""
    lost, capped = [], 0
    for word in words:
        text, _ = reader.get(f"/search?q={urllib.parse.quote(word)}&kind=articles")
        shown = re.search(r"條文　(\d+) 條(以上)?</a>", html.unescape(text))
        standing = laws.holding(word)
        capped += shown[2] is not None
        right = standing >= COUNT_LIMIT if shown[2] else int(shown[1]) == standing
        if not right or standing == 0:
            lost.append(f"{word}: {shown[1]}{shown[2] or ''} of {standing}")
    checks.say(
        f"{len(words) - len(lost)} of {len(words)} words found wherever they stand "
        f"({capped} of them in {COUNT_LIMIT} articles or more) {' '.join(lost[:10])}", not lost)


def speed(reader, what, words, limit, checks, path="/search?q={}"):
    reader.get(path.format(urllib.parse.quote(words[0])))
    taken = sorted(reader.get(path.format(urllib.parse.quote(word)))[1] for word in words)
    p95 = taken[min(len(taken) - 1, len(taken) * 95 // 100)]
    print(f"  {what}: p50 {taken[len(taken) // 2]:.1f} ms, longest {taken[-1]:.1f} ms", flush=True)
    checks.limit(f"{what}, p95 of {len(words)} searches", p95, limit, "ms")


if __name__ == "__main__":
    sys.exit(main())
