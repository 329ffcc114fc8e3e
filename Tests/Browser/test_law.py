"""An amendment, from the file to the notice that tells of it: what is shown, flagged, decided and left out."""

import re

import pytest
from playwright.sync_api import expect

from Browser.test_every_page import Look
from Browser.writing import send_to_all

OLD_NAME = "範例市戶政事務所填表協助服務自治規則"
NEW_NAME = "範例市戶政事務所書表填寫協助服務自治規則"
TOPIC = "範例市自治規則（示範）"


def bring_in(page):
    """From the home page: looks at what the waiting amendment would change, and says yes."""
    page.goto("/")
    page.locator("main").get_by_role("link", name="看修正案").click()
    page.get_by_role("button", name="預覽範例修正案").click()
    page.wait_for_url(re.compile(r"/statutes/import/\d+$"))
    expect(page.locator("main")).to_contain_text("檔案沒有問題，法規還沒有變動")


def say_yes(page):
    page.get_by_role("button", name="匯入", exact=True).click()
    expect(page.locator("main")).to_contain_text("匯入完成", timeout=20_000)


def in_bank(page):
    """How many questions the blueprint has of the made-up rule's topic."""
    page.goto("/manage/exams/new")
    box = page.get_by_label(re.compile(f"^{re.escape(TOPIC)}　不分層次，題庫有"))
    return int(re.search(r"題庫有 (\d+) 題", box.get_attribute("aria-label"))[1])


@pytest.mark.parametrize("script", [True, False])
def test_the_waiting_amendment_comes_in_after_a_look(script, sign_in, demo):
    page = sign_in(demo.knowledgeEditor, java_script_enabled=script)
    page.goto("/amendments")
    expect(page.locator("main")).not_to_contain_text(NEW_NAME)
    bring_in(page)
    amended = page.locator("section").filter(has=page.get_by_role("heading", name="修正", exact=True))
    expect(amended).to_contain_text(NEW_NAME)
    findings = page.locator("section").filter(has=page.get_by_role("heading", name="受影響的引用", exact=True))
    expect(findings).to_contain_text("local-rule-helpers")
    # Who may not look into the bank learns how many questions there are, not which.
    expect(findings).to_contain_text("處在您看不到的試題，只計數")
    expect(findings).not_to_contain_text("local-rule-004")
    # Nothing happened yet.
    page.goto("/statutes/X0000001")
    expect(page.locator("h1")).to_contain_text(OLD_NAME)
    bring_in(page)
    if script:
        say_yes(page)
    else:
        page.get_by_role("button", name="匯入", exact=True).click()
        for _ in range(20):
            if "匯入完成" in page.locator("main").inner_text():
                break
            page.wait_for_timeout(500)
            page.reload()
        expect(page.locator("main")).to_contain_text("匯入完成")
    page.get_by_role("link", name="看待複核的項目").click()
    page.wait_for_url("**/amendments")
    expect(page.locator("main").get_by_role("link", name=NEW_NAME).first).to_be_visible()
    touched = page.locator("section").filter(has=page.locator("h2#touched"))
    expect(touched).to_contain_text("local-rule-helpers")
    expect(touched).to_contain_text("local-rule-form-help")
    # What waited is there no more.
    page.goto("/")
    expect(page.get_by_role("link", name="看修正案")).to_have_count(0)
    page.goto("/statutes/import")
    expect(page.get_by_role("button", name="預覽範例修正案")).to_have_count(0)


def test_what_rests_on_it_is_flagged_left_out_and_decided(sign_in, demo):
    manager = sign_in(demo.examManager)
    before = in_bank(manager)
    editor = sign_in(demo.knowledgeEditor)
    bring_in(editor)
    say_yes(editor)
    after = in_bank(manager)
    assert after < before

    clerk = sign_in(demo.employee)
    clerk.goto("/pages/local-rule-helpers")
    banner = clerk.locator("main .banner").filter(has_text="依據的法規修正過，本頁待複核")
    expect(banner).to_contain_text("第5條")
    banner.get_by_role("link", name="看新舊條文對照").first.click()
    expect(clerk.locator("main .diff").first).to_be_visible()
    expect(clerk.locator("main")).to_contain_text("由「" + OLD_NAME + "」改為「" + NEW_NAME + "」")
    expect(clerk.locator("main .diff ins").first).to_be_visible()
    clerk.goto("/pages/local-rule-form-help/notice")
    expect(clerk.locator("main .banner")).to_contain_text("這張單子還沒有複核")

    editor.goto("/")
    waiting = editor.locator("main .banner").filter(has_text="待複核")
    waiting.get_by_role("link", name="看是哪些").click()
    editor.locator("section").filter(has=editor.locator("h2#touched")).get_by_role(
        "link", name="local-rule-helpers").click()
    editor.get_by_role("button", name="仍然正確").click()
    expect(editor.locator("main [role=status]").first).to_contain_text("已記下今天複核過")
    expect(editor.locator("main .banner").filter(has_text="待複核")).to_have_count(0)
    clerk.goto("/pages/local-rule-helpers")
    expect(clerk.locator("main .banner").filter(has_text="待複核")).to_have_count(0)
    editor.goto("/amendments")
    decided = editor.locator("section").filter(has=editor.locator("h2#decided"))
    expect(decided).to_contain_text("local-rule-helpers")
    expect(decided).to_contain_text("葉佩珊")

    questions = sign_in(demo.questionEditor)
    questions.goto("/amendments")
    questions.locator("main").get_by_role("link", name="local-rule-004").first.click()
    expect(questions.locator("main .banner").filter(has_text="待複核")).to_contain_text("第5條第2項")
    questions.get_by_role("button", name="對照過了，這一題仍然正確").click()
    expect(questions.locator("main .banner").filter(has_text="待複核")).to_have_count(0)
    expect(questions.locator("main")).to_contain_text("修法複核紀錄")
    assert in_bank(manager) == after + 1


