"""An office of 11,968 made-up people in 1,518 units who take one exam after another, the same every time."""

import itertools
import sqlite3
import time

import bank
from Harness.visitor import Visitor

PEOPLE, UNITS = 11_968, 1_518
COUNTIES, OFFICES = 22, 368
SECTIONS = UNITS - 1 - COUNTIES - OFFICES
ROOT = "量測總所"
LOGINS = {
    "manager": "examManager", "hr": "hr", "supervisor": "supervisor", "editor": "questionEditor", "employee": None}

EXAM = """
title: {title}
kind: quarterlyQuiz
opens: {opens}
closes: {closes}
minutes: 30
passMark: 70
attempts: 2
draw: perExaminee
shuffle: {{questions: true, choices: true}}
layout: onePage
results: afterClose
examinees: {{units: [全所], positions: [], employees: [], except: []}}
blueprint:
  - {{topic: {topics[0]}, count: {each}}}
  - {{topic: {topics[1]}, count: {each}}}
"""


def units():
    """Full names below the root, offices after their counties and sections after their offices."""
    offices = [f"{ROOT}/第{n % COUNTIES + 1}縣/第{n + 1}戶政事務所" for n in range(OFFICES)]
    sections = [f"{office}/{name}" for name in ("登記課", "資料課", "行政課") for office in offices]
    sections += [f"{office}/辦公室" for office in offices]
    return [ROOT] + [f"{ROOT}/第{n + 1}縣" for n in range(COUNTIES)] + offices + sections[:SECTIONS]


def staff():
    """Rows of the staff file, one person a role among them."""
    names = itertools.cycle(units())
    rows = [
        [f"C{n:05}", f"量測{n}", unit, "戶籍員" if n % 3 else "課員", f"c{n:05}", "否" if n % 4 else "是", "2020-01-01", ""]
        for n, unit in zip(range(PEOPLE), names)]
    # In the office itself, a county, an office and a section.
    for place, login in ((0, "manager"), (UNITS, "hr"), (2 * UNITS, "editor"), (1, "supervisor"), (1 + COUNTIES + OFFICES, "employee")):
        rows[place][4] = login
    return rows


def found(office):
    office.found(ROOT)
    office.import_staff(staff())
    for login, role in LOGINS.items():
        if role:
            county = ["--unit", f"{ROOT}/第1縣"] if login == "supervisor" else []
            office.command("role", "grant", login, role, *county)
    return {login: office.command("staff", "reset-password", login).split()[-1] for login in LOGINS}


def publish(office, title, opens="2026-01-01T00:00", closes="2099-12-31T23:59", each=10, topics=("出生登記", "遷徙登記")):
    return int(office.publish_exam(EXAM.format(title=title, opens=opens, closes=closes, each=each, topics=topics)))


def take(office, exam, share, started="2026-02-01", step=3):
    """Lets `share` of a hundred take a published exam, as the server would have kept it; a few are excused, some open."""
    with sqlite3.connect(office.database) as db:
        revisions = [row[0] for row in db.execute("SELECT revisionID FROM examPool WHERE examID = ? ORDER BY code", [exam])]
        keys = dict(db.execute("SELECT id, key FROM questionRevision"))
        lines, = db.execute(
            "SELECT sum(value ->> '$.topic.count') FROM exam, json_each(blueprint) WHERE exam.id = ?", [exam]).fetchone()
        for employee, in db.execute("SELECT id FROM employee ORDER BY id").fetchall():
            chance = employee * 7919 % 100
            if chance >= 98:
                db.execute("INSERT INTO accommodation (examID, employeeID, isExcused) VALUES (?, ?, 1)", [exam, employee])
            elif chance < share:
                paper = [revisions[(employee + place * step) % len(revisions)] for place in range(lines)]
                sit(db, exam, employee, [(revision, keys[revision]) for revision in dict.fromkeys(paper)], started, chance == 0)


def sit(db, exam, employee, paper, started, is_open):
    """One attempt: every question is answered, so many of them right as the person's number says."""
    begun = f"{started}T{employee % 9 + 1:02}:{employee % 60:02}:00.000Z"
    attempt = db.execute(
        "INSERT INTO attempt (address, examID, employeeID, ordinal, startedAt, deadline) VALUES (?, ?, ?, 1, ?, ?)",
        [f"{exam:011}{employee:011}", exam, employee, begun, "2099-12-31T00:00:00.000Z"]).lastrowid
    right = (employee * 31) % (len(paper) + 1)
    for number, (revision, _) in enumerate(paper, 1):
        db.execute(
            "INSERT INTO paperLine (attemptID, number, revisionID, choiceOrder) VALUES (?, ?, ?, '[0,1]')",
            [attempt, number, revision])
    for number, (_, key) in enumerate(paper, 1):
        db.execute(
            "INSERT INTO response VALUES (?, ?, 1, '', ?, 0, ?)", [attempt, number, key if number <= right else 0, begun])
    if not is_open:
        score = 10000 * right // len(paper)
        db.execute(
            "UPDATE attempt SET submittedAt = ?, submittedBy = 'examinee', score = ?, passed = ? WHERE id = ?",
            [begun.replace(":00.000Z", ":45.000Z"), score, score >= 7000, attempt])


