"""The exam manager's way: from a blueprint that the bank cannot fill to a file that HR can open."""

import csv
import datetime
import re

from playwright.sync_api import expect

from Browser.paper import Paper

TITLE = "瀏覽器測試小考𠮷"


def roc(moment):
    """115/11/30 08:00, in Taipei."""
    local = moment.astimezone(datetime.timezone(datetime.timedelta(hours=8)))
    return f"{local.year - 1911}/{local:%m/%d %H:%M}"


def test_plans_publishes_watches_closes_and_exports(sign_in, demo, watch):
    page = sign_in(demo.examManager)
    plan(page, watch)
    preview(page)
    publish(page)
    exam = re.search(r"/manage/exams/(\d+)$", page.url)[1]

    examinee = start(sign_in, demo.employee, exam)
    teaches_keys_where_there_are_keys(examinee)
    Paper(examinee).choose(1, 1)
    Paper(examinee).wait_until_saved()
    other = start(sign_in, demo.questionEditor, exam)
    hand_in(other)
    expect(other.locator("main")).to_contain_text("成績在測驗結束後")
    assert "正確答案" not in other.content()
    page.reload()
    tiles = page.locator(".tiles .figure")
    expect(tiles.filter(has_text="已交卷")).to_contain_text(re.compile(r"已交卷\s*1"))
    expect(tiles.filter(has_text="作答中")).to_contain_text(re.compile(r"作答中\s*1"))
    tiles.filter(has_text="作答中").get_by_role("link").click()
    expect(page.locator("main table")).to_contain_text("林雅筑")

    page.goto(f"/manage/exams/{exam}")
    page.get_by_role("link", name="提前結束測驗").click()
    expect(page.locator("main")).to_contain_text("1 位正在作答")
    page.get_by_role("button", name="結束測驗").click()
    expect(page.locator("main [role=status]")).to_contain_text(f"已結束「{TITLE}」，2 人交卷")
    expect(page.locator(".page-head")).to_contain_text(re.compile("提前結束（原定 .*）"))
    expect(tiles.filter(has_text="未應試")).to_have_count(1)
    watch.expected_statuses.add(409)
    Paper(examinee).choose(2, 1)
    examinee.get_by_role("heading", level=1, name=re.compile("成績|已交卷")).wait_for()
    watch.expected_statuses.remove(409)

    results(page, exam)
    examinee.reload()
    expect(examinee.locator(".score .value")).to_be_visible()
    expect(examinee.locator("main")).to_contain_text("由系統交卷")


def plan(page, watch):
    now = datetime.datetime.now(datetime.timezone.utc)
    page.locator("#menu").get_by_role("link", name="年度測驗").click()
    page.locator("main").get_by_role("link", name="建立測驗").first.click()
    watch.expected_statuses.add(422)
    page.get_by_label("測驗名稱").fill("")
    page.get_by_label("開始時間").fill("明天早上")
    page.get_by_role("button", name="儲存草稿").click()
    expect(page.locator(".error-summary")).to_be_visible()
    expect(page.get_by_label("開始時間")).to_have_value("明天早上")
    watch.expected_statuses.remove(422)
    page.get_by_label("測驗名稱").fill(TITLE)
    page.get_by_label("開始時間").fill(roc(now - datetime.timedelta(minutes=5)))
    page.get_by_label("截止時間", exact=True).fill(roc(now + datetime.timedelta(hours=3)))
    page.get_by_role("textbox", name="作答時間").fill("30")
    page.get_by_role("textbox", name="及格分數").fill("60")
    page.get_by_role("textbox", name="應試次數").fill("1")
    if not page.get_by_label("主辦單位全體同仁").is_checked():
        page.get_by_label("主辦單位全體同仁").check()
    page.get_by_label("測驗結束後").check()
    cell = page.get_by_label(re.compile("^出生登記　記憶"))
    cell.fill("99")
    page.get_by_label(re.compile("^遷徙登記　不分層次")).fill("5")
    page.get_by_role("button", name="檢查題庫").click()
    expect(page.locator("main [role=alert]")).to_contain_text("出生登記")
    expect(cell).to_have_attribute("aria-invalid", "true")
    expect(page.locator("td.short")).to_contain_text("不足")
    expect(page.get_by_label("測驗名稱")).to_have_value(TITLE)

    page.get_by_role("button", name="儲存草稿").click()
    expect(page.locator("main")).to_contain_text("題庫有 1 格不足，不能發布")
    page.get_by_role("link", name="發布測驗").click()
    expect(page.get_by_role("button", name="發布測驗")).to_have_count(0)
    page.get_by_role("link", name="返回").click()
    page.get_by_role("link", name="修改細目表").click()
    cell.fill("2")
    page.get_by_role("button", name="檢查題庫").click()
    expect(page.locator("main")).to_contain_text("每份試卷 7 題")
    page.get_by_role("button", name="儲存草稿").click()
    expect(page.locator("h1")).to_contain_text(TITLE)
    expect(page.locator("main")).to_contain_text("這是草稿")