def test_the_notice_of_the_amendment_is_drafted_in_one_click(sign_in, demo):
    page = sign_in(demo.knowledgeEditor)
    bring_in(page)
    say_yes(page)
    page.get_by_role("link", name=NEW_NAME).click()
    page.wait_for_url("**/comparison?*")
    address = page.url
    page.get_by_role("button", name="起草修正公告").click()
    page.wait_for_url("**/pages/amendment-x0000001-1-2")
    expect(page.locator("h1")).to_have_text(f"「{NEW_NAME}」修正")
    expect(page.locator(".page-head")).to_contain_text("尚未發送")
    text = page.locator("article")
    for words in [f"法規名稱由「{OLD_NAME}」改為「{NEW_NAME}」", "第6條之1", "修正前：", "修正後："]:
        expect(text).to_contain_text(words)
    expect(text.get_by_role("link", name="新舊條文全文對照")).to_have_attribute("href", re.compile("/statutes/X0000001/comparison"))
    expect(text.locator("a[data-article='/statutes/X0000001/articles/5']").first).to_be_visible()
    # A second click leads to the same one.
    page.goto(address)
    page.get_by_role("button", name="起草修正公告").click()
    page.wait_for_url("**/pages/amendment-x0000001-1-2")
    expect(page.locator(".page-head")).to_contain_text("第 1 版")
    send_to_all(page)
    clerk = sign_in(demo.employee)
    expect(clerk.locator("ol.due > li").filter(has_text=f"「{NEW_NAME}」修正")).to_be_visible()


GOOD = b'{"UpdateDate": "20260901", "Laws": [{"LawLevel": "\xe5\x91\xbd\xe4\xbb\xa4", "LawName": "A'


@pytest.mark.parametrize("name, data, sentence", [
    ("不是法規.json", "這只是一段文字。".encode(), "不是全國法規資料庫的 JSON 檔"),
    ("別的.json", b'{"hello": [1, 2, 3]}', "不是全國法規資料庫的 JSON 檔"),
    ("斷掉.json", GOOD, "這個檔案不完整，讀完 0 部法規後就中斷了"),
    ("網頁.json", b"<!doctype html><html><body>404</body></html>", "這是 XML 檔或網頁"),
    ("壞的.zip", b"PK\x03\x04" + b"\0" * 60, "ZIP 檔"),
    ("big5.json", '{"UpdateDate": "20260901", "Laws": [{"LawName": "戶籍法"'.encode("cp950"), "不是 UTF-8 編碼"),
])
@pytest.mark.parametrize("script", [True, False])
def test_a_broken_file_is_refused_in_words(script, name, data, sentence, sign_in, demo, watch):
    page = sign_in(demo.knowledgeEditor, java_script_enabled=script)
    page.goto("/statutes/import")
    watch.expected_statuses.add(422)
    page.get_by_label("法規檔（JSON 或 ZIP）").set_input_files({"name": name, "mimeType": "application/json", "buffer": data})
    page.get_by_role("button", name="檢查檔案").click()
    told = page.locator("main .banner, .error-summary").filter(has_text=sentence)
    for _ in range(20):
        if told.count():
            break
        page.wait_for_timeout(250)
        if not script:
            page.reload()
    expect(told.first).to_be_visible()
    expect(page.locator("main")).to_contain_text("法規沒有變動")
    page.goto("/statutes/X0000001")
    expect(page.locator("h1")).to_contain_text(OLD_NAME)


def test_nothing_is_amiss_while_an_amendment_comes_in(sign_in, demo, watch):
    page = sign_in(demo.knowledgeEditor)
    look = Look(page, "knowledgeEditor")
    page.goto("/statutes/import")
    look.at("the form")
    bring_in(page)
    look.at("the preview")
    say_yes(page)
    look.at("what was done")
    for address in ["/", "/amendments", "/pages/local-rule-helpers", "/pages/local-rule-form-help/notice",
                    "/statutes/X0000001/comparison?from=1&to=2"]:
        page.set_viewport_size({"width": 1366, "height": 768})
        page.goto(address)
        look.at(address)
    page.set_viewport_size({"width": 1366, "height": 768})
    page.get_by_role("button", name="起草修正公告").click()
    page.wait_for_url("**/pages/amendment-x0000001-1-2")
    look.at("the drafted notice")
    assert not look.findings, "\n".join(look.findings)
