"""The knowledge base in the hands of a clerk with a citizen in front, and of the editor who answers for it."""

import json
import pathlib
import re

import pytest
from playwright.sync_api import expect

from Browser.test_employee import focus
from Browser.test_every_page import Look
from Browser.writing import PDF, change, field, open_new, png, save, send_to_all, wait_for_draft, write_page

SEARCH = "搜尋法規、知識庫與試題"
RULE = "範例市戶政事務所填表協助服務自治規則"


# MARK: The clerk


@pytest.fixture
def registration_law(demo, tmp_path):
    """An act under the name and key of 戶籍法, with made-up words, as the ministry's file would bring it."""
    file = tmp_path / "law.json"
    file.write_text(json.dumps({"UpdateDate": "20240701", "Laws": [{
        "LawLevel": "法律", "LawName": "戶籍法", "LawURL": "https://law.example/LawAll.aspx?pcode=D0030006",
        "LawCategory": "行政＞內政部＞戶政目", "LawModifiedDate": "20240101", "LawEffectiveDate": "",
        "LawEffectiveNote": "", "LawAbandonNote": "", "LawHasEngVersion": "N", "EngLawName": "",
        "LawAttachements": [], "LawForeword": "",
        "LawHistories": "1.中華民國一百十三年一月一日總統令制定公布全文 2 條；並自公布日施行",
        "LawArticles": [
            {"ArticleType": "A", "ArticleNo": "第 48 條", "ArticleContent": "測試用的第四十八條。\r\n測試用的第二項。"},
            {"ArticleType": "A", "ArticleNo": "第 48-1 條", "ArticleContent": "測試用的第四十八條之一。"},
        ]}]}, ensure_ascii=False), encoding="utf-8")
    demo.office.command("statutes", "import", file)


def find(page, words):
    """Types into the box at the top and sends it."""
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def test_the_clerk_picks_a_page_from_the_suggestions(sign_in, demo):
    page = sign_in(demo.employee)
    page.keyboard.press("/")
    page.keyboard.type("出生登")
    wanted = page.get_by_role("option", name="出生登記 標準作業程序", exact=True)
    wanted.wait_for()
    options = page.get_by_role("option")
    for _ in range(options.count()):
        page.keyboard.press("ArrowDown")
        if wanted.get_attribute("aria-selected") == "true":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/pages/birth-registration")
    expect(page.locator("h1")).to_have_text("出生登記")


@pytest.mark.parametrize("words, number", [
    ("戶籍法48", "48"), ("户籍法第48条", "48"), ("戶籍法第４８條", "48"), ("戶籍法第四十八條之一", "48-1"), ("戶籍法§48-1", "48-1")])
def test_an_article_number_leads_to_the_article(words, number, registration_law, sign_in, demo):
    page = sign_in(demo.employee)
    find(page, words)
    page.wait_for_url(re.compile("/(search|statutes)[/?]"))
    assert page.url.endswith(f"/statutes/D0030006/articles/{number}"), page.url
    expect(page.locator("article.law")).to_contain_text("測試用的第四十八條")


def test_an_article_that_is_not_kept_leads_to_the_ministry(sign_in, demo):
    page = sign_in(demo.employee)
    find(page, "戶籍法48")
    page.wait_for_url("**/search?q=*")
    best = page.locator("main").get_by_label("最符合").get_by_role("link")
    expect(best).to_contain_text("戶籍法第48條")
    assert best.get_attribute("href").startswith("https://law.moj.gov.tw/")
    assert "pcode=D0030006&flno=48" in best.get_attribute("href")


@pytest.mark.parametrize("typed, usual", [("户籍誊本", "戶籍謄本"), ("补领国民身分证", "補領國民身分證"), ("臺灣", "台灣")])
def test_other_forms_of_the_same_characters_find_the_same(typed, usual, sign_in, demo):
    page = sign_in(demo.employee)
    found = []
    for words in (typed, usual):
        find(page, words)
        page.get_by_role("heading", level=1, name=f"搜尋「{words}」").wait_for()
        found.append(page.locator("ol.results h3").all_inner_texts())
    assert found[0] == found[1] and found[0]
    expect(page.locator("ol.results mark").first).to_be_visible()


def test_words_that_stand_nowhere_together_still_find_something(sign_in, demo):
    page = sign_in(demo.employee)
    find(page, "抽籤 電梯吊車")
    expect(page.locator("main .banner")).to_contain_text("沒有完全符合的，以下部分符合")
    expect(page.locator("ol.results h3").first).to_be_visible()


