"""Measures a release of huxue against its limits on this machine, in one run, and prints the ratios."""

import asyncio
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "Tests"), str(HERE)]

import attacks
import crowd
import panel
from Harness.office import LOAD_EXAM, Office, Server, free_port, is_open
from Harness.visitor import Visitor, forms
from National import generate

HUXUE = ROOT / ".build/release/huxue"
PLAIN_TEXT = ROOT / ".build/baseline/release/PlainText"
TOOLS = ROOT / ".build/benchmark"
SECONDS = int(os.environ.get("BENCH_SECONDS", "5"))
CONNECTIONS = 64
# People who only log in: an account has a limited number of sessions, and the others' must last.
LOGINS = 40
THREADS = 2
BIG_FILE = "big.pdf"


def main():
    build_tools()
    with tempfile.TemporaryDirectory(prefix="huxue-bench-", dir=ROOT / ".build") as scratch:
        figures = measure(pathlib.Path(scratch))
    report(figures)
    keep(figures)
    return 0


def measure(scratch):
    figures = {"plain": plain_text(), "raw": raw_commits(scratch / "raw.sqlite")}
    office = Office(scratch / "data", binary=HUXUE)
    say("preparing an office with 64 open attempts")
    passwords = prepare(office)
    with Server(office) as server:
        attempts, chosen = sit_down(server, passwords)
        pages, saves, logins = write_plans(scratch, attempts, chosen)
        readings = write_readings(scratch, office, attempts)
        figures["rss at rest"] = memory(server.process.pid, "VmRSS")
        figures["page"] = wrk(server.port, "pages.lua", pages, "question page, 20 questions")
        figures["saves"] = wrk(server.port, "saves.lua", saves, "answer saves")
        figures["article"] = wrk(server.port, "pages.lua", readings["articles"], "article pages")
        figures["knowledge"] = wrk(server.port, "pages.lua", readings["knowledge"], "pages of the knowledge base")
        figures["search"] = wrk(server.port, "pages.lua", readings["searches"], "searches, office size")
        figures["memory"] = memory(server.process.pid, "VmHWM")
        figures["siege"] = besiege(server, attempts, chosen)
        figures["login"] = wrk(server.port, "logins.lua", logins, "logins", connections=4, threads=1)
        figures["memory with logins"] = memory(server.process.pid, "VmHWM")
    shim = {"LD_PRELOAD": str(TOOLS / "slow_fsync.so")}
    figures["raw, slow disk"] = raw_commits(scratch / "slow.sqlite", shim)
    with Server(office, environment=shim) as server:
        _, saves, _ = write_plans(scratch, attempts, chosen)
        figures["saves, slow disk"] = wrk(server.port, "saves.lua", saves, "answer saves, fsync + 5 ms")
    with Server(office) as server:
        figures["hoarded"] = hoard(server)
    figures["cold start"] = cold_start(scratch)
    office.command("doctor")
    figures["crowd"] = many_people(scratch)
    return figures


def say(sentence):
    print(f"… {sentence}", file=sys.stderr, flush=True)


def build_tools():
    TOOLS.mkdir(parents=True, exist_ok=True)
    compiler = "gcc" if subprocess.run(["which", "gcc"], capture_output=True).returncode == 0 else "clang"
    run = lambda *words: subprocess.run([compiler, "-O2", *words], check=True, cwd=HERE)
    run("-o", str(TOOLS / "commits"), "commits.c", "-lsqlite3")
    run("-shared", "-fPIC", "-o", str(TOOLS / "slow_fsync.so"), "slow_fsync.c", "-ldl")


def plain_text():
    port = free_port()
    server = subprocess.Popen([PLAIN_TEXT, str(port)], start_new_session=True)
    try:
        while not is_open(port):
            time.sleep(0.01)
        plan = ROOT / ".build/benchmark/plain.txt"
        plan.write_text("/ none=0\n")
        return wrk(port, "pages.lua", plan, "the framework answering plain text")
    finally:
        server.terminate()
        server.wait()


