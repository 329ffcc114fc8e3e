"""Pictures of the demo: each role's home, every kind of page that can be reached, and the pages around a test."""

import argparse
import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from playwright.sync_api import sync_playwright

from Browser.conftest import BROWSER_ARGUMENTS, fill_login
from Browser.crawl import is_download, links, pattern
from Browser.paper import Paper
from Browser.test_administrator import NEWCOMER, staff_file
from Browser.test_law import bring_in, say_yes
from Browser.writing import send_to_all
from Harness.demo import Demo
from Harness.office import Server

LOOKS = [(1366, 768, "light"), (1366, 768, "dark"), (390, 844, "light"), (390, 844, "dark")]
TOUR_LOOK = [(1366, 900, "light")]


class Camera:
    def __init__(self, page, folder, looks, whole_page):
        self.page = page
        self.folder = folder
        self.looks = looks
        self.whole_page = whole_page

    def take(self, name):
        for width, height, scheme in self.looks:
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            ending = f"-{width}-{scheme}" if len(self.looks) > 1 else ""
            whole = self.whole_page and not self.page.locator("body.test").count()
            self.page.screenshot(path=self.folder / f"{name}{ending}.png", full_page=whole)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--tour", action="store_true", help="only the README's pictures")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="huxue-screens-") as scratch, sync_playwright() as playwright:
        made = Demo.make(pathlib.Path(scratch) / "data")
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=BROWSER_ARGUMENTS)
        with Server(made.office) as server:
            demo = made.at(made.office, server)
            (tour if options.tour else everything)(browser, demo, options.folder)
        browser.close()
    print(f"{len(list(options.folder.glob('*.png')))} pictures in {options.folder}")


