"""The public reader: nobody signed in, no cookie, nothing of the staff's."""

import re
import urllib.parse
import xml.etree.ElementTree as ElementTree

import pytest
from playwright.sync_api import expect

from Browser.crawl import links
from Browser.test_employee import focus
from Browser.test_every_page import LOOKS, Look, crawl

ATOM = "{http://www.w3.org/2005/Atom}"
STAFF_ONLY = "local-rule-form-help"


def test_reads_the_front_page_the_questions_and_a_page(open_browser, demo):
    page = open_browser()
    page.goto("/public")
    expect(page.locator("h1")).to_have_text("戶政業務公開資訊")
    expect(page.locator("main")).not_to_contain_text("示範）")
    page.get_by_role("navigation", name="類別").get_by_role("link", name=re.compile("^申辦須知")).click()
    expect(page).to_have_url(re.compile("kind=procedure"))
    page.get_by_role("navigation", name="主題").get_by_role("link", name=re.compile("^出生登記")).click()
    found = page.get_by_role("region", name=re.compile("^共")).get_by_role("link")
    expect(found.first).to_have_text("出生登記")
    found.first.click()
    page.wait_for_url("**/public/pages/birth-registration")
    expect(page.get_by_role("heading", name="應備文件")).to_be_visible()
    expect(page.locator(".page-head")).to_contain_text("最後複核")
    # What is cited stands with the ministry, not behind the login.
    cited = page.locator("article").get_by_role("link", name=re.compile("^戶籍法第29條")).first
    assert cited.get_attribute("href").startswith("https://law.moj.gov.tw/")
    page.get_by_role("contentinfo").get_by_role("link", name="常見問答").click()
    expect(page.locator("h1")).to_have_text("常見問答")
    page.get_by_role("link", name="出生登記超過60日怎麼辦？").click()
    page.wait_for_url("**/public/pages/birth-late-sixty-days")
    assert page.context.cookies() == []


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [1366, 390])
def test_searches_in_any_form_of_the_characters(width, script, open_browser, demo):
    page = open_browser(width=width, java_script_enabled=script)
    page.goto("/public")
    page.get_by_label("查詢").fill("补领身分证")
    page.get_by_label("查詢").press("Enter")
    expect(page.locator("main")).to_contain_text("找到")
    expect(page.locator("main mark").first).to_be_visible()
    page.locator("main").get_by_role("link", name="補領國民身分證").click()
    page.wait_for_url("**/public/pages/id-card-reissue")
    expect(page.get_by_label("查詢")).to_be_visible()
    page.get_by_label("查詢").fill("填表協助")
    page.get_by_label("查詢").press("Enter")
    expect(page.locator("main")).to_contain_text("「填表協助」找到")
    assert not page.locator("main").get_by_role("link", name=re.compile("示範")).count()


def test_reads_by_keyboard(open_browser, demo):
    page = open_browser()
    page.goto("/public")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    focus(page, "#q")
    page.keyboard.type("遷入")
    page.keyboard.press("Enter")
    page.wait_for_url("**/public/search?q=*")
    focus(page, "main a[href='/public/pages/moving-in']")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("遷入登記")


def test_no_page_leads_to_the_staff_and_none_sets_a_cookie(open_browser, demo):
    page = open_browser()
    waiting, seen = ["/public"], {"/public"}
    while waiting:
        address = waiting.pop()
        reply = page.request.get(address)
        assert reply.status == 200, address
        assert "set-cookie" not in reply.headers, address
        if "atom" in reply.headers["content-type"]:
            continue
        page.goto(address)
        for target in links(page):
            path = urllib.parse.urlsplit(target).path
            assert path == "/public" or path.startswith("/public/"), f"{address} leads to {target}"
            if target not in seen and "?" not in target:
                seen.add(target)
                waiting.append(target)
        for part in page.locator("[src], link[href]").evaluate_all("all => all.map(a => new URL(a.src || a.href).pathname)"):
            assert part.startswith(("/static/", "/public/")), part
    assert len(seen) > 40
    assert page.context.cookies() == []