def preview(page):
    page.get_by_role("link", name="試卷預覽").click()
    expect(page.locator("main")).to_contain_text("看過的人會記名")
    expect(page.locator("fieldset.question")).to_have_count(0)
    page.get_by_role("link", name="看試卷與答案").click()
    expect(page.locator("fieldset.question")).to_have_count(7)
    first = page.locator("fieldset.question .stem").all_inner_texts()
    page.reload()
    assert page.locator("fieldset.question .stem").all_inner_texts() == first
    page.get_by_role("link", name="換一份").click()
    expect(page.locator("fieldset.question")).to_have_count(7)
    assert page.locator("fieldset.question .stem").all_inner_texts() != first
    page.get_by_role("link", name="總覽").click()


def publish(page):
    page.get_by_role("link", name="發布測驗").click()
    expect(page.locator("main")).to_contain_text(re.compile(r"4\d 人"))
    page.get_by_role("button", name="發布測驗").click()
    expect(page.locator("main [role=status]")).to_contain_text(re.compile(f"已發布「{TITLE}」，4\\d 人應試。"))
    expect(page).to_have_url(re.compile(r"/manage/exams/\d+$"))
    expect(page.locator("main")).to_contain_text("進行中")
    expect(page.locator("main .tiles")).to_contain_text("未開始")
    page.reload()
    expect(page.locator("main [role=status]")).to_have_count(0)


def teaches_keys_where_there_are_keys(page):
    hint = page.locator(".keyboard-hint")
    expect(hint).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("button", name="題號一覽").click()
    expect(page.locator(".navigator .cells")).to_be_visible()
    expect(hint).to_be_hidden()
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1366, "height": 768})


def start(sign_in, person, exam):
    page = sign_in(person)
    page.locator("ol.due > li").filter(has_text=TITLE).get_by_role("link", name="開始測驗").click()
    assert page.url.endswith(f"/exams/{exam}")
    page.get_by_role("button", name="開始測驗").click()
    page.wait_for_url("**/attempts/*")
    assert len(Paper(page).numbers) == 7
    return page


def hand_in(page):
    page.locator("form#paper button[value=review]").click()
    page.get_by_role("button", name="交卷").click()
    page.wait_for_url(re.compile("/attempts/[^/]+$"))


def results(page, exam):
    page.get_by_role("link", name="成績", exact=True).click()
    chart = page.locator("figure.chart svg[role=img]").first
    expect(chart).to_be_visible()
    expect(chart.locator("title")).to_have_count(1)
    expect(page.locator("main")).to_contain_text("及格率")
    expect(page.locator("main")).to_contain_text("林雅筑")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("匯出")).first.click()
    assert download.value.suggested_filename.endswith(".csv")
    raw = open(download.value.path(), "rb").read()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    mine = next(row for row in rows if row["姓名"] == "林雅筑")
    assert len(rows) >= 40 and "已交卷" in mine.values()


def test_a_closed_exam_stands_in_the_results(sign_in, demo):
    page = sign_in(demo.hr)
    page.locator("#menu").get_by_role("link", name="測驗成績").click()
    page.locator("main tr").filter(has_text="已結束").get_by_role("link", name=re.compile("看成績")).click()
    expect(page.locator("main")).to_contain_text("及格率")
    expect(page.locator("figure.chart").first).to_be_visible()


def cell(page, name):
    return page.get_by_label(re.compile(f"^{name}，題庫有"))


