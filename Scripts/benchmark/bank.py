"""A bank of 5,000 questions: those of this project and made-up ones put together from halves of two."""

import csv
import re
import time
import urllib.parse

from Harness.visitor import Visitor

QUESTIONS = 5_000
CODE, TYPE, STEM = "代號", "題型", "題幹"


def grow(office):
    """Brings the bank up to its number, as a spreadsheet that an editor imports."""
    path = office.folder.parent / f"{office.folder.name}-bank.csv"
    office.command("questions", "export", path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    columns, real = list(rows[0]), list(rows)
    for number in range(QUESTIONS - len(rows)):
        row = dict(real[number % len(real)])
        alike = [other[STEM] for other in real if other[TYPE] == row[TYPE]]
        other = alike[(number * 7 + number // len(real)) % len(alike)]
        row[CODE] = re.sub(r"\d+$", f"{9000 + number}", row[CODE])
        row[STEM] = f"{row[STEM][: len(row[STEM]) // 2]}，另依{other[len(other) // 2 :]}（第{number}案）"
        rows.append(row)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    office.command("questions", "import", path)


def work(office, login, password, serve, times=15):
    """Median milliseconds and kilobytes of an editor's pages, each looked at once before."""
    figures = {}
    with serve(office) as server:
        editor = Visitor(server.port)
        editor.sign_in(login, password)
        form = editor.get("/questions/birth-001/edit")
        fields = fields_of(form)
        pages = [
            ("bank, 5,000 questions", lambda: editor.get("/questions")),
            ("bank, page 60", lambda: editor.get("/questions?page=60")),
            ("bank, words sought", lambda: editor.get("/questions?" + urllib.parse.urlencode({"q": "出生登記"}))),
            ("editor of a question", lambda: editor.get("/questions/birth-001/edit")),
            ("preview while writing", lambda: preview(editor, fields)),
            ("what the bank lets guess", lambda: editor.get("/questions/check")),
        ]
        for title, look in pages:
            text, spent = look(), []
            for _ in range(times):
                begun = time.perf_counter()
                look()
                spent.append((time.perf_counter() - begun) * 1000)
            figures[title] = {"ms": sorted(spent)[times // 2], "kB": len(text.encode()) / 1024}
    return figures


def preview(editor, fields):
    answer = editor.request("POST", "/questions/preview", fields)
    if answer.status != 200:
        raise RuntimeError(f"preview: {answer.status} {answer.text[:500]}")
    return answer.text


def fields_of(page):
    """A question as its form sends it, with what the form hides."""
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    return list(dict(hidden).items()) + [
        ("topic", "出生登記"), ("type", "single"), ("level", "apply"),
        ("stem", "王小姐在國內醫院生下一子，40日後到戶政事務所申請出生登記，櫃檯應如何認定？"),
        ("choice1", "未逾60日期間，照常受理"), ("choice2", "已逾30日期間，受理並裁罰"), ("choice3", "已逾30日期間，先催告"),
        ("choice4", "不受理"), ("right", "1"), ("explanation", "出生登記「至遲應於六十日內為之」。"),
        ("citations", "戶籍法第48條第3項"), ("lawAsOf", "113/10/11")]
