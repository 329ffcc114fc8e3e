"""One browser and one demo office for all tests; each test gets its own copy of the office and its own server."""

import os
import pathlib
import shutil
import sys

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from Browser.watch import Watch
from Harness.demo import Demo
from Harness.office import Office, Server

# Nothing outside this machine can be reached, whatever a page asks for.
BROWSER_ARGUMENTS = [
    "--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-background-networking", "--disable-component-update", "--no-first-run"]


def pytest_runtest_logreport(report):
    """A failure is told at once, by whoever gathers the reports: a run that is broken off later still says it."""
    if report.failed and "PYTEST_XDIST_WORKER" not in os.environ:
        print(f"\n{report.nodeid} ({report.when})\n{report.longreprtext}", file=sys.__stderr__, flush=True)


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pristine(tmp_path_factory):
    """A demo office as `huxue demo` makes it, not to be written to."""
    return Demo.make(tmp_path_factory.mktemp("demo") / "data")


@pytest.fixture
def demo(pristine, tmp_path):
    """This test's own demo office, served."""
    shutil.copytree(pristine.office.folder, tmp_path / "data")
    office = Office(tmp_path / "data")
    with Server(office) as server:
        yield pristine.at(office, server)


@pytest.fixture
def watch(demo):
    """Collects what must never happen on any page; the test fails in the end if something did."""
    watch = Watch(demo.server.origin)
    yield watch
    assert not watch.complaints, "\n".join(watch.complaints)


@pytest.fixture
def open_browser(chromium, demo, watch):
    """Opens a browser of its own (cookies, storage); returns its first page."""
    contexts = []

    def open_browser(width=1366, height=768, **options):
        context = chromium.new_context(
            base_url=demo.server.origin, locale="zh-TW", timezone_id="Asia/Taipei", accept_downloads=True,
            viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        watch.page(page)
        context.on("page", watch.page)
        return page

    yield open_browser
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in(open_browser, demo):
    """Opens a browser and signs in there as somebody of the demo."""

    def sign_in(person, page=None, **options):
        page = page or open_browser(**options)
        page.goto("/login")
        fill_login(page, person)
        page.wait_for_url("**/")
        return page

    return sign_in


def fill_login(page, person):
    page.get_by_label("帳號").fill(person.login)
    page.get_by_label("密碼").fill(person.password)
    page.get_by_role("button", name="登入").click()