def test_the_feed_is_a_feed(open_browser, demo):
    page = open_browser()
    reply = page.request.get("/public/feed.atom")
    assert reply.status == 200 and reply.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(reply.body())
    assert feed.tag == f"{ATOM}feed"
    for name in ["id", "title", "updated"]:
        assert feed.findtext(f"{ATOM}{name}")
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) >= 20
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    for entry in entries:
        address = entry.find(f"{ATOM}link").get("href")
        assert address.startswith(f"{demo.server.origin}/public/pages/"), address
        assert entry.findtext(f"{ATOM}title") and entry.findtext(f"{ATOM}updated")
    assert page.request.get(entries[0].find(f"{ATOM}link").get("href")).status == 200
    only = ElementTree.fromstring(page.request.get("/public/feed.atom?kind=faq").body())
    assert 0 < len(only.findall(f"{ATOM}entry")) < len(entries)
    page.goto("/public")
    assert page.locator("link[rel=alternate]").get_attribute("href") == "/public/feed.atom"


@pytest.mark.parametrize("address", [
    "/", "/pages", "/pages/birth-registration", "/pages/birth-registration/notice", "/pages/new", "/search?q=出生",
    "/search/suggestions?q=出生", "/statutes", "/statutes/X0000001/articles/5/preview", "/statutes/import",
    "/amendments", "/announcements", "/attachments", "/feeds", "/questions"])
def test_everything_else_asks_to_sign_in(address, open_browser, demo):
    page = open_browser()
    page.goto(address)
    assert urllib.parse.urlsplit(page.url).path == "/login"
    expect(page.locator("h1")).to_have_text("登入")


def test_what_is_not_public_is_not_there(open_browser, demo, watch):
    page = open_browser()
    watch.expected_statuses.add(404)
    for address in [f"/public/pages/{STAFF_ONLY}", "/public/pages/no-such-page"]:
        assert page.goto(address).status == 404
        expect(page.locator("h1")).to_have_text("找不到這一頁")
        expect(page.locator("main")).not_to_contain_text("書表")
    page.get_by_role("link", name="回首頁").click()
    page.wait_for_url("**/public")


def test_a_page_taken_out_of_public_is_gone_at_once(open_browser, sign_in, demo, watch):
    reader = open_browser()
    assert reader.goto("/public/pages/fees").status == 200
    editor = sign_in(demo.knowledgeEditor)
    editor.goto("/pages/fees/edit")
    editor.get_by_label("對外公開").uncheck()
    editor.get_by_label("修改理由").fill("先收回")
    editor.get_by_role("button", name="儲存", exact=True).click()
    editor.wait_for_url(re.compile("/pages/fees(\\?|$)"))
    watch.expected_statuses.add(404)
    assert reader.goto("/public/pages/fees").status == 404
    assert b"/public/pages/fees" not in reader.request.get("/public/feed.atom").body()
    reader.goto("/public/search?q=戶政規費一覽")
    assert "/public/pages/fees" not in links(reader)


def test_nothing_is_amiss_on_any_public_page(open_browser, demo):
    page = open_browser()
    findings, patterns = crawl(page, "nobody", set(), start="/public", suffix="｜南華區戶政事務所")
    for address in ["/public/search?q=出生", "/public/search?q=抽籤+電梯吊車", "/public/search?q=電梯吊車"]:
        look = Look(page, "nobody", suffix="｜南華區戶政事務所")
        page.goto(address)
        look.at(address, LOOKS)
        findings += look.findings
    print(f"nobody: {len(patterns)} kinds of pages: {' '.join(sorted(patterns))}")
    assert {"/public", "/public/faq", "/public/pages/*"} <= patterns
    assert not findings, "\n".join(findings)