def test_ticks_the_papers_and_prints_the_notice(sign_in, demo):
    page = sign_in(demo.employee)
    page.goto("/pages/birth-registration")
    papers = page.locator("section.part").filter(has=page.get_by_role("heading", name="應備文件"))
    ticks = papers.locator("input[name=have]")
    expect(ticks).to_have_count(7)
    papers.get_by_text("出生證明文件正本").click()
    expect(ticks.first).to_be_checked()
    papers.get_by_role("button", name="列印一次告知單").click()
    page.wait_for_url("**/pages/birth-registration/notice?have=1")
    sheet = page.locator(".notice-sheet")
    expect(sheet.get_by_role("heading", level=2)).to_have_text(["應備文件", "申請人", "受理地點", "申請期限", "規費"])
    expect(sheet.get_by_role("checkbox").first).to_be_checked()
    mark = "item => getComputedStyle(item.querySelector('.check > span'), '::before').content"
    marks = lambda: [item.evaluate(mark) for item in sheet.locator("li.task").all()]
    assert [words.strip('"\u3000') for words in marks()] == ["已備"] + ["待補"] * 6
    have = sheet.locator("input[name=have]")
    have.nth(2).check()
    assert "已備" in marks()[2]
    sheet.locator("input[name=waived]").nth(4).check()
    assert "免附" in marks()[4]
    page.get_by_role("button", name="回條目").click()
    expect(papers.get_by_role("checkbox", checked=True)).to_have_count(3)
    papers.get_by_role("button", name="列印一次告知單").click()
    page.wait_for_url("**/pages/birth-registration/notice?have=1&have=3&waived=5")
    page.evaluate("() => { window.print = () => { window.isPrinted = true } }")
    page.get_by_role("button", name="列印").click()
    assert page.evaluate("window.isPrinted")

    page.emulate_media(media="print")
    for seen in [page.locator("h1"), sheet, have.nth(2), sheet.get_by_text("承辦人", exact=True)]:
        expect(seen).to_be_visible()
    expect(have.nth(2)).to_be_checked()
    for unseen in [".topbar", ".sidenav", ".breadcrumbs", ".site-foot", "[data-print]", ".page-head .button"]:
        for part in page.locator(unseen).all():
            expect(part).to_be_hidden()
    # What is handed over is one sheet.
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_procedure_prints_without_what_stands_around_it(sign_in, demo):
    page = sign_in(demo.employee)
    page.goto("/pages/birth-registration")
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("heading", name="辦理步驟")).to_be_visible()
    for unseen in [".topbar", ".sidenav", "aside", ".part a.button"]:
        for part in page.locator(unseen).all():
            expect(part).to_be_hidden()


def test_a_citation_shows_its_article_under_the_pointer(sign_in, demo):
    page = sign_in(demo.employee)
    page.goto("/pages/local-rule-form-help")
    preview = page.locator("#article-preview")
    link = page.get_by_role("link", name=f"{RULE}第9條第1項第4款").first
    # Scrolling hides it; the event comes a moment after the scrolling itself.
    link.scroll_into_view_if_needed()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    link.hover()
    expect(preview).to_be_visible()
    expect(preview).to_contain_text("收受規費、報酬或其他財物")
    assert link.get_attribute("aria-describedby") == "article-preview"
    box = preview.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(500)
    expect(preview).to_be_visible()
    page.mouse.move(5, 5)
    expect(preview).to_be_hidden()
    link.hover()
    expect(preview).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()
    link.click()
    page.wait_for_url("**/statutes/X0000001/articles/9")
    expect(page.locator("article.law")).to_contain_text("代民眾簽名或蓋章")


@pytest.mark.parametrize("width, height", [(1366, 768), (390, 844)])
def test_a_citation_shows_its_article_to_the_keyboard(width, height, sign_in, demo):
    page = sign_in(demo.employee, width=width, height=height)
    page.goto("/pages/local-rule-signing")
    focus(page, "article a[data-article]")
    preview = page.locator("#article-preview")
    expect(preview).to_be_visible()
    expect(preview).to_contain_text("代民眾簽名或蓋章")
    box = preview.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("Tab")
    page.wait_for_function("() => document.querySelector('#article-preview').textContent.includes('口述')")
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/statutes/X0000001/articles/8")


def test_the_clerk_does_it_all_without_script(sign_in, demo):
    page = sign_in(demo.employee, java_script_enabled=False)
    page.get_by_label(SEARCH).fill("填写书表")
    page.get_by_label(SEARCH).press("Enter")
    page.locator("ol.results").get_by_role("link", name=re.compile("協助民眾填寫書表")).click()
    page.locator("article").get_by_role("link", name=f"{RULE}第8條第2項").click()
    expect(page.locator("article.law")).to_contain_text("朗讀全文")
    page.goto("/pages/birth-registration")
    page.locator("article").get_by_role("checkbox").first.check()
    page.get_by_role("button", name="列印一次告知單").click()
    expect(page.locator(".notice-sheet")).to_contain_text("出生證明文件正本")
    expect(page.locator(".notice-sheet").get_by_role("checkbox").first).to_be_checked()
    # It would do nothing.
    expect(page.get_by_role("button", name="列印")).to_be_hidden()


ROOT = pathlib.Path(__file__).resolve().parents[2]

# Nine grounds and ten papers, and a table of who acts for a child, need a second sheet in letters that can be read.
LONG_NOTICES = {"moving-minor": 2, "naturalization": 2}


def test_every_notice_is_one_sheet_in_letters_that_can_be_read(sign_in, demo):
    page = sign_in(demo.employee)
    sheets = {}
    for file in sorted((ROOT / "kb/procedure").glob("*.md")):
        page.goto(f"/pages/{file.stem}/notice")
        printed = page.pdf(prefer_css_page_size=True)
        sheets[file.stem] = len(re.findall(rb"/Type /Page\b", printed))
        page.emulate_media(media="print")
        sizes = page.eval_on_selector_all(
            ".notice-sheet :is(p, li, td, th)", "all => all.map(item => parseFloat(getComputedStyle(item).fontSize))")
        page.emulate_media(media="null")
        assert min(sizes) >= 14, file.stem
    assert len(sheets) > 30
    assert {code: count for code, count in sheets.items() if count != 1} == LONG_NOTICES


