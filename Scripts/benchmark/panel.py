"""A call with 500 made-up proposals, each with 3 of 40 reviewers: 1,350 reviews are in, 150 are still to be scored."""

import json
import pathlib
import sqlite3
import time

from Harness.visitor import Visitor, forms

PROPOSALS, REVIEWERS, EACH, OPEN = 500, 40, 3, 150
CRITERIA = 5
RUBRIC = pathlib.Path(__file__).resolve().parents[2] / "Resources/rubrics/proposal.yaml"
BEGAN = "2026-02-01T01:00:00.000Z"


def found(office, secretary):
    """The call, as its secretary would have brought it so far; and the passwords issued to its reviewers."""
    office.command("role", "grant", secretary, "proposalManager")
    rubric = int(office.command("rubric", "import", RUBRIC).split()[0])
    with sqlite3.connect(office.database) as db:
        call, reviewers = fill(db, rubric, secretary)
    issued = {login: office.command("staff", "reset-password", login).split()[-1] for login in reviewers}
    return call, issued


def fill(db, rubric, secretary):
    """Writes the call and all that was proposed and scored; returns its number and its reviewers' logins."""
    number = lambda query, *values: db.execute(query, values).fetchone()[0]
    boss = number("SELECT employeeID FROM account WHERE login = ?", secretary)
    version = number("SELECT id FROM rubricVersion WHERE rubricID = ?", rubric)
    unit = number("SELECT id FROM unit WHERE parentID IS NULL")
    people = db.execute("SELECT employeeID, login FROM account WHERE login LIKE 'c0%' ORDER BY login").fetchall()
    reviewers, authors = people[:REVIEWERS], people[REVIEWERS:]
    call = db.execute(
        """INSERT INTO proposalCall (unitID, title, year, opens, closes, kinds, takesRole, reviewersEach, isBlind,
            method, thirdShare, ties, rubricID, tieCriterion, reviewsClose)
        VALUES (?, '量測用的徵件', 2026, '2026-01-01T00:00:00.000Z', '2026-01-31T00:00:00.000Z',
            '["simplified","other"]', 0, ?, 1, 'standardScore', NULL, '["criterion"]', ?, '創新性',
            '2099-12-31T00:00:00.000Z')""", [unit, EACH, rubric]).lastrowid
    db.executemany("INSERT INTO proposalPanelist VALUES (?, ?)", [(call, person) for person, _ in reviewers])
    for place in range(PROPOSALS):
        propose(db, call, place, authors[place % len(authors)][0], boss)
    db.execute("UPDATE proposalCall SET reviewAt = ?, rubricVersionID = ? WHERE id = ?", [BEGAN, version, call])
    proposals = [row[0] for row in db.execute("SELECT id FROM proposal WHERE callID = ? ORDER BY id", [call])]
    for place, proposal in enumerate(proposals):
        for turn in range(EACH):
            reviewer = reviewers[(place * EACH + turn) % REVIEWERS][0]
            db.execute(
                "INSERT INTO proposalReview (proposalID, reviewerID, assignedAt, assignedBy) VALUES (?, ?, ?, ?)",
                [proposal, reviewer, BEGAN, boss])
            if turn > 0 or place >= OPEN:
                score(db, proposal, reviewer, version)
    return call, [login for _, login in reviewers]


