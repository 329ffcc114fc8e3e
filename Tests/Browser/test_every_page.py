"""Every page that somebody can reach by links, in four ways of looking at it: nothing on it may be amiss."""

import collections
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from Browser.crawl import is_download, links, pattern
from Browser.test_employee import start_open_quiz

LOOKS = [(1366, "light"), (1366, "dark"), (390, "light"), (390, "dark")]
# For a kind of page that was shown in all four before: as somebody else, in another state, sorted or filtered.
SECOND_LOOKS = [(1366, "light"), (390, "dark")]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
TRANSFER_LIMIT = 100_000
# Of pages that differ only in an id (a draft, an open, a closed exam …), so many are looked at.
PER_PATTERN = 3
# Of a list sorted, filtered and turned over in many ways, so many. Of what somebody else was shown, one of each.
VARIANTS = 5

axe = Axe()


class Look:
    """Looks at one page after another and keeps what is wrong."""

    def __init__(self, page, name, suffix="｜戶學"):
        self.page = page
        self.name = name
        self.suffix = suffix
        self.findings = []
        self.client = page.context.new_cdp_session(page)
        self.client.send("Network.enable")
        self.client.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.bytes = 0
        self.client.on("Network.requestWillBeSent", self._begin)
        self.client.on("Network.loadingFinished", self._count)

    def _begin(self, event):
        if event["type"] == "Document":
            self.bytes = 0

    def _count(self, event):
        self.bytes += event["encodedDataLength"]

    def at(self, address, looks=LOOKS):
        """Everything about the page that is open now."""
        self.page.wait_for_load_state("load")
        if self.bytes > TRANSFER_LIMIT:
            self._find(address, f"{self.bytes} bytes transferred")
        self._document(address)
        for width, scheme in looks:
            self.page.set_viewport_size({"width": width, "height": 768 if width > 700 else 844})
            # Without motion, so that no colour is looked at half-way between day and night.
            self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            overflow = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if overflow > 0:
                self._find(address, f"{overflow} px too wide at {width}")
            for violation in self._violations():
                where = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
                self._find(address, f"{width} {scheme}: {violation['id']}: {violation['help']}: {where}")

    def _document(self, address):
        facts = self.page.evaluate("""() => ({
            styles: document.querySelectorAll("[style]").length, 
            headings: [...document.querySelectorAll("h1")].filter(h1 => h1.checkVisibility()).length,
            title: document.title, english: document.documentElement.lang })""")
        if facts["headings"] != 1:
            self._find(address, f"{facts['headings']} h1")
        if facts["styles"]:
            self._find(address, f"{facts['styles']} style attributes")
        if not facts["title"].endswith(self.suffix) or facts["english"] != "zh-Hant-TW":
            self._find(address, f"title {facts['title']}, language {facts['english']}")

    def _violations(self):
        # The library brings it into the page again for each look.
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(axe.axe_script)
        return self.page.evaluate(
            "options => axe.run(document, options).then(results => results.violations)",
            {"runOnly": AXE_TAGS, "resultTypes": ["violations"]})

    def _find(self, address, sentence):
        self.findings.append(f"{self.name} {address}: {sentence}")


def crawl(page, name, shown, start="/", suffix="｜戶學"):
    """Follows every link from `start`, a few pages of each pattern; returns the findings and the patterns.

    `shown` keeps the kinds of pages that were looked at already, as anybody.
    """
    look = Look(page, name, suffix)
    before = frozenset(shown)
    waiting, done = collections.deque([start]), {start}
    kinds, variants = collections.Counter([pattern(start)]), collections.Counter()
    while waiting:
        address = waiting.popleft()
        if is_download(page, address):
            continue
        reply = page.goto(address)
        if reply is None or reply.status != 200:
            look._find(address, f"status {reply and reply.status}")
            continue
        kind = pattern(address).partition("?")[0]
        look.at(address, SECOND_LOOKS if kind in shown else LOOKS)
        shown.add(kind)
        for target in links(page):
            kind = pattern(target)
            path, _, query = kind.partition("?")
            is_new = path not in before
            limit = PER_PATTERN if is_new and not query and "*" in kind else 1
            is_wanted = not query or variants[path] < (VARIANTS if is_new else 1)
            if target not in done and kinds[kind] < limit and is_wanted:
                done.add(target)
                kinds[kind] += 1
                variants[path] += bool(query)
                waiting.append(target)
    return look.findings, set(kinds)


@pytest.fixture(scope="session")
def shown():
    return set()


# The exam manager has some two hundred pages, each looked at in several ways.
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("role", [
    "employee", "examManager", "admin", "questionEditor", "knowledgeEditor", "supervisor", "hr", "proposalManager",
    "reviewer"])
def test_nothing_is_amiss_on_any_page_of(role, sign_in, demo, shown):
    if role not in demo.people:
        pytest.skip(f"the demo has no {role}")
    page = sign_in(demo.people[role])
    findings, patterns = crawl(page, role, shown)
    print(f"{role}: {len(patterns)} kinds of pages: {' '.join(sorted(patterns))}")
    assert len(patterns) >= 3
    assert not findings, "\n".join(findings)


def test_nothing_is_amiss_on_the_way_through_a_test(sign_in, demo):
    page = sign_in(demo.employee)
    look = Look(page, "employee")
    paper = start_open_quiz(page)
    look.at("test page, nothing answered")
    page.set_viewport_size({"width": 1366, "height": 768})
    for number in range(1, 15):
        paper.choose(number, 1)
    paper.flag(2)
    paper.wait_until_saved()
    page.evaluate("""() => ["[data-offline]", "[data-signed-out]", "[data-other-window]"].forEach(
        name => { document.querySelector(name).hidden = false })""")
    look.at("test page with every banner")
    page.set_viewport_size({"width": 1366, "height": 768})
    page.locator("form#paper button[value=review]").click()
    page.wait_for_url("**/submission")
    look.at("before handing in")
    page.get_by_role("button", name="交卷").click()
    page.wait_for_url(re.compile("/attempts/[^/]+$"))
    page.evaluate("() => document.querySelectorAll('details').forEach(details => { details.open = true })")
    look.at("result, everything open")
    assert not look.findings, "\n".join(look.findings)


def test_nothing_is_amiss_on_pages_before_signing_in_and_on_refusals(open_browser, demo, watch, sign_in):
    watch.expected_statuses |= {401, 403, 404, 422, 429}
    page = open_browser()
    look = Look(page, "nobody")
    page.goto("/login")
    look.at("login")
    page.get_by_label("帳號").fill("nobody")
    page.get_by_label("密碼").fill("這不是任何人的密碼，只是一句話")
    page.get_by_role("button", name="登入").click()
    page.wait_for_selector("[role=alert], .banner, .error-summary")
    look.at("login refused")
    page = sign_in(demo.employee)
    look = Look(page, "employee")
    page.goto("/no-such-page")
    look.at("missing page")
    page.goto("/audit")
    look.at("forbidden page")
    page.goto("/")
    page.locator("details.account summary").click()
    look.at("account menu open")
    assert not look.findings, "\n".join(look.findings)