def test_the_clerk_narrows_the_list(sign_in, demo):
    page = sign_in(demo.employee)
    page.locator("#menu").get_by_role("link", name="知識庫").click()
    page.get_by_role("navigation").get_by_role("link", name=re.compile("^常見問答")).click()
    page.get_by_label("主題").select_option("遷徙登記")
    page.get_by_role("button", name="篩選").click()
    rows = page.locator("main tbody tr")
    expect(rows.first).to_contain_text("遷徙登記")
    assert {"kind=faq", "subject"} <= {part if part.startswith("kind") else part.partition("=")[0]
                                      for part in page.url.partition("?")[2].split("&")}
    for row in rows.all():
        expect(row).to_contain_text("常見問答")
        expect(row).to_contain_text("遷徙登記")
    address = page.url
    page.goto("/")
    page.goto(address)
    expect(page.get_by_label("主題")).to_have_value("遷徙登記")


@pytest.mark.parametrize("address", [
    "/pages", "/pages/birth-registration", "/pages/birth-registration/notice", "/pages/fees",
    "/pages/local-rule-form-help", "/search?q=戶籍法", "/statutes/X0000001", "/statutes/X0000001/articles/9"])
def test_nothing_is_too_wide_for_a_phone(address, sign_in, demo):
    page = sign_in(demo.employee, width=390, height=844)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


# MARK: The editor


BODY = """\
每天早上開門前看一遍。

## 櫃檯

- 印泥、**老花眼鏡：**各一份
- 依範例市戶政事務所填表協助服務自治規則第10條第1項
"""


def test_a_draft_keeps_itself_and_is_gone_on_with(sign_in, demo):
    page = sign_in(demo.knowledgeEditor)
    open_new(page, "工作手冊")
    field(page, "標題").fill("開門前的檢查")
    field(page, "內文").press_sequentially("每天早上看一遍。")
    wait_for_draft(page)
    field(page, "代號").fill("morning-check")
    wait_for_draft(page)
    page.wait_for_timeout(3_500)
    page.close()

    page = sign_in(demo.knowledgeEditor)
    page.goto("/pages")
    page.get_by_role("link", name="新增條目").click()
    page.get_by_role("link", name="開門前的檢查").first.click()
    expect(page.locator("main .banner").first).to_contain_text("接續您")
    expect(field(page, "標題")).to_have_value("開門前的檢查")
    expect(field(page, "內文")).to_have_value("每天早上看一遍。")
    expect(field(page, "代號")).to_have_value("morning-check")
    preview = page.locator(".editor-preview")
    expect(preview).to_contain_text("每天早上看一遍。")
    field(page, "內文").fill(BODY)
    expect(preview.locator("strong")).to_have_text("老花眼鏡：")
    expect(preview.get_by_role("heading", name="櫃檯")).to_be_visible()
    cited = preview.get_by_role("link", name=f"{RULE}第10條第1項")
    assert cited.get_attribute("href") == "/statutes/X0000001/articles/10"
    save(page)
    page.wait_for_url("**/pages/morning-check")
    expect(page.locator("main [role=status]").first).to_contain_text("已新增條目")
    expect(page.locator(".page-head")).to_contain_text("第 1 版")
    expect(page.locator("ol.timeline")).to_contain_text("葉佩珊：新增條目")
    page.goto("/pages/new")
    expect(page.locator("main")).not_to_contain_text("開門前的檢查")


def test_a_draft_of_a_change_is_gone_on_with_and_left_behind(sign_in, demo):
    page = sign_in(demo.knowledgeEditor)
    page.goto("/pages/fees/edit")
    text = field(page, "內文")
    before = text.input_value()
    text.press("Control+End")
    text.press_sequentially("附註：草稿。")
    wait_for_draft(page)
    page.close()
    page = sign_in(demo.knowledgeEditor)
    page.goto("/pages/fees")
    expect(page.locator("article")).not_to_contain_text("附註：草稿。")
    page.get_by_role("link", name="修改這頁").click()
    expect(field(page, "內文")).to_have_value(re.compile("附註：草稿。"))
    page.get_by_role("link", name="捨棄草稿").click()
    page.get_by_role("button", name="捨棄草稿").click()
    expect(page.locator("main [role=status]").first).to_contain_text("草稿已捨棄")
    page.goto("/pages/fees/edit")
    expect(field(page, "內文")).to_have_value(before)


def test_a_draft_saves_itself_also_while_somebody_goes_on_typing(sign_in, demo):
    page = sign_in(demo.knowledgeEditor)
    page.clock.install()
    page.goto("/pages/fees/edit")
    text = field(page, "內文")
    text.press("Control+End")
    for _ in range(17):
        text.press_sequentially("又")
        page.clock.run_for(2_000)
    wait_for_draft(page)


def test_what_was_looked_at_is_kept_without_another_key(sign_in, demo):
    page = sign_in(demo.knowledgeEditor)
    page.goto("/pages/fees/edit")
    field(page, "內文").press("Control+End")
    field(page, "內文").press_sequentially("看一下。")
    page.get_by_role("button", name="預覽").click()
    expect(field(page, "內文")).to_have_value(re.compile("看一下。"))
    wait_for_draft(page)


