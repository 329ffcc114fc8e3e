"""The question bank in the hands of who writes questions, and of who answers them before they are used."""

import itertools
import re
import shutil

import pytest
from playwright.sync_api import expect

from Browser.test_employee import focus
from Browser.test_every_page import SECOND_LOOKS, Look
from Browser.writing import field, wait_for_draft
from Harness.office import Office, Server

TOPIC = "範例市自治規則（示範）"
RULE = "範例市戶政事務所填表協助服務自治規則"
CHOICES = ["申請書", "財物", "號碼牌", "筆"]
RIGHT = 2
# Nobody may read it before having answered.
SECRET = "協助是免費的"
EXPLANATION = f"條文列有「收受規費、報酬或其他財物」。{SECRET}。"


numbers = itertools.count(1)


@pytest.fixture(scope="module")
def demo(pristine, tmp_path_factory):
    """One office for all tests here: each writes questions of its own. It has a second editor."""
    folder = tmp_path_factory.mktemp("bank") / "data"
    shutil.copytree(pristine.office.folder, folder)
    office = Office(folder)
    with Server(office) as server:
        office.command("role", "grant", pristine.employee.login, "questionEditor")
        yield pristine.at(office, server)


@pytest.fixture
def editors(sign_in, demo):
    """Signs in the author or the other editor, each in an own browser."""

    def editors(which, **options):
        return sign_in(demo.questionEditor if which == "author" else demo.employee, **options)

    return editors


def new_stem():
    """A stem that the bank does not have."""
    return f"協助員在 {next(numbers)} 號櫃檯*不得*收受什麼？"


# MARK: Writing


def choice(page, number):
    return page.get_by_label(f"選項 {number}", exact=True)


def right(page, number):
    return page.get_by_role("checkbox", name=f"選項 {number} 正確")


def fill(page, stem=None, choices=CHOICES, answer=RIGHT, explanation=EXPLANATION, citation=f"{RULE}第9條"):
    """Fills in an empty form."""
    field(page, "主題").select_option(TOPIC)
    field(page, "題幹").fill(stem or new_stem())
    for number, text in enumerate(choices, start=1):
        choice(page, number).fill(text)
    right(page, answer).check()
    field(page, "詳解").fill(explanation)
    field(page, "法源依據").fill(citation)


def press(page, intent):
    """Presses the button of the form that does this, whatever it is called."""
    page.locator(f"main form button[name=intent][value={intent}]").click()


def code_of(page):
    """The code of the question whose page has opened."""
    page.wait_for_url(re.compile(r"/questions/[^/?]+-\d+(\?|$)"))
    return re.search(r"/questions/([^/?]+)", page.url)[1]


def write(page, intent, **fields):
    """Writes a question, saves it or hands it in; gives its code."""
    page.goto("/questions/new")
    fill(page, **fields)
    press(page, intent)
    return code_of(page)


def state(page):
    return page.locator(".page-head .badge")


def told(page):
    return page.locator("main [role=status]").first


def look(page):
    """Nothing may be amiss on the page that is open, in day and night, wide and narrow."""
    one = Look(page, "questions")
    one.at(page.url, SECOND_LOOKS)
    page.set_viewport_size({"width": 1366, "height": 768})
    assert not one.findings, "\n".join(one.findings)


