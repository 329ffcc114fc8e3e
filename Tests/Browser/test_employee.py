"""The whole way of an employee: from what is due to the reasons why an answer was wrong."""

import re

from playwright.sync_api import expect

from Browser.paper import Paper

OPEN_QUIZ = re.compile("小考|測驗")


def start_open_quiz(page):
    """From the home page to the test page, reading what stands on the way."""
    page.goto("/")
    due = page.locator("ol.due > li").filter(has=page.get_by_role("link", name="開始測驗"))
    expect(due.first).to_be_visible()
    due.first.get_by_role("link", name="開始測驗").click()
    page.get_by_role("button", name="開始測驗").click()
    page.wait_for_url("**/attempts/*")
    return Paper(page)


def test_takes_the_open_quiz_on_two_browsers_and_learns_from_it(sign_in, demo, watch):
    page = sign_in(demo.employee)
    due = page.locator("ol.due > li").first
    expect(due).to_contain_text("題")
    expect(due.locator(".when")).to_contain_text(re.compile(r"天|時|分|今天|月"))
    due.get_by_role("link", name="開始測驗").click()

    expect(page.locator("main")).to_contain_text(re.compile("計分"))
    expect(page.locator("main")).to_contain_text(re.compile(r"選項：錯 1 個|答錯"))
    page.get_by_role("button", name="開始測驗").click()
    page.wait_for_url("**/attempts/*")

    paper = Paper(page)
    numbers = paper.numbers
    assert numbers == list(range(1, 21))
    assert "正確答案" not in page.content() and "詳解" not in page.content()
    for number in numbers[:12]:
        paper.choose(number, number % 2 + 1)
    paper.flag(3)
    paper.flag(15)
    paper.wait_until_saved()
    expect(page.locator("[data-done]").first).to_have_text("12")
    before = (paper.answers(), paper.flags())
    assert len(before[0]) == 12 and before[1] == [3, 15]
    page.context.close()

    page = sign_in(demo.employee)
    expect(page.locator("ol.due > li").first).to_contain_text("作答中")
    page.get_by_role("link", name="繼續作答").first.click()
    paper = Paper(page)
    assert (paper.answers(), paper.flags()) == before
    for number in numbers[12:18]:
        paper.choose(number, 1)
    paper.wait_until_saved()
    page.get_by_role("button", name="檢查並交卷").locator("visible=true").first.click()

    page.wait_for_url("**/submission")
    banners = page.locator("main .banner")
    expect(banners.nth(0)).to_contain_text("2 題沒有作答")
    expect(banners.nth(0).get_by_role("link")).to_have_text(["第 19 題", "第 20 題"])
    expect(banners.nth(1)).to_contain_text("標記了 2 題")
    expect(banners.nth(1).get_by_role("link")).to_have_text(["第 3 題", "第 15 題"])
    page.get_by_role("button", name="交卷").click()

    page.wait_for_url(re.compile("/attempts/[^/]+$"))
    expect(page.locator(".score .value")).to_have_text(re.compile(r"\d+(\.\d+)?\s*分"))
    expect(page.locator(".score")).to_contain_text(re.compile("及格，標準 \\d+ 分"))
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", printed)) == 1
    page.get_by_role("link", name=re.compile("^全部 ")).click()
    reviews = page.locator("details.review")
    page.get_by_role("link", name="全部展開").click()
    expect(page.locator("details.review[open]")).to_have_count(20)
    page.get_by_role("link", name="全部收合").click()
    expect(reviews).to_have_count(20)
    for review in reviews.all():
        review.evaluate("review => { review.open = true }")
        expect(review.locator("ol.answers")).to_contain_text(re.compile("正確答案|您的答案，正確"))
        article = review.locator("a[href^='https://law.moj.gov.tw/']").first
        expect(article).to_be_visible()
        assert re.search(r"pcode=[A-Z]\d{7}&flno=\d+", article.get_attribute("href"))
    assert page.evaluate("Object.keys(sessionStorage).concat(Object.keys(localStorage)).join()") == ""

    address = page.url.partition("?")[0]
    page.goto("/")
    assert page.get_by_role("link", name="繼續作答").count() == 0
    page.goto(address + "/submission")
    assert page.url == address


def test_a_test_page_left_alone_leaves_the_server_alone(sign_in, demo):
    page = sign_in(demo.employee)
    start_open_quiz(page)
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(4_000)
    assert page.url not in asked, asked


def test_other_peoples_attempts_are_missing(sign_in, demo, watch):
    page = sign_in(demo.employee)
    start_open_quiz(page)
    address = page.url
    watch.expected_statuses.add(404)
    other = sign_in(demo.examManager)
    assert other.goto(address).status == 404
    assert other.goto(address + "/responses").status == 404
    assert other.goto(address + "x").status == 404