def raw_commits(path, environment=None):
    say("raw one-row SQLite commits" + (", fsync + 5 ms" if environment else ""))
    done = subprocess.run(
        [TOOLS / "commits", path, str(SECONDS)], check=True, capture_output=True, text=True,
        env={**os.environ, **(environment or {})})
    return float(done.stdout)


def prepare(office):
    office.found("量測戶政事務所")
    office.import_staff([
        [f"B{n:04}", f"量測{n}", "量測戶政事務所/登記課", "辦事員", f"bench{n:04}", "是", "2020-01-01", ""]
        for n in range(CONNECTIONS + LOGINS)])
    office.command("questions", "import", ROOT / "questions")
    office.command("kb", "import", ROOT / "kb")
    laws = office.folder.parent / "laws.json"
    generate.write(laws, generate.OFFICE_SIZE, repealed=(3, 40))
    office.command("statutes", "import", laws)
    office.exam = office.publish_exam(LOAD_EXAM)
    offer_big_file(office)
    return {login: word for login, word in office.issue_passwords().items() if login.startswith("bench")}


def offer_big_file(office):
    """A page for everybody that links to a file of 19 MB."""
    folder = office.folder.parent / "kb-big"
    (folder / "faq").mkdir(parents=True)
    (folder / "attachments").mkdir()
    (folder / "attachments" / BIG_FILE).write_bytes(b"%PDF-1.4\n" + bytes(19 << 20) + b"\n%%EOF\n")
    (folder / "faq" / "big-file.md").write_text(
        "---\nid: big-file\nkind: faq\ntitle: 量測用的大檔\nowner: knowledgeEditor\nreviewMonths: 12\n"
        "lawAsOf: 2024-10-11\npublic: true\naudience: [民眾]\nsubject: [國民身分證與戶口名簿]\npolicy: [證件核發]\n"
        f"service: [臨櫃受理]\n---\n\n[下載](../attachments/{BIG_FILE})（戶籍法第57條第1項）。\n", encoding="utf-8")
    office.command("kb", "import", folder)


def sit_down(server, passwords):
    """64 people sign in and open an attempt each: (visitor, address, its form); and the passwords of the others."""
    attempts, chosen = [], {}
    for login, issued in passwords.items():
        visitor = Visitor(server.port)
        password = visitor.sign_in_first(login, issued)
        if len(attempts) == CONNECTIONS:
            chosen[login] = password
            continue
        address = visitor.start_attempt(server.office.exam)
        (form,) = [form for form in forms(visitor.get(address)) if "data-attempt" in form.attributes]
        attempts.append((visitor, address, form.attributes))
    return attempts, chosen


def write_plans(scratch, attempts, chosen):
    """The files that wrk's scripts read. Sequence numbers go on from the present moment."""
    pages, saves, logins = scratch / "pages.txt", scratch / "saves.txt", scratch / "logins.txt"
    now = int(time.time() * 1000)
    pages.write_text("".join(f"{address} {visitor.cookie}\n" for visitor, address, _ in attempts))
    saves.write_text("".join(
        f"{form['data-saves']} {visitor.cookie} {form['data-token']} {now}\n" for visitor, _, form in attempts))
    logins.write_text("".join(
        urllib.parse.urlencode({"login": login, "password": word, "next": "/"}) + "\n"
        for login, word in chosen.items()))
    return pages, saves, logins