def test_an_editor_writes_a_question_with_its_article_and_hands_it_in(editors, watch):
    page = editors("author")
    page.goto("/questions")
    page.locator("main").get_by_role("link", name="新增試題").first.click()
    field(page, "主題").select_option(TOPIC)
    field(page, "題幹").fill(new_stem())
    # Choices without leaving the keyboard; the one that is right moves with its mark.
    choice(page, 1).focus()
    for text in CHOICES:
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    expect(choice(page, 5)).to_be_focused()
    choice(page, 2).focus()
    page.keyboard.press("Tab")
    expect(right(page, 2)).to_be_focused()
    page.keyboard.press("Space")
    choice(page, 2).press("Alt+ArrowDown")
    expect(choice(page, 3)).to_be_focused()
    assert [choice(page, number).input_value() for number in range(1, 5)] == ["申請書", "號碼牌", "財物", "筆"]
    expect(right(page, 3)).to_be_checked()
    choice(page, 3).press("Alt+ArrowUp")
    expect(right(page, 2)).to_be_checked()
    # One alone is right.
    right(page, 4).check()
    expect(right(page, 2)).not_to_be_checked()
    right(page, RIGHT).check()
    field(page, "詳解").fill(EXPLANATION)
    finder = page.get_by_label("尋找法條")
    finder.press_sequentially(f"{RULE}第9")
    offered = page.locator(f"datalist option[value='{RULE}第9條']")
    offered.wait_for(state="attached")
    # As the browser does it with a suggestion that is chosen.
    finder.evaluate(
        "(input, text) => { input.value = text; "
        "input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' })); }",
        offered.get_attribute("value"))
    expect(field(page, "法源依據")).to_have_value(f"{RULE}第9條")
    expect(finder).to_have_value("")

    beside = page.locator(".editor-preview")
    expect(beside.locator("fieldset .stem em")).to_have_text("不得")
    expect(beside.locator("fieldset .choice")).to_have_count(4)
    expect(beside.locator("article")).to_contain_text("收受規費、報酬或其他財物")
    expect(beside).to_contain_text("檢查過了")
    look(page)
    press(page, "submit")
    code = code_of(page)
    expect(told(page)).to_contain_text("送審")
    expect(state(page)).to_have_text("審題中")

    page.goto("/questions/reviews")
    row = page.locator("main tbody tr").filter(has_text=code)
    expect(row).to_contain_text("由別人審")
    expect(row.get_by_role("link", name=re.compile("審題"))).to_have_count(0)
    watch.expected_statuses.add(403)
    page.goto(f"/questions/{code}/review")
    expect(page.locator("main")).to_contain_text("要由別人審題")
    watch.expected_statuses.remove(403)


def test_what_helps_to_guess_is_told_while_it_is_written(editors):
    page = editors("author")
    page.goto("/questions/birth-001")
    known = page.locator("fieldset .stem").text_content().partition("（")[0]
    page.goto("/questions/new")
    fill(page, stem=known, choices=["申請書", "財物", "規費", "以上皆是"], explanation="因為「沒有這一句條文」。")
    beside = page.locator(".editor-preview")
    expect(beside).to_contain_text("以上皆是")
    expect(beside).to_contain_text("沒有這一句條文")
    expect(beside.get_by_role("link", name=re.compile("^birth-001"))).to_be_visible()
    field(page, "詳解").fill("答案是 B。")
    expect(beside.locator(".banner[data-tone=fail]")).to_contain_text(re.compile("答案是 ?B"))


def test_what_is_missing_is_told_at_its_field_and_nothing_is_lost(editors, watch):
    page = editors("author")
    page.goto("/questions/new")
    refuses_what_is_missing(page, watch)
    look(page)
    # A statement has no choices, and is right or wrong.
    page.get_by_role("group", name="題型").get_by_label("是非").check()
    expect(choice(page, 1)).to_be_hidden()
    field(page, "主題").select_option(TOPIC)
    field(page, "題幹").fill("協助員得收受申請人致贈的財物。")
    page.get_by_role("group", name="這個敘述").get_by_label("錯誤").check()
    field(page, "詳解").fill(EXPLANATION)
    field(page, "法源依據").fill(f"{RULE}第9條")
    expect(page.locator(".editor-preview fieldset .choice")).to_have_count(2)
    press(page, "save")
    page.goto(f"/questions/{code_of(page)}?view=editor")
    expect(page.locator("ol.answers li[data-tone=pass]")).to_contain_text("錯誤")