def test_signing_in_again_in_another_window_loses_nothing(sign_in, demo, watch):
    page = sign_in(demo.knowledgeEditor)
    page.goto("/pages/fees/edit")
    other = page.context.new_page()
    other.goto("/account")
    other.locator("details.account summary").click()
    other.get_by_role("button", name="登出", exact=True).click()
    sign_in(demo.knowledgeEditor, page=other)
    watch.expected_statuses.add(403)
    text = field(page, "內文")
    text.press("Control+End")
    text.press_sequentially("新的登入。")
    wait_for_draft(page)
    field(page, "修改理由").fill("補一句")
    save(page)
    page.wait_for_url(re.compile("/pages/fees(\\?|/|$)"))
    expect(page.locator("article")).to_contain_text("新的登入。")


def test_two_windows_of_one_person_ask_which_draft_to_keep(sign_in, demo, watch):
    first = sign_in(demo.knowledgeEditor)
    second = first.context.new_page()
    for page in (first, second):
        page.goto("/pages/fees/edit")
    watch.expected_statuses.add(409)
    field(first, "標題").fill("第一個視窗")
    wait_for_draft(first)
    expect(second.locator("[data-draft-elsewhere]")).to_be_visible()
    field(second, "標題").fill("第二個視窗")
    second.wait_for_timeout(4_000)
    expect(field(second, "標題")).to_have_value("第二個視窗")
    second.get_by_role("button", name="用這裡的取代另一個視窗的").click()
    wait_for_draft(second)
    expect(first.locator("[data-draft-elsewhere]")).to_be_visible(timeout=15_000)
    expect(field(first, "標題")).to_have_value("第一個視窗")
    first.get_by_role("link", name="改用另一個視窗的").click()
    expect(field(first, "標題")).to_have_value("第二個視窗")


def test_the_preview_warns_and_saving_tells_again(sign_in, demo):
    page = sign_in(demo.knowledgeEditor)
    open_new(page, "常見問答")
    field(page, "標題").fill("要留意的頁")
    field(page, "代號").fill("with-warnings")
    field(page, "內文").fill("見[沒有的頁](../faq/no-such-page.md)與[沒有的檔](../attachments/none.pdf)。\n\n<script>alert(1)</script>")
    preview = page.locator(".editor-preview")
    expect(preview.locator(".banner")).to_contain_text("有 2 處要留意")
    expect(preview.locator(".banner li")).to_have_text([re.compile("內文第 1 行：.*no-such-page"), re.compile("內文第 1 行：.*none.pdf")])
    expect(preview.locator(".prose")).to_contain_text("<script>alert(1)</script>")
    save(page)
    page.wait_for_url("**/pages/with-warnings/warnings")
    expect(page.locator("main .banner").filter(has_text="處要留意")).to_contain_text("有 2 處要留意")
    page.get_by_role("link", name="看條目").click()
    expect(page.locator("article")).to_contain_text("<script>alert(1)</script>")


@pytest.mark.parametrize("script", [True, False])
def test_errors_stand_at_their_fields_and_nothing_is_lost(script, sign_in, demo, watch):
    page = sign_in(demo.knowledgeEditor, java_script_enabled=script)
    page.goto("/pages/new?kind=interpretation")
    field(page, "標題").fill("有錯的函釋")
    field(page, "內文").fill("內文還在。")
    field(page, "代號").fill("right-code")
    field(page, "發文日期").fill("明天")
    watch.expected_statuses.add(422)
    save(page)
    expect_errors(page, ["發文日期", "發文字號", "發文機關"])
    expect(field(page, "內文")).to_have_value("內文還在。")
    expect(field(page, "發文日期")).to_have_value("明天")
    link = page.locator(".error-summary").get_by_role("link").first
    link.click()
    assert page.evaluate("location.hash") == link.get_attribute("href")
    field(page, "發文日期").fill("115/11/20")
    field(page, "發文字號").fill("範戶字第1150000001號")
    field(page, "發文機關").fill("範例市政府")
    field(page, "代號").fill("Wrong Code")
    field(page, "複核週期").fill("99")
    save(page)
    expect_errors(page, ["代號", "複核週期"])
    watch.expected_statuses.remove(422)
    field(page, "代號").fill("right-code")
    field(page, "複核週期").fill("12")
    save(page)
    page.wait_for_url(re.compile("/pages/right-code"))
    expect(page.locator(".page-head")).to_contain_text("範例市政府　115年11月20日　範戶字第1150000001號")