def pages(running, closed=None):
    """Title, login and address of every page that speaks of many people."""
    own, county, office = f"/manage/exams/{running}", "?unit=2", "?unit=24"
    found = [
        ("exam manager's home", "manager", "/"),
        ("exams of the year", "manager", "/manage/exams?year=115"),
        ("exam, overview", "manager", own),
        ("exam, one county", "manager", own + county),
        ("exam, examinees", "manager", f"{own}/examinees"),
        ("exam, those not begun, page 20", "manager", f"{own}/examinees?state=notStarted&page=20"),
        ("exam, end it?", "manager", f"{own}/closure"),
        ("running exam, results", "manager", f"{own}/results"),
        ("HR's home", "hr", "/"),
        ("HR's results", "hr", "/manage/results"),
        ("who has not handed in", "hr", f"/manage/results/{running}"),
        ("the same in one office", "hr", f"/manage/results/{running}{office}"),
        ("supervisor's home", "supervisor", "/"),
        ("supervisor's results", "supervisor", "/manage/results"),
        ("who has not handed in, own county", "supervisor", f"/manage/results/{running}"),
        ("employee's home", "employee", "/"),
        ("employee's exams", "employee", "/exams"),
    ]
    if closed:
        own = f"/manage/exams/{closed}"
        found += [
            ("closed exam, overview", "manager", own),
            ("closed exam, results", "manager", f"{own}/results"),
            ("closed exam, by name, page 100", "manager", f"{own}/results?sort=name&order=asc&page=100"),
            ("closed exam, those who failed", "manager", f"{own}/results?state=failed"),
            ("closed exam, HR's results", "hr", f"{own}/results"),
            ("closed exam, who missed it", "hr", f"/manage/results/{closed}"),
        ]
    return found


def walk(visitors, running, closed=None, times=15):
    """Median milliseconds and kilobytes of each page, by title; every page is looked at once before."""
    figures = {}
    for title, login, address in pages(running, closed):
        text = visitors[login].get(address)
        spent = []
        for _ in range(times):
            begun = time.perf_counter()
            visitors[login].get(address)
            spent.append((time.perf_counter() - begun) * 1000)
        figures[title] = {"ms": sorted(spent)[times // 2], "kB": len(text.encode()) / 1024}
    return figures


def hold(office, passwords, serve, memory):
    """The pages with one exam for all, then with twenty: fourteen closed and six running.

    `serve`: makes a server on the office; `memory`: what its process has come to.
    """
    first = publish(office, "第1季法令小考")
    take(office, first, 60)
    chosen, figures = {}, {}

    def look(closed=None):
        with serve(office) as server:
            visitors = {}
            for login, word in passwords.items():
                visitors[login] = Visitor(server.port)
                if login in chosen:
                    visitors[login].sign_in(login, chosen[login])
                else:
                    chosen[login] = visitors[login].sign_in_first(login, word)
            return {"pages": walk(visitors, first, closed), "memory": memory(server.process.pid)}

    figures["one exam"] = look()
    for number in range(2, 21):
        # The papers of the last are whole, the others' have two questions.
        exam = publish(office, f"第{number}次法令小考", each=10 if number == 20 else 1)
        take(office, exam, 30 if number < 7 else 90)
        if number >= 7:
            office.command("exam", "close", exam, "--yes")
    figures["twenty exams"] = look(closed=exam)
    figures["analysis"] = analyse(office, serve, chosen["manager"])
    bank.grow(office)
    figures["bank"] = bank.work(office, "editor", chosen["editor"], serve)
    figures["chosen"] = chosen
    return figures


def analyse(office, serve, password, times=15):
    """Milliseconds of the analysis of a closed exam of all people and 50 questions: counted, and read again."""
    exam = publish(office, "試題分析的測驗", each=25, topics=("國民身分證與戶口名簿", "姓名"))
    # The pool has 54 questions: in steps of five a paper meets 50 of them.
    take(office, exam, 98, step=5)
    office.command("exam", "close", exam, "--yes")
    with serve(office) as server:
        manager = Visitor(server.port)
        manager.sign_in("manager", password)
        spent = []
        for _ in range(times + 1):
            begun = time.perf_counter()
            text = manager.get(f"/manage/exams/{exam}/analysis")
            spent.append((time.perf_counter() - begun) * 1000)
    return {"first": spent[0], "again": sorted(spent[1:])[times // 2], "kB": len(text.encode()) / 1024}