def refuses_what_is_missing(page, watch):
    """Of an empty form: each error stands at its field, with a link to it on top."""
    stem = new_stem()
    field(page, "題幹").fill(stem)
    choice(page, 1).fill("申請書")
    field(page, "法源依據").fill("沒有這部法第1條")
    watch.expected_statuses.add(422)
    press(page, "submit")
    summary = page.locator(".error-summary")
    for name in ["主題", "詳解", "正確答案", "沒有這部法第1條"]:
        expect(summary).to_contain_text(name)
    for name in ["主題", "詳解", "法源依據"]:
        wrong = field(page, name)
        expect(wrong).to_have_attribute("aria-invalid", "true")
        expect(summary.locator(f"a[href='#{wrong.get_attribute('id')}']")).to_have_count(1)
    watch.expected_statuses.remove(422)
    expect(field(page, "題幹")).to_have_value(stem)
    expect(choice(page, 1)).to_have_value("申請書")
    expect(field(page, "法源依據")).to_have_value("沒有這部法第1條")


def test_every_error_leads_to_its_field(editors, watch):
    page = editors("author")
    page.goto("/questions/new")
    watch.expected_statuses.add(422)
    press(page, "save")
    page.locator(".error-summary").wait_for()
    targets = page.locator(".error-summary a").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert len(targets) >= 5
    assert [target for target in targets if page.locator(target).count() != 1] == []


def test_a_paragraph_can_be_typed_after_its_article_was_suggested(editors):
    page = editors("author")
    page.goto("/questions/new")
    finder = page.get_by_label("尋找法條")
    finder.press_sequentially(f"{RULE}第9")
    page.locator(f"datalist option[value='{RULE}第9條']").wait_for(state="attached")
    finder.press_sequentially("條第1項")
    finder.press("Enter")
    expect(field(page, "法源依據")).to_have_value(f"{RULE}第9條第1項", timeout=2_000)


def test_a_draft_survives_and_is_gone_on_with(editors):
    page = editors("author")
    stem = new_stem()
    page.goto("/questions/new")
    fill(page, stem)
    wait_for_draft(page)
    page.close()

    page = editors("author")
    page.goto("/questions")
    begun = page.get_by_role("region", name="寫到一半的").get_by_role("link", name=stem, exact=True)
    begun.click()
    expect(page.locator("main .banner").first).to_contain_text("接續您")
    expect(field(page, "題幹")).to_have_value(stem)
    assert [choice(page, number).input_value() for number in range(1, 5)] == CHOICES
    expect(right(page, RIGHT)).to_be_checked()
    expect(field(page, "法源依據")).to_have_value(f"{RULE}第9條")
    press(page, "save")
    code = code_of(page)
    expect(state(page)).to_have_text("草稿")
    page.goto("/questions")
    expect(begun).to_have_count(0)

    # A change survives a reload, and is left behind when it is not wanted.
    page.goto(f"/questions/{code}/edit")
    choice(page, 1).fill("改到一半的選項")
    wait_for_draft(page)
    page.reload()
    expect(choice(page, 1)).to_have_value("改到一半的選項")
    page.get_by_role("link", name="捨棄草稿").click()
    page.get_by_role("button", name="捨棄草稿").click()
    expect(told(page)).to_contain_text("草稿已捨棄")
    page.goto(f"/questions/{code}/edit")
    expect(choice(page, 1)).to_have_value(CHOICES[0])