def expect_errors(page, names):
    """Exactly these fields are wrong, each with what to do below it and a link to it on top."""
    summary = page.locator(".error-summary")
    expect(summary).to_be_visible()
    expect(page.locator("main [aria-invalid=true]")).to_have_count(len(names))
    for name in names:
        wrong = field(page, name)
        expect(wrong).to_have_attribute("aria-invalid", "true")
        described = wrong.get_attribute("aria-describedby").split()
        assert any(page.locator(f"#{each}").is_visible() for each in described if each.endswith("-error")), name
        expect(summary.locator(f"a[href='#{wrong.get_attribute('id')}']").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_procedure_is_written_part_by_part(script, sign_in, demo, watch):
    page = sign_in(demo.knowledgeEditor, java_script_enabled=script)
    page.goto("/pages/new?kind=procedure")
    field(page, "標題").fill("補發舊簿冊")
    field(page, "代號").fill("old-books")
    field(page, "處理時限").fill("隨到隨辦")
    field(page, "流程").fill("1. 收件\n2. 調閱")
    field(page, "規費").fill("{{本所：沒有}}")
    watch.expected_statuses.add(422)
    save(page)
    expect_errors(page, ["規費"])
    watch.expected_statuses.remove(422)
    field(page, "規費").fill("不收費")
    save(page)
    page.wait_for_url(re.compile("/pages/old-books(\\?|$)"))
    expect(page.locator("article h2")).to_have_text(["處理時限", "規費", "流程"])
    page.goto("/pages/old-books/edit")
    expect(field(page, "處理時限")).to_have_value("隨到隨辦")
    expect(field(page, "申請人")).to_be_hidden()
    page.get_by_text("加入：申請人、受理地點、申請期限").click()
    field(page, "申請人").fill("- 本人")
    field(page, "修改理由").fill("補申請人")
    save(page)
    page.wait_for_url(re.compile("/pages/old-books(\\?|$)"))
    expect(page.locator("article h2")).to_have_text(["申請人", "處理時限", "規費", "流程"])


def test_tools_write_lists_tables_and_names(sign_in, demo):
    page = sign_in(demo.knowledgeEditor)
    page.goto("/pages/new?kind=procedure")

    def tools(name):
        return page.get_by_role("toolbar", name=f"「{name}」的寫作工具")

    papers, flow, steps = field(page, "應備文件"), field(page, "流程"), field(page, "辦理步驟")
    papers.fill("身分證\n印章")
    papers.press("Control+a")
    tools("應備文件").get_by_role("button", name=re.compile("^勾選項目")).click()
    expect(papers).to_have_value("- [ ] 身分證\n- [ ] 印章")
    papers.press("Control+z")
    expect(papers).to_have_value("身分證\n印章")
    tools("流程").get_by_role("button", name=re.compile("^表格")).click()
    page.get_by_role("dialog").get_by_label("儲存格").fill("步驟\t由誰\n收件\t櫃檯")
    page.get_by_role("dialog").get_by_role("button", name="加入", exact=True).click()
    expect(flow).to_have_value("| 步驟 | 由誰 |\n| --- | --- |\n| 收件 | 櫃檯 |")
    # What leads nowhere is not taken.
    tools("流程").get_by_role("button", name=re.compile("^連結")).click()
    for typed in ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "/logout", "//evil.example/", "甲"]:
        page.get_by_role("dialog").get_by_label("網址或條目").fill(typed)
        page.get_by_role("dialog").get_by_role("button", name="加入", exact=True).click()
        expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("不能連到這裡")
    page.get_by_role("dialog").get_by_role("button", name="取消").click()
    expect(flow).to_have_value("| 步驟 | 由誰 |\n| --- | --- |\n| 收件 | 櫃檯 |")
    expect(tools("相關表單").get_by_role("button", name=re.compile("^附件"))).to_have_count(1)
    tools("辦理步驟").get_by_role("button", name=re.compile("^條文")).click()
    page.get_by_role("dialog").get_by_label("法規與條號").fill("第48條")
    page.get_by_role("dialog").get_by_label("法規與條號").press("Enter")
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("沒有寫明是哪一部法規")
    page.get_by_role("dialog").get_by_role("button", name="取消").click()
    tools("辦理步驟").get_by_role("button", name=re.compile("^條文")).click()
    page.get_by_role("dialog").get_by_label("法規與條號").fill("戶籍法48")
    page.get_by_role("dialog").get_by_label("法規與條號").press("Enter")
    expect(steps).to_have_value("戶籍法第48條")
    tools("辦理步驟").get_by_role("button", name=re.compile("^本所資料")).click()
    page.get_by_label("項目", exact=True).select_option(label="電話")
    page.get_by_role("dialog").get_by_role("button", name="加入", exact=True).click()
    expect(steps).to_have_value("戶籍法第48條{{本所：電話}}")
    wait_for_draft(page)
    expect(page.locator(".editor-preview th").first).to_have_text("步驟")


def test_a_file_goes_to_the_forms_of_a_procedure_unless_another_part_is_being_written(sign_in, demo):
    page = sign_in(demo.knowledgeEditor)
    page.goto("/pages/new?kind=procedure")
    upload = page.locator("form[data-attachment]")

    def send(name):
        upload.get_by_label("檔案").set_input_files({"name": name, "mimeType": "application/pdf", "buffer": PDF})
        upload.get_by_role("button", name="上傳").click()

    send("申請書一.pdf")
    expect(upload.locator("[data-attachment-state]")).to_have_text("已存入「申請書一.pdf」，並加進「相關表單」")
    expect(field(page, "相關表單")).to_have_value("[申請書一.pdf](../attachments/申請書一.pdf)\n")
    expect(field(page, "申請人")).to_have_value("")
    field(page, "應備文件").fill("- [ ] 身分證")
    send("申請書二.pdf")
    expect(upload.locator("[data-attachment-state]")).to_have_text("已存入「申請書二.pdf」，並加進「應備文件」")
    expect(field(page, "應備文件")).to_have_value("- [ ] 身分證\n\n[申請書二.pdf](../attachments/申請書二.pdf)\n")