def propose(db, call, place, author, boss):
    words = f"第{place + 1}件提案：" + "櫃檯把常見的申請先在等候時核對，少跑一趟。" * 8
    fields = {
        "title": f"等候時先核對應備文件（第{place + 1}案）", "kind": "simplified", "novelty": "improved", "problem": words,
        "idea": words, "method": words, "cost": "不花經費。", "benefit": words, "minutes": "3", "cases": "12000"}
    sent = "2026-01-20T01:00:00.000Z"
    proposal = db.execute(
        """INSERT INTO proposal (callID, creatorID, number, state, currentRevisionID, createdAt, submittedAt)
        VALUES (?, ?, ?, 'accepted', 0, ?, ?)""", [call, author, place + 1, sent, sent]).lastrowid
    revision = db.execute(
        "INSERT INTO proposalRevision (proposalID, number, fields, savedBy, reason, savedAt) VALUES (?, 1, ?, ?, '', ?)",
        [proposal, json.dumps(fields, ensure_ascii=False), author, sent]).lastrowid
    db.execute("UPDATE proposal SET currentRevisionID = ? WHERE id = ?", [revision, proposal])
    db.execute("INSERT INTO proposalAuthor VALUES (?, 1, ?, 10000, ?, NULL)", [proposal, author, sent])
    db.execute(
        """INSERT INTO proposalCheck (proposalID, revisionID, checkerID, outcome, reason, checkedAt)
        VALUES (?, ?, ?, 'accepted', '', ?)""", [proposal, revision, boss, sent])
    db.execute(
        "INSERT INTO proposalText (rowid, title, headings, body) VALUES (?, ?, '', ?)", [proposal, fields["title"], words])


def score(db, proposal, reviewer, version):
    """A sheet that was handed in."""
    sheet = db.execute(
        """INSERT INTO scoreSheet (versionID, subjectKind, subjectID, scorerID, state, sequence, toAuthors, toPanel, savedAt)
        VALUES (?, 'proposal', ?, ?, 'draft', 1, '可以先試辦。', '', ?)""", [version, proposal, reviewer, BEGAN]).lastrowid
    for criterion in range(1, CRITERIA + 1):
        points = (proposal * 7 + reviewer * 3 + criterion * 5 + proposal * reviewer) % 5 + 1
        db.execute(
            "INSERT INTO criterionScore VALUES (?, ?, ?, ?, '說明清楚')", [sheet, version, criterion, points * 100])
    db.execute("UPDATE scoreSheet SET state = 'handedIn', handedInAt = ? WHERE id = ?", [BEGAN, sheet])


def work(office, secretary, password, serve, wrk, folder, times=15):
    """Median milliseconds and kilobytes of the secretary's pages, and what the reviewers' page and saves reach a second."""
    call, issued = found(office, secretary)
    figures = {"pages": {}}
    with serve(office) as server:
        manager = Visitor(server.port)
        manager.sign_in(secretary, password)
        own = f"/manage/calls/{call}"
        for title, address in [
                ("500 proposals, the call", own), ("500 proposals, the panel", f"{own}/reviews"),
                ("500 proposals, ranked", f"{own}/ranking"), ("secretary's home", "/")]:
            text, spent = manager.get(address), []
            for _ in range(times):
                begun = time.perf_counter()
                manager.get(address)
                spent.append((time.perf_counter() - begun) * 1000)
            figures["pages"][title] = {"ms": sorted(spent)[times // 2], "kB": len(text.encode()) / 1024}
        pages, saves = plans(server, office, issued, folder)
        figures["review"] = wrk(server.port, "pages.lua", pages, "a proposal beside its score sheet")
        figures["score"] = wrk(server.port, "scores.lua", saves, "scores saved")
    return figures


def plans(server, office, issued, folder):
    """The files that wrk's scripts read: every open review with its reviewer's cookie."""
    pages, saves = folder / "reviews.txt", folder / "scores.txt"
    with sqlite3.connect(office.database) as db:
        still = db.execute(
            """SELECT login, proposalID FROM proposalReview JOIN account ON account.employeeID = reviewerID
            WHERE NOT EXISTS (SELECT 1 FROM scoreSheet WHERE subjectID = proposalID AND scorerID = reviewerID)""").fetchall()
    visitors = {}
    with pages.open("w") as looks, saves.open("w") as keeps:
        for login, proposal in still:
            if login not in visitors:
                visitors[login] = Visitor(server.port)
                visitors[login].sign_in_first(login, issued[login])
            visitor, address = visitors[login], f"/proposals/reviews/{proposal}"
            (form,) = [form for form in forms(visitor.get(address)) if "seen" in form.hidden]
            looks.write(f"{address} {visitor.cookie}\n")
            keeps.write(f"{address} {visitor.cookie} {form.hidden['token']}\n")
    return pages, saves