def test_two_editors_at_once_lose_nothing(editors, watch):
    first, second = editors("author"), editors("other")
    code = write(first, "save", explanation="第一句。\n\n第二句。\n\n第三句。")
    # In different places both changes go in.
    for page in (first, second):
        page.goto(f"/questions/{code}/edit")
    field(first, "詳解").fill("第一句，改的。\n\n第二句。\n\n第三句。")
    field(first, "修改理由").fill("先改的理由")
    press(first, "save")
    code_of(first)
    field(second, "題幹").fill("後改的題幹？")
    field(second, "修改理由").fill("後改的理由")
    watch.expected_statuses.add(409)
    press(second, "save")
    alert = second.locator("main [role=alert]").first
    expect(alert).to_contain_text("您寫的還沒有存入")
    expect(alert).to_contain_text("第 2 版")
    expect(alert).to_contain_text("先改的理由")
    expect(alert).to_contain_text("沒有互相衝突的地方")
    watch.expected_statuses.remove(409)
    expect(field(second, "題幹")).to_have_value("後改的題幹？")
    expect(field(second, "詳解")).to_have_value("第一句，改的。\n\n第二句。\n\n第三句。")
    expect(field(second, "修改理由")).to_have_value("後改的理由")
    press(second, "save")
    code_of(second)

    # In the same place each is told what the other wrote.
    for page in (first, second):
        page.goto(f"/questions/{code}/edit")
    choice(first, 1).fill("先改的選項")
    field(first, "修改理由").fill("先改選項")
    press(first, "save")
    code_of(first)
    choice(second, 1).fill("後改的選項")
    field(second, "修改理由").fill("後改選項")
    watch.expected_statuses.add(409)
    press(second, "save")
    expect(second.locator(".theirs")).to_contain_text("先改的選項")
    watch.expected_statuses.remove(409)
    look(second)
    expect(choice(second, 1)).to_have_value("後改的選項")
    press(second, "save")
    code_of(second)
    second.goto(f"/questions/{code}?view=editor")
    expect(second.locator("main .written")).to_have_text("後改的題幹？")
    expect(second.locator("ol.answers li").first).to_contain_text("後改的選項")
    expect(second.locator("section[aria-labelledby=history] tbody tr")).to_have_count(5)
    look(second)


def test_who_saves_after_a_question_went_to_review_loses_nothing(editors, watch):
    first, second = editors("author"), editors("other")
    for page in (first, second):
        page.goto("/questions/local-rule-001/edit")
    choice(first, 1).fill("先改的選項")
    field(first, "修改理由").fill("先改的理由")
    press(first, "save")
    code_of(first)
    watch.expected_statuses.add(409)
    field(second, "詳解").fill("後寫的詳解，寫了半小時。")
    field(second, "修改理由").fill("後改的理由")
    press(second, "save")
    expect(second.locator("main")).to_contain_text("存成草稿了")
    second.goto("/questions")
    expect(second.get_by_role("region", name="寫到一半的").locator("a[href*='local-rule-001']").first).to_be_visible()


def test_a_question_is_written_on_a_phone(editors):
    page = editors("author", width=390, height=844, has_touch=True)
    page.goto("/questions/new")
    for number in range(1, 5):
        row = page.locator(".choice-field").nth(number - 1)
        for part in row.locator("input.input, button").all():
            box = part.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= 390, number
        assert choice(page, number).bounding_box()["height"] >= 44
        assert choice(page, number).bounding_box()["width"] >= 250
        # The text first; its controls below it, none of them stretched.
        below = choice(page, number).bounding_box()["y"] + choice(page, number).bounding_box()["height"]
        for button in row.locator("button").all():
            assert button.bounding_box()["y"] >= below and button.bounding_box()["width"] <= 60, number
    for name, rows in [("stem", 3), ("explanation", 5)]:
        assert page.locator(f"#{name}").bounding_box()["height"] <= rows * 32 + 24, name
    fill(page)
    page.get_by_role("button", name="選項 2 下移").tap()
    expect(right(page, 3)).to_be_checked()
    expect(page.locator(".editor-preview fieldset .choice")).to_have_text([
        re.compile("申請書"), re.compile("號碼牌"), re.compile("財物"), re.compile("筆")])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    press(page, "save")
    code = code_of(page)
    lists = ["", "/reviews", "/reviews?state=draft", "/import", "/export"]
    for rest in [*lists, f"/{code}", f"/{code}?view=editor", f"/{code}/statistics"]:
        address = f"/questions{rest}"
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address


# MARK: Reviewing


def sheet(page, code):
    """The reviewer's page, without what differs from revision to revision anyway."""
    page.goto(f"/questions/{code}/review")
    text = page.locator("main").inner_html()
    return re.sub(r"第 \d+ 版", "", re.sub(r"<input type=\"hidden\"[^>]*>", "", text))