def test_a_change_needs_a_reason(sign_in, demo, watch):
    page = sign_in(demo.knowledgeEditor)
    page.goto("/pages/fees/edit")
    field(page, "標題").fill("規費一覽表")
    watch.expected_statuses.add(422)
    save(page)
    expect(page.locator(".error-summary")).to_contain_text("請寫明為什麼修改")
    expect(field(page, "修改理由")).to_have_attribute("aria-invalid", "true")
    watch.expected_statuses.remove(422)
    expect(field(page, "標題")).to_have_value("規費一覽表")
    field(page, "修改理由").fill("標題寫清楚")
    save(page)
    expect(page.locator("h1")).to_have_text("規費一覽表")
    expect(page.locator(".page-head")).to_contain_text("第 2 版")


def test_two_people_at_once_lose_nothing(sign_in, demo, watch):
    demo.office.command("role", "grant", demo.employee.login, "knowledgeEditor")
    first = sign_in(demo.knowledgeEditor)
    write_page(first, "工作手冊", "兩個人寫的頁", "together", "第一段。\n\n第二段。\n\n第三段。")
    second = sign_in(demo.employee)
    for page in (first, second):
        page.goto("/pages/together/edit")
    # Different places, and the same one.
    field(first, "內文").fill("第一段，葉改的。\n\n第二段。\n\n第三段，葉改的。")
    field(first, "修改理由").fill("葉的理由")
    field(second, "內文").fill("第一段。\n\n第二段，林改的。\n\n第三段，林改的。")
    field(second, "標題").fill("林取的標題")
    field(second, "修改理由").fill("林的理由")
    save(first)
    first.wait_for_url(re.compile("/pages/together(\\?|$)"))
    watch.expected_statuses.add(409)
    save(second)
    alert = second.locator("main [role=alert]").first
    expect(alert).to_contain_text("您寫的還沒有存入：第 2 版（葉佩珊）剛才先存了")
    expect(alert).to_contain_text("葉的理由")
    watch.expected_statuses.remove(409)
    expect(second.locator("main .diff ins").first).to_be_visible()
    merged = field(second, "內文").input_value()
    for words in ["第一段，葉改的。", "第二段，林改的。", "第三段，葉改的。", "第三段，林改的。"]:
        assert words in merged, words
    expect(field(second, "標題")).to_have_value("林取的標題")
    expect(field(second, "修改理由")).to_have_value("林的理由")

    watch.expected_statuses.add(422)
    save(second)
    expect(second.locator(".error-summary")).to_contain_text("內文還有沒有選定的地方")
    watch.expected_statuses.remove(422)
    expect(field(second, "內文")).to_have_value(merged)
    lines = [line for line in merged.splitlines() if not re.match("<{7}|={7}|>{7}", line)]
    field(second, "內文").fill("\n".join(lines))
    save(second)
    second.wait_for_url(re.compile("/pages/together(\\?|$)"))
    expect(second.locator("h1")).to_have_text("林取的標題")
    for words in ["第一段，葉改的。", "第二段，林改的。", "第三段，葉改的。", "第三段，林改的。"]:
        expect(second.locator("article")).to_contain_text(words)
    expect(second.locator("ol.timeline li")).to_have_count(3)


def test_compares_versions_and_restores_one(sign_in, demo):
    page = sign_in(demo.knowledgeEditor)
    write_page(page, "工作手冊", "三個版本", "versions", "印泥一盒。\n\n筆兩支。")
    change(page, "versions", lambda text: text.replace("一盒", "兩盒"), "印泥不夠")
    change(page, "versions", lambda text: text + "\n\n尺一把。", "多一把尺")
    expect(page.locator(".page-head")).to_contain_text("第 3 版")
    page.get_by_role("link", name="全部版本").click()
    expect(page.locator("main tbody tr")).to_have_count(3)
    page.get_by_label("原來").select_option("1")
    page.get_by_label("改為").select_option("3")
    page.get_by_role("button", name="比較").click()
    gone = page.locator("main .diff del")
    expect(gone).to_contain_text("一")
    expect(page.locator("main .diff ins").first).to_contain_text("兩")
    # Readable without colours, too.
    assert "line-through" in gone.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    expect(page.locator("main .diff-side").nth(1)).to_contain_text("尺一把。")

    page.goto("/pages/versions/revisions/1")
    expect(page.locator("main .banner")).to_contain_text("這是舊版")
    page.get_by_role("link", name="回復成這一版").click()
    page.get_by_label("理由").fill("還是一盒就夠")
    page.get_by_role("button", name="回復").click()
    page.wait_for_url(re.compile("/pages/versions(\\?|$)"))
    expect(page.locator("main [role=status]").first).to_contain_text("已存成新的版本，內容是所選的舊版")
    expect(page.locator(".page-head")).to_contain_text("第 4 版")
    expect(page.locator("article")).to_contain_text("印泥一盒。")
    expect(page.locator("article")).not_to_contain_text("尺一把。")
    clerk = sign_in(demo.employee)
    clerk.goto("/pages/versions/revisions/3")
    expect(clerk.locator("main .banner")).to_contain_text("請勿依舊版辦理")
    expect(clerk.get_by_role("link", name="回復成這一版")).to_have_count(0)