def test_at_390_pixels(sign_in, demo):
    page = sign_in(demo.employee, width=390, height=844, has_touch=True)
    paper = start_open_quiz(page)
    for number in (1, 2):
        paper.choose(number, 1)
    paper.wait_until_saved()
    expect(page.locator(".timer")).to_be_in_viewport()
    expect(page.locator(".test-progress")).to_be_in_viewport()
    expect(page.locator(".saved")).to_be_in_viewport()
    page.get_by_role("button", name="題號一覽").click()
    page.locator(".navigator a.cell[data-number='20']").click()
    expect(paper.question(20)).to_be_in_viewport()
    paper.choose(20, 1)
    paper.wait_until_saved()
    page.locator(".test-foot").get_by_role("button", name="檢查並交卷").click()
    expect(page.locator("main .banner").first).to_contain_text("17 題沒有作答")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_by_keyboard_alone(open_browser, demo):
    """Not one click: signing in, starting, answering by figures and arrows, flagging, handing in."""
    page = open_browser()
    page.goto("/login")
    focus(page, "#login")
    page.keyboard.type(demo.employee.login)
    page.keyboard.press("Tab")
    page.keyboard.type(demo.employee.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    focus(page, "ol.due a.go")
    page.keyboard.press("Enter")
    page.wait_for_url("**/exams/*")
    focus(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/attempts/*")
    paper = Paper(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    for number in paper.numbers:
        page.keyboard.press("2")
        if number == 4:
            page.keyboard.press("f")
        if number < 20:
            page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("1")
    paper.wait_until_saved()
    answers = paper.answers()
    assert sorted(answers) == paper.numbers and paper.flags() == [4]
    assert 2 in answers[1] and 1 in answers[19]
    assert page.evaluate("""() => {
        const style = getComputedStyle(document.activeElement.closest("label"));
        const own = getComputedStyle(document.activeElement);
        return [style, own].some(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) }""")
    focus(page, "form#paper button[value=review]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/submission")
    focus(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/attempts/*")
    expect(page.locator("h1")).to_contain_text(re.compile("成績|已交卷"))


def focus(page, selector, limit=120):
    """Presses Tab until the focus is on what `selector` matches."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_without_script(sign_in, demo):
    page = sign_in(demo.employee, java_script_enabled=False)
    page.locator("ol.due").get_by_role("link", name="開始測驗").first.click()
    page.get_by_role("button", name="開始測驗").click()
    page.wait_for_url("**/attempts/*")
    address = page.url
    chosen = {}
    for number in range(1, 11):
        choice = page.locator(f"input[name=q{number}]").nth(number % 2)
        choice.check(force=True)
        chosen[number] = choice.get_attribute("value")
    page.locator("input[name=flag2]").check(force=True)
    page.get_by_role("button", name="儲存作答").click()
    assert page.url.startswith(address)  # and to the last answer on it
    for number, value in chosen.items():
        assert page.locator(f"input[name=q{number}][value='{value}']").is_checked()
    assert page.locator("input[name=flag2]").is_checked()
    page.locator("input[name=q20]").first.check(force=True)
    page.locator("form#paper").get_by_role("button", name="檢查並交卷").click()
    page.wait_for_url("**/submission")
    expect(page.locator("main .banner").first).to_contain_text("9 題沒有作答")
    page.get_by_role("button", name="交卷").click()
    page.wait_for_url(address)
    expect(page.locator("h1")).to_contain_text(re.compile("成績|已交卷"))
    page.go_back()
    page.wait_for_url(address)
    expect(page.get_by_role("button", name="交卷")).to_have_count(0)


def test_a_paper_without_script_promises_nothing_that_does_not_work(sign_in, demo):
    page = sign_in(demo.employee, java_script_enabled=False)
    page.goto("/")
    page.locator("ol.due").get_by_role("link", name="開始測驗").first.click()
    page.get_by_role("button", name="開始測驗").click()
    expect(page.locator("[data-saved]")).to_have_text("還沒有儲存")
    expect(page.locator(".when-saved")).to_be_hidden()
    expect(page.locator(".keyboard-hint")).to_be_hidden()
    banner = page.locator("#paper .banner").filter(has_text="作答後請按「儲存作答」").bounding_box()
    question = page.locator(".question").first.bounding_box()
    assert question["y"] - banner["y"] - banner["height"] >= 16
    page.locator(".question").first.locator(".choice").first.click()
    page.get_by_role("button", name="儲存作答").click()
    expect(page.locator("[data-saved]")).to_contain_text("已儲存")
    expect(page.locator(".when-saved")).to_be_visible()