def test_the_reviewer_answers_blind_by_keyboard_and_takes_it_into_use(editors, watch):
    author, reviewer = editors("author"), editors("other")
    code = write(author, "submit")
    reviewer.goto("/")
    reviewer.locator("main").get_by_role("link", name="去審題").click()
    row = reviewer.locator("main tbody tr").filter(has_text=code)
    row.get_by_role("link", name=re.compile("審題")).click()
    expect(reviewer.locator("fieldset .stem")).to_contain_text("收受什麼？")
    expect(reviewer.locator("main article")).to_contain_text("收受規費、報酬或其他財物")
    watch.expected_statuses.add(409)
    for address in ["/review", "", "?view=editor", "/statistics", "/edit"]:
        reviewer.goto(f"/questions/{code}{address}")
        for words in [SECRET, "正確答案", "checked"]:
            assert words not in reviewer.locator("main").inner_html(), (address, words)
    watch.expected_statuses.remove(409)
    # It would be the same page with another key.
    before = sheet(reviewer, code)
    author.goto(f"/questions/{code}/edit")
    right(author, 3).check()
    field(author, "修改理由").fill("答案改了")
    press(author, "save")
    code_of(author)
    assert sheet(reviewer, code) == before

    focus(reviewer, "input[name=q1]")
    reviewer.keyboard.press("ArrowDown")
    reviewer.keyboard.press("ArrowDown")
    expect(reviewer.locator("input[name=q1]").nth(2)).to_be_checked()
    focus(reviewer, "button[value=answer]")
    reviewer.keyboard.press("Enter")
    expect(reviewer.locator("ol.answers li").nth(2)).to_contain_text("您的答案，正確")
    expect(reviewer.locator("main")).to_contain_text(SECRET)
    focus(reviewer, "button[value=approve]")
    reviewer.keyboard.press("Enter")
    expect(told(reviewer)).to_contain_text("審題通過")
    author.goto(f"/questions/{code}?view=editor")
    expect(state(author)).to_have_count(0)
    rounds = author.get_by_role("region", name="審題紀錄").locator("tbody tr")
    expect(rounds.filter(has_text="通過")).to_contain_text("林雅筑")
    expect(rounds.filter(has_text="通過")).to_contain_text(CHOICES[2])


@pytest.mark.parametrize("script, answer", [(True, "differs"), (False, "unclear")])
def test_what_the_reviewer_finds_otherwise_goes_back_to_its_author(script, answer, editors, watch):
    author, reviewer = editors("author"), editors("other", java_script_enabled=script)
    code = write(author, "submit")
    reviewer.goto(f"/questions/{code}/review")
    watch.expected_statuses.add(422)
    if answer == "differs":
        press(reviewer, "answer")
        expect(reviewer.locator(".error-summary")).to_contain_text("請選答案")
        reviewer.get_by_role("radio", name=CHOICES[0]).check(force=True)
        press(reviewer, "answer")
        expect(told(reviewer)).to_contain_text("和出題人的不同")
        expect(reviewer.locator("main")).to_contain_text(SECRET)
        look(reviewer)
    else:
        press(reviewer, "unclear")
        expect(reviewer.locator(".error-summary")).to_contain_text("哪裡不清楚")
        assert SECRET not in reviewer.content()
        field(reviewer, "給出題人的話").fill("號碼牌也可能是財物")
        press(reviewer, "unclear")
        expect(told(reviewer)).to_contain_text("已退回出題人")
    watch.expected_statuses.remove(422)

    author.goto("/")
    expect(author.locator("main")).to_contain_text(re.compile(r"\d+ 題被審題退回"))
    author.goto(f"/questions/{code}?view=editor")
    expect(state(author)).to_have_text("草稿")
    record = author.get_by_role("region", name="審題紀錄").locator("tbody tr").first
    for words in ["林雅筑", "退回", CHOICES[0] if answer == "differs" else "題目不清楚"]:
        expect(record).to_contain_text(words)
    author.goto("/questions/reviews?state=draft")
    if script:
        look(author)
    author.locator("main tbody tr").filter(has_text=code).get_by_role("link", name=re.compile("^修改")).click()
    expect(author.locator("main .banner").filter(has_text="審題退回")).to_contain_text(
        "答的和您的答案不同" if answer == "differs" else "號碼牌也可能是財物")
    choice(author, 3).fill("意見表")
    field(author, "修改理由").fill("依審題意見改")
    press(author, "submit")
    code_of(author)
    expect(state(author)).to_have_text("審題中")
    expect(author.get_by_role("region", name="審題紀錄").locator("tbody tr")).to_have_count(2)