def open_page(browser, demo, person=None):
    context = browser.new_context(
        base_url=demo.server.origin, locale="zh-TW", timezone_id="Asia/Taipei", viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.goto("/login")
    if person:
        fill_login(page, person)
        page.wait_for_url("**/")
    return page


def everything(browser, demo, folder):
    Camera(open_page(browser, demo), folder, LOOKS, True).take("login")
    bring_in_the_amendment(browser, demo, folder)
    seen = set()
    for role, person in demo.people.items():
        page = open_page(browser, demo, person)
        follow(page, Camera(page, folder, LOOKS, True), role, "/", seen)
        page.context.close()
    page = open_page(browser, demo)
    follow(page, Camera(page, folder, LOOKS, True), "nobody", "/public", seen)
    search_and_write(browser, demo, folder, LOOKS, whole_page=True)
    through_a_test(browser, demo, folder, LOOKS, whole_page=True)


def follow(page, camera, name, start, seen):
    """Takes every kind of page that links lead to from `start`, but those in `seen`; adds to it what it took."""
    waiting, found = [start], {start}
    while waiting:
        address = waiting.pop(0)
        if is_download(page, address):
            continue
        page.set_viewport_size({"width": 1366, "height": 768})
        page.goto(address)
        kind = pattern(address).partition("?")[0]
        # Everybody's own home; of what is alike for all, the first one's.
        if kind not in seen or address == start:
            seen.add(kind)
            camera.take(f"{name}-{(kind.strip('/').replace('/', '-') or 'home').replace('*', 'x')}")
        for target in links(page):
            kind = pattern(target).partition("?")[0]
            # A comparison has a query always, and so has the form of a new page; lists are the same with and without.
            if kind not in found and ("?" not in target or kind.endswith("/comparison")):
                found.add(kind)
                waiting.append(target)


def bring_in_the_amendment(browser, demo, folder):
    """So that there is something to compare, to decide on and to tell."""
    page = open_page(browser, demo, demo.knowledgeEditor)
    camera = Camera(page, folder, LOOKS, True)
    bring_in(page)
    camera.take("amendment-before")
    page.set_viewport_size({"width": 1366, "height": 768})
    say_yes(page)
    camera.take("amendment-after")
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto("/statutes/X0000001/comparison?from=1&to=2")
    page.get_by_role("button", name="起草修正公告").click()
    page.wait_for_url("**/pages/amendment-*")
    camera.take("announcement-before")
    page.set_viewport_size({"width": 1366, "height": 768})
    send_to_all(page)
    page.get_by_role("button", name=re.compile("^提醒未讀的")).click()
    camera.take("announcement-after")
    page.context.close()


def search_and_write(browser, demo, folder, looks, whole_page):
    page = open_page(browser, demo, demo.employee)
    camera = Camera(page, folder, looks, whole_page)
    page.goto("/search?q=補領身分證")
    camera.take("search-results")
    page = open_page(browser, demo, demo.knowledgeEditor)
    camera = Camera(page, folder, looks, whole_page)
    page.goto("/pages/id-card-reissue/edit")
    page.locator(".editor-preview h2").nth(1).wait_for()
    camera.take("editor")


def through_a_test(browser, demo, folder, looks, whole_page):
    page = open_page(browser, demo, demo.employee)
    camera = Camera(page, folder, looks, whole_page)
    page.locator("ol.due").get_by_role("link", name="開始測驗").first.click()
    page.get_by_role("button", name="開始測驗").click()
    page.wait_for_url("**/attempts/*")
    paper = Paper(page)
    for number in range(1, 14):
        paper.choose(number, number % 2 + 1)
    paper.flag(5)
    paper.wait_until_saved()
    paper.question(13).scroll_into_view_if_needed()
    camera.take("test")
    page.set_viewport_size({"width": 1366, "height": 768})
    page.locator("form#paper button[value=review]").click()
    page.wait_for_url("**/submission")
    camera.take("test-before-handing-in")
    page.get_by_role("button", name="交卷").click()
    page.wait_for_url("**/attempts/*")
    camera.take("test-result")


def tour(browser, demo, folder):
    """The README's few pictures."""
    Camera(open_page(browser, demo, demo.employee), folder, TOUR_LOOK, False).take("home")
    through_a_test(browser, demo, folder, TOUR_LOOK, whole_page=False)
    (folder / "test-before-handing-in.png").unlink()
    page = open_page(browser, demo, demo.employee)
    page.goto("/exams")
    page.locator("main tbody tr").filter(has_text="及格").filter(has_not_text="不及格").get_by_role("link").first.click()
    Camera(page, folder, TOUR_LOOK, False).take("test-result")
    page = open_page(browser, demo, demo.examManager)
    camera = Camera(page, folder, TOUR_LOOK, False)
    page.goto("/manage/exams")
    page.locator("main tr").filter(has_text="進行中").get_by_role("link").first.click()
    camera.take("exam-in-progress")
    page.goto("/manage/results")
    page.locator("main tr").filter(has_text="已結束").get_by_role("link", name="看成績").click()
    camera.take("exam-results")
    page.goto("/questions")
    camera.take("question-bank")
    page.goto("/manage/exams/new")
    page.get_by_label(re.compile("^出生登記　記憶")).fill("2")
    page.get_by_label(re.compile("^死亡登記　應用")).fill("30")
    page.get_by_role("button", name="檢查題庫").click()
    page.locator("#blueprint-title").evaluate("title => title.scrollIntoView()")
    camera.take("blueprint")
    page = open_page(browser, demo, demo.employee)
    page.goto("/pages/birth-registration")
    Camera(page, folder, TOUR_LOOK, False).take("procedure")
    search_and_write(browser, demo, folder, TOUR_LOOK, whole_page=False)
    page = open_page(browser, demo, demo.knowledgeEditor)
    bring_in(page)
    say_yes(page)
    page.goto("/statutes/X0000001/comparison?from=1&to=2")
    Camera(page, folder, TOUR_LOOK, False).take("comparison")
    page = open_page(browser, demo, demo.admin)
    page.goto("/staff/import")
    page.get_by_label("人員檔（CSV）").set_input_files(staff_file(NEWCOMER))
    page.get_by_role("button", name="檢查檔案").click()
    page.wait_for_url("**/staff/import/*")
    Camera(page, folder, TOUR_LOOK, False).take("staff-import")


if __name__ == "__main__":
    main()
