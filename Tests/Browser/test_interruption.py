"""What goes wrong in the middle of a test, and must not matter."""

import re

from playwright.sync_api import expect

from Browser.conftest import fill_login
from Browser.paper import Paper
from Browser.test_employee import start_open_quiz


def test_a_cut_connection_loses_nothing(sign_in, demo, watch):
    page = sign_in(demo.employee)
    paper = start_open_quiz(page)
    paper.choose(1, 1)
    paper.wait_until_saved()
    banner = page.locator("[data-offline]")
    expect(banner).to_be_hidden()

    watch.is_offline = True
    page.context.set_offline(True)
    for number in range(2, 8):
        paper.choose(number, 2)
    paper.choose(2, 1)
    expect(banner).to_be_visible()
    expect(banner).to_contain_text("網路暫時中斷")
    expect(page.locator("[data-saved]")).to_contain_text("6 題待傳送")
    assert paper.queued() == 6
    last = paper.answers()
    page.context.set_offline(False)
    paper.wait_until_saved()
    expect(banner).to_be_hidden()
    watch.is_offline = False

    other = sign_in(demo.employee)
    other.goto(page.url)
    assert Paper(other).answers() == last


def test_the_server_away_for_a_while_loses_nothing(sign_in, demo, watch):
    page = sign_in(demo.employee)
    paper = start_open_quiz(page)
    paper.choose(1, 1)
    paper.wait_until_saved()
    watch.is_offline = True
    demo.server.kill()
    for number in range(1, 6):
        paper.choose(number, 2)
    expect(page.locator("[data-saved]")).to_contain_text("5 題待傳送")
    last = paper.answers()
    demo.server.start()
    paper.wait_until_saved()
    watch.is_offline = False
    page.reload()
    assert paper.answers() == last


def test_both_windows_are_told_and_the_last_answer_wins(sign_in, demo):
    first = sign_in(demo.employee)
    one = start_open_quiz(first)
    one.choose(1, 1)
    one.wait_until_saved()
    second = sign_in(demo.employee)
    second.goto(first.url)
    two = Paper(second)
    assert two.answers() == {1: [1]}
    two.choose(1, 2)
    two.wait_until_saved()
    one.choose(2, 1)
    one.wait_until_saved()
    for page in (first, second):
        # Coming back to a window makes it look at once; left alone, it looks every 20 seconds.
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.locator("[data-other-window]")).to_be_visible(timeout=30_000)
    third = sign_in(demo.employee)
    third.goto(first.url)
    answers = Paper(third).answers()
    assert 2 in answers[1] and answers[2] == [1]


def test_answers_survive_the_end_of_the_session(sign_in, demo, watch):
    page = sign_in(demo.employee)
    paper = start_open_quiz(page)
    paper.choose(1, 1)
    paper.wait_until_saved()
    # 403: the page still carries the old session's token, and then loads anew.
    watch.expected_statuses |= {401, 403}
    page.context.clear_cookies()
    paper.choose(2, 2)
    paper.choose(3, 1)
    banner = page.locator("[data-signed-out]")
    expect(banner).to_be_visible()
    assert paper.queued() == 2
    last = paper.answers()
    with page.context.expect_page() as opened:
        banner.get_by_role("link").click()
    fill_login(opened.value, demo.employee)
    opened.value.wait_for_url(re.compile("^(?!.*/login)"))
    opened.value.close()
    page.bring_to_front()
    expect(banner).to_be_hidden(timeout=20_000)
    paper.wait_until_saved()
    other = sign_in(demo.employee)
    other.goto(page.url)
    assert Paper(other).answers() == last


def test_time_given_while_the_countdown_stands_at_zero_opens_the_questions(sign_in, demo):
    page = sign_in(demo.employee)
    paper = start_open_quiz(page)

    clock = {"stands": True}

    def at_zero(route):
        # The route is never taken away: that would answer requests that this function still holds.
        if not clock["stands"]:
            route.continue_()
            return
        answer = route.fetch()
        route.fulfill(response=answer, json=answer.json() | {"remaining": 0})

    page.route("**/attempts/*/responses", at_zero)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".timer b")).to_have_text("0:00")
    expect(paper.question(1).get_by_role("radio").first).to_be_disabled()
    clock["stands"] = False
    expect(paper.question(1).get_by_role("radio").first).to_be_enabled(timeout=10_000)
    expect(page.locator(".timer b")).not_to_have_text("0:00")
    paper.choose(1, 1)
    paper.wait_until_saved()
    page.locator("form#paper button[value=review]").click()
    page.wait_for_url("**/submission")
    before = page.locator(".timer b").inner_text()
    expect(page.locator(".timer b")).not_to_have_text(before)


def test_unsent_answers_go_out_before_handing_in(sign_in, demo, watch):
    """檢查並交卷 pressed while something waits: it arrives with the form, and the storage is empty afterwards."""
    page = sign_in(demo.employee)
    paper = start_open_quiz(page)
    watch.is_offline = True
    page.context.set_offline(True)
    paper.choose(1, 1)
    paper.choose(2, 1)
    page.wait_for_function("() => document.querySelector('.saved[data-tone]')")
    page.context.set_offline(False)
    page.locator("form#paper button[value=review]").click()
    page.wait_for_url("**/submission")
    watch.is_offline = False
    expect(page.locator("main .banner").first).to_contain_text("18 題沒有作答")
    page.get_by_role("button", name="交卷").click()
    page.wait_for_url(re.compile("/attempts/[^/]+$"))
    assert page.evaluate("Object.keys(sessionStorage).concat(Object.keys(localStorage)).join()") == ""