def besiege(server, attempts, chosen):
    """100 connections that guess, 40 people who sign in, and colleagues who read and answer meanwhile."""
    say("sign-ins and answers while 100 connections guess at passwords")
    origin = f"127.0.0.1:{server.port}"
    first = int(time.time() * 1000)

    def page(visitor, address):
        head = f"GET {address} HTTP/1.1\r\nHost: {origin}\r\nCookie: {visitor.cookie}\r\n\r\n".encode()
        return lambda place: (head, b"")

    def save(visitor, form):
        def heads(place):
            number, body = place % 20 + 1, f"q{place % 20 + 1}={place // 20 % 2 + 1}".encode()
            return (
                f"POST {form['data-saves']}/{number} HTTP/1.1\r\nHost: {origin}\r\nOrigin: http://{origin}\r\n"
                f"Cookie: {visitor.cookie}\r\nHuxue-Token: {form['data-token']}\r\nHuxue-Window: siege\r\n"
                f"Huxue-Sequence: {first + place}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                f"Content-Length: {len(body)}\r\n\r\n").encode(), body
        return heads

    return asyncio.run(attacks.besiege(
        server.port, list(chosen.items()), [page(visitor, address) for visitor, address, _ in attempts[:8]],
        [save(visitor, form) for visitor, _, form in attempts[8:16]]))


def hoard(server):
    """Memory in megabytes while 400 connections have asked for a file of 19 MB, four times each, and read nothing."""
    say("400 connections that ask for a large file and never read")

    async def run():
        held = await attacks.hoard(server.port, f"/public/attachments/{BIG_FILE}", 400, 8)
        used = memory(server.process.pid, "VmHWM")
        for writer in held:
            writer.transport.abort()
        if len(held) < 400:
            raise SystemExit(f"only {len(held)} connections were taken")
        return used

    return asyncio.run(run())


def write_readings(scratch, office, attempts):
    """Files of addresses to read: searches for words of two characters, articles, pages of the knowledge base."""
    words = [noun for noun in generate.COMMON_NOUNS if len(noun) == 2]
    addresses = {
        "searches": [f"/search?q={urllib.parse.quote(word)}" for word in words],
        "articles": [
            f"/statutes/{law['pcode']}/articles/1"
            for law in office.listing("statutes", "list") if not law["repealed"]],
        "knowledge": [f"/pages/{page['id']}" for page in office.listing("kb", "list")],
    }
    people = [visitor.cookie for visitor, _, _ in attempts]
    plans = {}
    for name, kept in addresses.items():
        plans[name] = scratch / f"{name}.txt"
        plans[name].write_text("".join(
            f"{address} {people[place % len(people)]}\n" for place, address in enumerate(kept)))
    return plans


def wrk(port, script, plan, title, connections=CONNECTIONS, threads=THREADS):
    say(title)
    done = subprocess.run(
        ["wrk", "-t", str(threads), "-c", str(connections), "-d", f"{SECONDS}s", "--timeout", "10s",
         "-s", str(HERE / script), f"http://127.0.0.1:{port}/", "--", str(plan)],
        capture_output=True, text=True, env={**os.environ, "BENCH_FOLDER": str(HERE), "BENCH_THREADS": str(threads)})
    found = re.search(r"^RESULT (.*)$", done.stdout, re.MULTILINE)
    if done.returncode != 0 or not found:
        raise SystemExit(f"wrk: {done.stdout}{done.stderr}")
    figures = json.loads(found[1])
    figures["rate"] = figures["requests"] / figures["seconds"]
    if figures["failed"]:
        print(f"{title}: {figures['failed']} of {figures['requests']} requests failed", file=sys.stderr)
    return figures


def memory(process, field):
    """Resident memory in megabytes: VmRSS now, VmHWM at its highest."""
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    return int(re.search(rf"{field}:\s+(\d+)", status)[1]) / 1024


def cold_start(scratch):
    """Seconds from starting the process to its first whole page, with the demo's data; the middle one of five."""
    say("cold start with the demo's data")
    demo = Office(scratch / "demo", binary=HUXUE)
    with Server(demo, command=("demo",)) as server:
        server.process.poll()
    times = []
    for _ in range(5):
        server = Server(demo)
        begun = time.perf_counter()
        server.process = subprocess.Popen(
            demo.arguments("serve", "--port", server.port), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True)
        while not is_open(server.port):
            time.sleep(0.002)
        Visitor(server.port).get("/login")
        times.append(time.perf_counter() - begun)
        server.stop()
    return sorted(times)[2]


def many_people(scratch):
    """Every page that speaks of many people, with 11,968 of them: with one exam for all, and with twenty."""
    say(f"pages for {crowd.PEOPLE:,} people in {crowd.UNITS:,} units, with one exam and with twenty")
    office = Office(scratch / "crowd", binary=HUXUE)
    passwords = crowd.found(office)
    office.command("questions", "import", ROOT / "questions")
    figures = crowd.hold(office, passwords, Server, lambda process: memory(process, "VmHWM"))
    say(f"a call with {panel.PROPOSALS} proposals and {panel.REVIEWERS} reviewers")
    figures["panel"] = panel.work(office, "manager", figures.pop("chosen")["manager"], Server, wrk, scratch)
    office.command("doctor")
    return figures


def report_crowd(figures):
    one, twenty = figures["one exam"], figures["twenty exams"]
    print()
    print(f"{crowd.PEOPLE:,} people in {crowd.UNITS:,} units")
    print(f"{'':36}{'one exam':>10}{'twenty':>10}{'size':>10}{'wanted':>22}")
    for title, page in twenty["pages"].items():
        first = one["pages"].get(title)
        times = [f["ms"] for f in (first, page) if f]
        size = max(f["kB"] for f in (first, page) if f)
        reached = max(times) < 40 and size < 100
        before = f"{first['ms']:.1f} ms" if first else "—"
        print(f"{title:36}{before:>10}{page['ms']:>7.1f} ms{size:>7.1f} kB"
              f"{'< 40 ms, < 100 kB':>22}  {'reached' if reached else 'NOT REACHED'}")
    analysis = figures["analysis"]
    for title, value, wanted in [
            ("analysis of 50 questions, once", analysis["first"], 1000), ("the same again", analysis["again"], 50)]:
        print(f"{title:36}{value:>17.1f} ms{analysis['kB']:>7.1f} kB{f'< {wanted:,} ms':>22}"
              f"  {'reached' if value < wanted else 'NOT REACHED'}")
    for title, page in figures["panel"]["pages"].items():
        reached = page["ms"] < 50
        print(f"{title:36}{page['ms']:>17.1f} ms{page['kB']:>7.1f} kB{'< 50 ms':>22}"
              f"  {'reached' if reached else 'NOT REACHED'}")
    for title, page in figures["bank"].items():
        reached = page["ms"] < 40 and page["kB"] < 100
        print(f"{title:36}{page['ms']:>17.1f} ms{page['kB']:>7.1f} kB{'< 40 ms, < 100 kB':>22}"
              f"  {'reached' if reached else 'NOT REACHED'}")
    for title, part in figures.items():
        if "memory" not in part:
            continue
        print(f"{'memory after these, ' + title:36}{part['memory']:>7.0f} MB{'< 160 MB':>42}"
              f"  {'reached' if part['memory'] < 160 else 'NOT REACHED'}")


def report(figures):
    plain, raw = figures["plain"]["rate"], figures["raw"]
    print()
    print(f"{'':34}{'per second':>11}{'p50 ms':>9}{'p99 ms':>9}{'failed':>8}")
    for title, key in [
        ("framework, plain text", "plain"), ("question page (20 questions)", "page"),
        ("article page", "article"), ("knowledge-base page", "knowledge"), ("search, office size", "search"), ("answer saves, 64 connections", "saves"),
        ("answer saves, fsync + 5 ms", "saves, slow disk"), ("logins, 4 connections", "login")]:
        f = figures[key]
        print(f"{title:34}{f['rate']:11,.0f}{f['p50']:9.2f}{f['p99']:9.2f}{f['failed']:8}")
    for title, key in [("proposal beside its score sheet", "review"), ("scores saved, 64 connections", "score")]:
        f = figures["crowd"]["panel"][key]
        print(f"{title:34}{f['rate']:11,.0f}{f['p50']:9.2f}{f['p99']:9.2f}{f['failed']:8}")
    print(f"{'raw SQLite commits':34}{raw:11,.0f}")
    print(f"{'raw SQLite commits, fsync + 5 ms':34}{figures['raw, slow disk']:11,.0f}")
    print(f"resident memory: {figures['rss at rest']:.0f} MB at rest, {figures['memory']:.0f} MB at most under "
          f"pages and saves, {figures['memory with logins']:.0f} MB with logins (19 MiB for each hash)")
    print()
    print(f"{'':42}{'measured':>10}{'wanted':>12}")
    for title, value, wanted, reached in targets(figures, plain, raw):
        print(f"{title:42}{value:>10}{wanted:>12}  {'reached' if reached else 'NOT REACHED'}")
    report_crowd(figures["crowd"])


def targets(figures, plain, raw):
    saves, page, slow = figures["saves"], figures["page"], figures["saves, slow disk"]
    siege = figures["siege"]
    last = None if None in siege["in"] else siege["in"][-1]
    review, score = figures["crowd"]["panel"]["review"], figures["crowd"]["panel"]["score"]
    article, knowledge, search = figures["article"], figures["knowledge"], figures["search"]
    return [
        ("answer saves / raw commits", f"{saves['rate'] / raw:.2f}", "≥ 1.00", saves["rate"] >= raw),
        ("answer saves / plain text", f"{saves['rate'] / plain:.2f}", "≥ 0.30", saves["rate"] >= 0.3 * plain),
        ("answer saves, p99", f"{saves['p99']:.1f} ms", "< 20 ms", saves["p99"] < 20),
        ("question page / plain text", f"{page['rate'] / plain:.2f}", "≥ 0.20", page["rate"] >= 0.2 * plain),
        ("article page / plain text", f"{article['rate'] / plain:.3f}", "≥ 0.150", article["rate"] >= 0.15 * plain),
        ("knowledge-base page / plain text", f"{knowledge['rate'] / plain:.3f}", "≥ 0.150",
         knowledge["rate"] >= 0.15 * plain),
        ("search / plain text", f"{search['rate'] / plain:.3f}", "≥ 0.080", search["rate"] >= 0.08 * plain),
        ("review page / plain text", f"{review['rate'] / plain:.3f}", "≥ 0.200", review["rate"] >= 0.2 * plain),
        ("score saved / plain text", f"{score['rate'] / plain:.3f}", "≥ 0.100", score["rate"] >= 0.1 * plain),
        ("memory under load", f"{figures['memory']:.0f} MB", "< 120 MB", figures["memory"] < 120),
        ("cold start to first page", f"{figures['cold start']:.3f} s", "< 0.5 s", figures["cold start"] < 0.5),
        ("answer saves per second, fsync + 5 ms", f"{slow['rate']:,.0f}", "≥ 3,000", slow["rate"] >= 3000),
        ("page while 100 connections guess, p99", f"{siege['page']['p99']:.1f} ms", "< 20 ms",
         siege["page"]["p99"] < 20 and not siege["page"]["failed"]),
        ("save while 100 connections guess, p99", f"{siege['save']['p99']:.1f} ms", "< 20 ms",
         siege["save"]["p99"] < 20 and not siege["save"]["failed"]),
        ("40 right sign-ins meanwhile, the last", f"{last:.2f} s" if last else "not in", "< 3 s",
         last is not None and last < 3),
        ("memory, 400 downloads nobody reads", f"{figures['hoarded']:.0f} MB", "< 200 MB", figures["hoarded"] < 200),
        ("requests that failed", str(failures(figures)), "0", failures(figures) == 0),
    ]


def failures(figures):
    parts = [*figures.values(), *figures["crowd"]["panel"].values()]
    return sum(value["failed"] for value in parts if isinstance(value, dict) and "failed" in value)


def keep(figures):
    """One line a run, so that runs can be compared; the folder is not under version control."""
    path = ROOT / "results/bench.tsv"
    path.parent.mkdir(exist_ok=True)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT)
    row = {
        "when": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "commit": commit.stdout.strip(), "cores": os.cpu_count()}
    rates = lambda key: {f"{key}/s": f"{figures[key]['rate']:.0f}", f"{key} p99": f"{figures[key]['p99']:.2f}"}
    for key in ["plain", "page", "saves", "saves, slow disk", "login"]:
        row |= rates(key)
    row |= {"raw/s": f"{figures['raw']:.0f}", "MB": f"{figures['memory']:.0f}", "start": f"{figures['cold start']:.3f}"}
    row |= rates("article") | rates("knowledge") | rates("search")
    if not path.exists():
        path.write_text("\t".join(row) + "\n")
    with path.open("a") as file:
        file.write("\t".join(map(str, row.values())) + "\n")


if __name__ == "__main__":
    sys.exit(main())