def test_the_blueprint_counts_while_it_is_typed(sign_in, demo):
    page = sign_in(demo.examManager)
    page.goto("/manage/exams/new")
    summary = page.locator("[data-summary]")
    row = page.locator("tbody tr").filter(has_text="出生登記")
    has = int(re.search(r"題庫有 (\d+) 題", cell(page, "出生登記　記憶").get_attribute("aria-label"))[1])
    whole = int(re.search(r"題庫有 (\d+) 題", cell(page, "出生登記　不分層次").get_attribute("aria-label"))[1])
    expect(summary).to_have_text("每份試卷 0 題。")

    cell(page, "出生登記　記憶").press_sequentially("2")
    cell(page, "出生登記　應用").press_sequentially("1")
    cell(page, "遷徙登記　記憶").press_sequentially("1")
    expect(row.locator("[data-sum=row]")).to_have_text("3")
    expect(page.locator("tfoot [data-sum=recall]")).to_have_text("3")
    expect(page.locator("tfoot [data-sum=all]")).to_have_text("4")
    expect(summary).to_have_text("每份試卷 4 題。")

    # A whole topic takes what its cells leave; every shortage goes as soon as it is mended.
    cell(page, "出生登記　不分層次").fill(str(whole - 2))
    expect(row.locator("td.short")).to_have_text(re.compile("不足 1"))
    expect(summary).to_contain_text("題庫有 1 格不足")
    cell(page, "出生登記　不分層次").fill("")
    cell(page, "出生登記　記憶").fill(str(has + 4))
    expect(row.locator("td.short")).to_have_text(re.compile("不足 4"))
    expect(cell(page, "出生登記　記憶")).to_have_attribute("aria-invalid", "true")
    cell(page, "出生登記　記憶").fill(str(has))
    expect(page.locator("td.short")).to_have_count(0)
    expect(cell(page, "出生登記　記憶")).not_to_have_attribute("aria-invalid", "true")

    page.get_by_label("指定試題").fill("birth-001, birth-002 birth-001")
    expect(summary).to_contain_text(f"每份試卷 {has + 2 + 2} 題。指定試題改過了")
    cell(page, "遷徙登記　記憶").fill("200")
    expect(summary).to_contain_text("超過 200 題的上限")
    # The server counts the same.
    cell(page, "遷徙登記　記憶").fill("1")
    page.get_by_label("指定試題").fill("")
    page.get_by_role("button", name="檢查題庫").click()
    expect(page.locator("main")).to_contain_text(f"題庫足夠。每份試卷 {has + 2} 題")
    expect(summary).to_have_text(f"每份試卷 {has + 2} 題。")


def test_the_blueprint_is_filled_in_without_script(sign_in, demo):
    page = sign_in(demo.examManager, java_script_enabled=False)
    page.goto("/manage/exams/new")
    cell(page, "出生登記　記憶").fill("99")
    page.get_by_role("button", name="檢查題庫").click()
    expect(page.locator("td.short")).to_contain_text("不足")
    expect(page.locator("[data-summary]")).to_have_text("每份試卷 99 題。")


def test_the_blueprint_is_filled_in_on_a_phone(sign_in, demo):
    page = sign_in(demo.examManager, width=390, height=844)
    page.goto("/manage/exams/new")
    row = page.locator("tbody tr").filter(has_text="出生登記")
    for name in ["記憶", "理解", "應用", "不分層次", "合計"]:
        box = row.locator(f"td[data-label={name}]").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390, name
        label = row.locator(f"td[data-label={name}]").evaluate("cell => getComputedStyle(cell, '::before').content")
        assert name in label
    for field in row.locator("input.input").all():
        box = field.bounding_box()
        assert box["height"] >= 44 and box["x"] + box["width"] <= 390


def test_lists_print_as_pages_without_words_of_the_screen(sign_in, demo):
    page = sign_in(demo.examManager)
    for address, sheets in [
        ("/manage/exams/1/results", 2),
        ("/manage/exams/1/examinees", 2),
        ("/manage/results/1", 1),
        ("/manage/results/2", 1),
        ("/manage/programme", 1),
        ("/manage/exams", 1),
    ]:
        page.goto(address)
        page.emulate_media(media="print")
        expect(page.locator(".paper-office")).to_be_visible()
        for unseen in [
            *[".topbar", ".sidenav", ".tabs", ".chips", ".button", "form", "summary"],
            *[".sort .icon", ".page-head .badge", ".figure > a", ".section-head > a"],
        ]:
            for part in page.locator(unseen).all():
                expect(part).to_be_hidden()
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == sheets, address
        page.emulate_media(media="screen")
        expect(page.locator(".paper-office")).to_be_hidden()