def test_attaches_files_and_refuses_a_disguised_one(sign_in, demo, watch):
    page = sign_in(demo.knowledgeEditor)
    page.goto("/pages/fees/edit")
    upload = page.locator("form[data-attachment]")
    state = upload.locator("[data-attachment-state]")

    def send(name, kind, data):
        upload.get_by_label("檔案").set_input_files({"name": name, "mimeType": kind, "buffer": data})
        upload.get_by_role("button", name="上傳").click()

    send("規費表.pdf", "application/pdf", PDF)
    expect(state).to_have_text("已存入「規費表.pdf」，並加進「內文」")
    send("櫃檯.png", "image/png", png())
    expect(state).to_have_text("已存入「櫃檯.png」，並加進「內文」")
    text = field(page, "內文").input_value()
    assert "[規費表.pdf](../attachments/規費表.pdf)" in text and "![櫃檯.png](../attachments/櫃檯.png)" in text
    picture = page.locator(".editor-preview img")
    # It is loaded once it comes into view.
    picture.evaluate("picture => picture.scrollIntoView()")
    expect(picture).to_be_visible()
    assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") == 40

    watch.expected_statuses.add(422)
    send("假的.png", "image/png", b"<!doctype html><script>alert(1)</script>")
    expect(state).to_contain_text("附件「假的.png」沒有存入：內容不是副檔名所說的圖片")
    send("程式.exe", "application/octet-stream", b"MZ")
    expect(state).to_contain_text("不收這種檔案")
    watch.expected_statuses.remove(422)
    assert field(page, "內文").input_value() == text

    field(page, "修改理由").fill("附上規費表")
    save(page)
    page.wait_for_url(re.compile("/pages/fees(\\?|$)"))
    page.locator("article img").evaluate("picture => picture.scrollIntoView()")
    expect(page.locator("article img")).to_be_visible()
    with page.expect_download() as download:
        page.locator("article").get_by_role("link", name="規費表.pdf").click()
    assert open(download.value.path(), "rb").read() == PDF
    page.goto("/attachments")
    expect(page.locator("main tbody tr")).to_have_count(2)
    expect(page.locator("main tbody tr").first).to_contain_text("戶政規費一覽")


def test_attaches_a_file_without_script(sign_in, demo, watch):
    page = sign_in(demo.knowledgeEditor, java_script_enabled=False)
    page.goto("/pages/new?kind=handbook")
    field(page, "標題").fill("沒有程式也行")
    field(page, "內文").fill("寫到一半。")
    page.get_by_role("button", name="儲存草稿").click()
    expect(page.locator("main [role=status]").first).to_contain_text("草稿已存")
    upload = page.locator("form[data-attachment]")
    watch.expected_statuses.add(422)
    upload.get_by_label("檔案").set_input_files({"name": "假的.png", "mimeType": "image/png", "buffer": b"<html>"})
    upload.get_by_role("button", name="上傳").click()
    expect(page.locator(".error-summary")).to_contain_text("內容不是副檔名所說的圖片")
    watch.expected_statuses.remove(422)
    upload = page.locator("form[data-attachment]")
    upload.get_by_label("檔案").set_input_files({"name": "真的.png", "mimeType": "image/png", "buffer": png()})
    upload.get_by_role("button", name="上傳").click()
    expect(page.locator("h1")).to_have_text("新增工作手冊")
    expect(field(page, "內文")).to_have_value("寫到一半。")
    expect(page.locator("main")).to_contain_text("![真的.png](../attachments/真的.png)")


def test_takes_a_page_out_of_use_and_back(sign_in, demo, watch):
    editor = sign_in(demo.knowledgeEditor)
    clerk = sign_in(demo.employee)
    clerk.goto("/pages/id-card-age")
    editor.goto("/pages/id-card-age")
    editor.get_by_role("link", name="停止適用或停用").click()
    editor.get_by_role("radio", name=re.compile("^停用")).check()
    editor.get_by_label("理由").fill("併入初領國民身分證")
    editor.get_by_role("button", name="變更狀態").click()
    expect(editor.locator("main .banner").filter(has_text="已停用")).to_be_visible()
    watch.expected_statuses.add(404)
    clerk.reload()
    expect(clerk.locator("h1")).to_contain_text("找不到")
    watch.expected_statuses.remove(404)
    find(clerk, "幾歲領身分證")
    clerk.get_by_role("heading", level=1, name="搜尋「幾歲領身分證」").wait_for()
    assert not [title for title in clerk.locator("ol.results h3 a").evaluate_all("all => all.map(a => a.pathname)")
                if title == "/pages/id-card-age"]
    editor.get_by_role("link", name="恢復現行").click()
    editor.get_by_role("radio", name=re.compile("^現行")).check()
    editor.get_by_label("理由").fill("還是要用")
    editor.get_by_role("button", name="變更狀態").click()
    expect(editor.locator("main .banner").filter(has_text="已停用")).to_have_count(0)
    clerk.goto("/pages/id-card-age")
    expect(clerk.locator("ol.timeline")).to_contain_text("還是要用")


# MARK: Both