def test_two_reviewers_at_once_and_a_manager_are_told(editors, sign_in, demo, watch):
    author, reviewer = editors("author"), editors("other")
    demo.office.command("role", "grant", demo.hr.login, "questionEditor")
    late, manager = sign_in(demo.hr), sign_in(demo.examManager)
    code = write(author, "submit")
    for page in (reviewer, late):
        page.goto(f"/questions/{code}/review")
        page.get_by_role("radio", name=CHOICES[RIGHT - 1]).check(force=True)
    press(reviewer, "answer")
    expect(reviewer.locator("main")).to_contain_text(SECRET)
    watch.expected_statuses |= {403, 409}
    press(late, "answer")
    expect(late.locator("main")).to_contain_text("已經有別人在審這道試題")
    manager.goto(f"/questions/{code}/review")
    expect(manager.locator("main")).to_contain_text("有其他出題人員可以審")
    for page in (late, manager):
        assert SECRET not in page.content()


def test_a_question_goes_its_way_without_script(editors, watch):
    author, reviewer = (editors(which, java_script_enabled=False) for which in ("author", "other"))
    author.goto("/questions/new")
    refuses_what_is_missing(author, watch)
    fill(author, answer=1)
    press(author, "down-1")
    assert [choice(author, number).input_value() for number in range(1, 5)] == ["財物", "申請書", "號碼牌", "筆"]
    expect(right(author, 2)).to_be_checked()
    press(author, "remove-4")
    press(author, "more")
    expect(choice(author, 4)).to_have_value("")
    press(author, "preview")
    expect(author.locator(".editor-preview fieldset .choice")).to_have_count(3)
    expect(author.locator(".editor-preview article")).to_contain_text("收受規費、報酬或其他財物")
    press(author, "draft")
    expect(told(author)).to_contain_text("草稿已存")
    right(author, 2).uncheck()
    right(author, 1).check()
    press(author, "submit")
    code = code_of(author)
    reviewer.goto("/questions/reviews")
    reviewer.locator("main tbody tr").filter(has_text=code).get_by_role("link", name=re.compile("審題")).click()
    assert SECRET not in reviewer.content()
    reviewer.get_by_role("radio", name="財物").check(force=True)
    press(reviewer, "answer")
    expect(reviewer.locator("main")).to_contain_text(SECRET)
    press(reviewer, "approve")
    expect(told(reviewer)).to_contain_text("審題通過")


def test_nothing_is_amiss_where_questions_are_answered(editors):
    author, reviewer = editors("author"), editors("other")
    code = write(author, "submit")
    reviewer.goto("/questions/reviews")
    look(reviewer)
    reviewer.goto(f"/questions/{code}/review")
    look(reviewer)
    reviewer.get_by_role("radio", name=CHOICES[RIGHT - 1]).check(force=True)
    press(reviewer, "answer")
    reviewer.locator("ol.answers").wait_for()
    look(reviewer)


# MARK: Files


