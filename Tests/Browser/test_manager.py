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
    expect(page.locator("main")).to_contain_text("已結束")
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
    expect(page.locator("main")).to_contain_text("進行中")
    expect(page.locator("main .tiles")).to_contain_text("尚未開始")


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