@pytest.mark.parametrize("script", [True, False])
def test_an_announcement_goes_out_is_confirmed_and_followed(script, sign_in, demo):
    editor = sign_in(demo.knowledgeEditor, java_script_enabled=script)
    if script:
        write_page(editor, "公告", "櫃檯要換新印章", "new-seal", "下週一起用新印章。\n\n舊印章繳回。")
    else:
        editor.goto("/pages/new?kind=announcement")
        field(editor, "標題").fill("櫃檯要換新印章")
        field(editor, "內文").fill("下週一起用新印章。\n\n舊印章繳回。")
        field(editor, "代號").fill("new-seal")
        save(editor)
    expect(editor.locator(".page-head")).to_contain_text("尚未發送")
    send_to_all(editor)
    unread = editor.locator("section").filter(has=editor.get_by_role("heading", name=re.compile("^還沒有讀的人")))
    expect(unread).to_contain_text("林雅筑")
    editor.get_by_role("button", name=re.compile(r"^提醒未讀的 \d+ 人")).click()
    expect(editor.locator("main [role=status]").first).to_contain_text("已提醒")
    expect(unread.locator("li").filter(has_text="林雅筑")).to_contain_text("提醒過")

    clerk = sign_in(demo.employee, java_script_enabled=script, width=390, height=844)
    due = clerk.locator("ol.due > li").filter(has_text="櫃檯要換新印章")
    expect(due).to_contain_text("承辦人提醒")
    due.get_by_role("link", name="閱讀").click()
    assert clerk.evaluate("document.documentElement.scrollWidth") <= 390 if script else True
    expect(clerk.locator("main .banner").first).to_contain_text("這則公告要請您確認")
    clerk.get_by_role("button", name="我已閱讀並了解").click()
    expect(clerk.locator("main .banner").first).to_contain_text("您已確認閱讀")
    expect(clerk.get_by_role("button", name="我已閱讀並了解")).to_have_count(0)
    clerk.goto("/")
    expect(clerk.locator("ol.due > li").filter(has_text="櫃檯要換新印章")).to_have_count(0)

    editor.reload()
    read = editor.locator("section").filter(has=editor.get_by_role("heading", name=re.compile("^已經讀過的人")))
    expect(read).to_contain_text("林雅筑")
    expect(unread).not_to_contain_text("林雅筑")


def test_the_announcement_is_confirmed_by_keyboard_and_asked_again_for_a_new_version(sign_in, demo):
    editor = sign_in(demo.knowledgeEditor)
    write_page(editor, "公告", "週五提早關門", "friday", "週五四點半停止收件。")
    send_to_all(editor)
    clerk = sign_in(demo.employee)
    clerk.goto("/pages/friday")
    focus(clerk, "form[action$='/reading'] button")
    clerk.keyboard.press("Enter")
    expect(clerk.locator("main .banner").first).to_contain_text("確認第 1 版")
    change(editor, "friday", lambda text: text.replace("四點半", "四點"), "改時間")
    clerk.goto("/")
    expect(clerk.locator("ol.due > li").filter(has_text="週五提早關門")).to_have_count(0)
    editor.goto("/pages/friday/announcement")
    editor.get_by_role("button", name="新版要再確認").click()
    expect(editor.locator("main [role=status]").first).to_contain_text("位同仁確認新版")
    clerk.goto("/")
    clerk.locator("ol.due > li").filter(has_text="週五提早關門").get_by_role("link", name="閱讀").click()
    expect(clerk.locator("main .banner").first).to_contain_text("公告有新版，請再確認一次")
    clerk.get_by_role("button", name="我已閱讀並了解").click()
    expect(clerk.locator("main .banner").first).to_contain_text("確認第 2 版")


def test_nothing_is_amiss_on_what_writing_leads_to(sign_in, demo, watch):
    demo.office.command("role", "grant", demo.employee.login, "knowledgeEditor")
    page = sign_in(demo.knowledgeEditor)
    look = Look(page, "knowledgeEditor")
    write_page(page, "公告", "換新印章", "new-seal", "下週一起用新印章。")
    look.at("an announcement that is not sent")
    wide(page)
    other = sign_in(demo.employee)
    other.goto("/pages/new-seal/edit")
    change(page, "new-seal", lambda text: text + "\n\n舊印章繳回。\n\n見[沒有的頁](../faq/none.md)。", "補一句")
    look.at("warnings after saving")
    wide(page)
    page.goto("/pages/new-seal/edit")
    field(page, "標題").fill("")
    watch.expected_statuses |= {409, 422}
    save(page)
    page.locator(".error-summary").wait_for()
    look.at("the editor with errors")
    wide(page)
    field(other, "內文").fill("下週二起用新印章。")
    field(other, "標題").fill("換印章")
    field(other, "修改理由").fill("改日期")
    save(other)
    other.locator("main [role=alert]").first.wait_for()
    merging = Look(other, "knowledgeEditor")
    merging.at("two people's changes")
    page.goto("/pages/new-seal/comparison?from=1&to=2")
    look.at("two versions")
    wide(page)
    page.goto("/pages/new-seal/revisions/1/restoration")
    look.at("before restoring")
    wide(page)
    page.goto("/pages/new-seal/announcement")
    page.get_by_label("確認期限").fill("昨天")
    page.get_by_role("button", name="發送公告").click()
    page.locator(".error-summary").wait_for()
    look.at("sending, refused")
    wide(page)
    page.goto("/pages/new-seal")
    send_to_all(page)
    page.get_by_role("button", name=re.compile("^提醒未讀的")).click()
    look.at("who has read it")
    wide(page)
    page.goto("/pages/new-seal")
    look.at("an announcement to confirm")
    wide(page)
    page.goto("/feeds")
    page.get_by_role("button", name="產生訂閱網址").click()
    look.at("a new feed address")
    assert not look.findings + merging.findings, "\n".join(look.findings + merging.findings)


def wide(page):
    page.set_viewport_size({"width": 1366, "height": 768})