BAD = f"""\
$CATEGORY: {TOPIC}

// [tag:citation:{RULE}第9條]
第一題是好的？{{
=對
~錯
#### 詳解。
}}

// [tag:citation:{RULE}第9條]
這一題沒有結束{{
=甲
~乙

// [tag:citation:{RULE}第9條]
請說明協助的範圍。{{}}

沒有法源的題目？{{=甲 ~乙}}
"""
GOOD = f"""\
$CATEGORY: {TOPIC}

// [tag:citation:{RULE}第9條] [tag:level:apply] [tag:lawAsOf:2026-01-01]
由檔案匯入的*試題*？{{
~申請書
=財物
#### {EXPLANATION}
}}
"""


def send(page, name, text):
    page.goto("/questions/import")
    page.get_by_label("試題檔案").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    page.get_by_role("button", name="檢查檔案").click()


def counted(page):
    """What the bank says of itself."""
    page.goto("/questions")
    return page.locator("main tfoot").inner_text()


def test_a_bad_file_is_named_line_by_line_and_changes_nothing(editors, watch):
    page = editors("author")
    before = counted(page)
    send(page, "壞的.gift", BAD)
    page.wait_for_url("**/questions/import/*")
    expect(page.locator("main .banner").first).to_contain_text("題庫還沒有變動")
    problems = page.get_by_role("region", name="要修正的地方").locator("tbody tr")
    expect(problems).to_have_count(2)
    expect(problems.nth(0)).to_contain_text(re.compile(r"第 11 行.*沒有結束", re.DOTALL))
    expect(problems.nth(1)).to_contain_text(re.compile(r"第 18 行.*沒有法源依據", re.DOTALL))
    left_out = page.get_by_role("region", name=re.compile("不支援")).locator("tbody tr")
    expect(left_out).to_contain_text([re.compile(r"第 16 行.*申論題", re.DOTALL)])
    expect(page.get_by_role("button", name=re.compile("匯入"))).to_have_count(0)
    look(page)
    # What the file leaves open can be said here; what is wrong in it cannot.
    page.get_by_label("沒有寫法源依據的試題，依據").fill(f"{RULE}第9條")
    page.get_by_role("button", name="重新檢查").click()
    expect(problems).to_have_count(1)
    expect(problems).to_contain_text("第 11 行")
    assert counted(page) == before

    watch.expected_statuses.add(422)
    for name, text, words in [("怪.doc", "不是試題", "看不出「怪.doc」"), ("空的.gift", "", "沒有選擇檔案")]:
        send(page, name, text)
        expect(page.locator(".error-summary")).to_contain_text(words)


def test_a_good_file_comes_in_and_goes_out_again(editors):
    page = editors("author")
    send(page, "好的.gift", GOOD)
    page.wait_for_url("**/questions/import/*")
    added = page.get_by_role("region", name="新增").locator("tbody tr")
    expect(added).to_have_count(1)
    expect(added).to_contain_text("由檔案匯入的試題？")
    expect(added).to_contain_text("草稿")
    code = added.locator("th").inner_text()
    look(page)
    page.get_by_role("button", name=re.compile("匯入")).click()
    expect(told(page)).to_contain_text("匯入完成")
    page.goto(f"/questions/{code}?view=editor")
    expect(state(page)).to_have_text("草稿")
    expect(page.locator(".page-head")).to_contain_text("應用")
    expect(page.locator(".page-head")).to_contain_text("115年1月1日")
    expect(page.locator("ol.answers li[data-tone=pass]")).to_contain_text("財物")
    expect(page.get_by_role("link", name=f"{RULE}第9條")).to_be_visible()
    expect(page.locator("main")).to_contain_text(SECRET)

    page.goto("/questions/export")
    page.get_by_label(re.compile("^GIFT")).check()
    field(page, "主題").select_option(TOPIC)
    field(page, "狀態").select_option(label="草稿")
    with page.expect_download() as download:
        page.get_by_role("button", name="匯出").click()
    text = open(download.value.path(), encoding="utf-8").read()
    for words in [code, f"citation:{RULE}第9條", "level:apply", "lawAsOf:2026-01-01", SECRET]:
        assert words in text, words
    # The same again is nothing new.
    send(page, "再一次.gift", text)
    expect(page.locator("main .banner").first).to_contain_text("檔案內容與題庫相同")
