"""Proposals from the call to the roll of honour: secretary, authors, reviewers, and somebody in conflict."""

import copy
import datetime
import re
import shutil
import sqlite3

import pytest
from playwright.sync_api import expect

from Browser.test_every_page import SECOND_LOOKS, Look
from Browser.writing import field, wait_for_draft
from Harness.office import Office, Server

TITLE = "等候時先核對應備文件"
# None of them is on the panel of the demo's own calls.
PANEL = {"examManager": "王淑芬", "questionEditor": "陳冠廷", "knowledgeEditor": "葉佩珊"}
RUBRIC = "創意提案評分表"


@pytest.fixture
def demo(pristine, tmp_path):
    """A demo office with somebody for every part of a call of the test's own; HR is its secretary."""
    folder = tmp_path / "data"
    shutil.copytree(pristine.office.folder, folder)
    office = Office(folder)
    with Server(office) as server:
        demo = pristine.at(office, server)
        office.command("role", "grant", demo.hr.login, "proposalManager")
        for role in PANEL:
            office.command("role", "grant", demo.people[role].login, "reviewer")
        yield demo


def roc(time):
    return f"{time.year - 1911}/{time.month}/{time.day} {time.hour:02}:{time.minute:02}"


def looked(page, looks=SECOND_LOOKS):
    """Axe, overflow and the like, at this page as it is."""
    look = Look(page, "proposals")
    look.at(page.url, looks)
    assert not look.findings, "\n".join(map(str, look.findings))


def told(page):
    return page.locator("main [role=status]").first


def make_call(page, reviewers=2, chain=True):
    """A call that is open; returns its number. `chain`: whether supervisors and those below them give way."""
    now = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8)))
    page.goto("/manage/calls/new")
    # The only rubric that there is stands chosen already.
    expect(field(page, "評分表").locator("option:checked")).to_have_text(RUBRIC)
    page.get_by_label(re.compile("^名稱")).fill("115年創意提案")
    page.get_by_label(re.compile("^開始")).fill(roc(now - datetime.timedelta(days=1)))
    page.get_by_label(re.compile("^截止")).fill(roc(now + datetime.timedelta(days=3)))
    field(page, "評審截止").fill(roc(now + datetime.timedelta(days=10)))
    field(page, "每件評審人數").fill(str(reviewers))
    page.get_by_label(re.compile("^主管與所屬")).set_checked(chain)
    # A new call begins with what the last one laid down.
    page.get_by_label(re.compile("角色的同仁也加入")).uncheck()
    field(page, "評審委員").fill("\n".join(PANEL.values()))
    field(page, "獎項").fill("特優，5000 元，記功一次")
    page.get_by_role("button", name="儲存", exact=True).click()
    # The script takes what was done out of the address again.
    page.wait_for_url(re.compile(r"/manage/calls/\d+(\?|$)"))
    return int(re.search(r"/calls/(\d+)", page.url)[1])


def write(page, title=TITLE):
    """From the home page to a filled form."""
    page.goto("/proposals")
    page.get_by_role("link", name=re.compile("我要提案.*115年創意提案")).click()
    page.get_by_label(re.compile("^提案名稱")).fill(title)
    page.get_by_label("服務流程簡化").check()
    page.get_by_label("改良", exact=True).check()
    for name, words in {  # Two of a name: the field, and its part of the preview.
            "現況與問題": "民眾排到櫃檯才發現缺文件。", "創意構想": "取號時先核對。", "實施方法": "取號機旁設核對桌。",
            "預期效益": "每件少 5 分鐘。"}.items():
        page.get_by_role("textbox", name=re.compile(f"^{name}")).fill(words)
    field(page, "每件省下的時間").fill("5")
    field(page, "每年件數").fill("12000")


def submit(page):
    page.get_by_role("button", name="儲存並送出").click()
    page.wait_for_url(re.compile(r"/proposals/\d+"))
    return int(re.search(r"/proposals/(\d+)", page.url)[1])


def accept(page, proposal):
    page.goto(f"/proposals/{proposal}")
    page.get_by_role("button", name="受理", exact=True).click()
    expect(told(page)).to_contain_text("受理")


def end_call(demo, call):
    """The end of the call comes: as if it had been set a minute ago."""
    demo.server.stop()
    end = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    with sqlite3.connect(demo.office.database) as db:
        db.execute("UPDATE proposalCall SET closes = ? WHERE id = ?", [end, call])
    demo.server.start()


def assign(page, call):
    page.goto(f"/manage/calls/{call}/assignment")
    page.get_by_role("button", name="照這樣分配").click()
    expect(told(page)).to_contain_text("已分配")


def score(page, points, by_keys=False):
    """Fills in the sheet that is open; the second and third criterion want words."""
    if by_keys:
        page.locator("fieldset[data-weight]").first.locator("input[type=radio]").first.focus()
        for each in points:
            page.keyboard.press(str(each))
    else:
        for number, each in enumerate(points, start=1):
            page.locator(f"input[name=points-{number}][value='{each}']").check(force=True)
    for number in (2, 3):
        page.locator(f"[name=comment-{number}]").fill("步驟清楚，可以試辦。")


def hand_in(page):
    page.get_by_role("button", name="送出評分").click()
    expect(told(page)).to_contain_text("已送出評分")


def test_a_call_from_its_first_day_to_the_ranking(demo, sign_in, watch):
    secretary = sign_in(demo.hr)
    call = make_call(secretary, chain=False)
    looked(secretary)

    author = sign_in(demo.employee)
    write(author)
    expect(author.locator(".editor-preview")).to_contain_text("1000 小時")
    looked(author)
    proposal = submit(author)
    expect(author.locator("main")).to_contain_text("已送出")
    looked(author)
    # Returned with a reason that the author reads, mended, submitted again.
    secretary.goto(f"/proposals/{proposal}")
    looked(secretary)
    secretary.get_by_label(re.compile("理由")).first.fill("請補充人力怎麼安排。")
    secretary.get_by_role("button", name=re.compile("退回")).click()
    author.goto("/")
    expect(author.locator("main")).to_contain_text("退回")
    author.goto(f"/proposals/{proposal}")
    expect(author.locator("main")).to_contain_text("請補充人力怎麼安排。")
    author.get_by_role("link", name=re.compile("修改")).first.click()
    author.get_by_role("textbox", name=re.compile("^所需經費與人力")).fill("志工一名，不花經費。")
    author.locator("[name=reason]").fill("補上人力")
    assert submit(author) == proposal
    accept(secretary, proposal)

    end_call(demo, call)
    secretary.goto(f"/manage/calls/{call}/reviews")
    looked(secretary)
    secretary.goto(f"/manage/calls/{call}/assignment")
    looked(secretary)
    assign(secretary, call)
    expect(secretary.locator("main")).to_contain_text("0／2")

    # Two of the three have it; which, the seed decides.
    pages = {role: sign_in(demo.people[role]) for role in PANEL}
    scored = 0
    for role, page in pages.items():
        page.goto("/proposals/reviews")
        if page.get_by_role("link", name="評下一件").count() == 0:
            looked(page)
            watch.expected_statuses.add(404)
            page.goto(f"/proposals/reviews/{proposal}")
            expect(page.locator("h1")).to_contain_text("找不到")
            continue
        page.get_by_role("link", name="評下一件").click()
        # Blind: nobody's name stands there.
        expect(page.locator("main")).not_to_contain_text("林雅筑")
        looked(page)
        score(page, [5, 4, 5, 4, 3] if scored == 0 else [1, 1, 2, 1, 1], by_keys=scored == 0)
        if scored == 0:
            expect(page.locator("[data-score-sum]")).to_have_text("88")
            wait_for_draft(page)
            page.reload()
            expect(page.locator("[data-score-sum]")).to_have_text("88")
        hand_in(page)
        looked(page)
        scored += 1
    assert scored == 2

    # So far apart that a third is asked for.
    secretary.goto(f"/manage/calls/{call}/ranking")
    expect(secretary.locator("main")).to_contain_text("等第三位評審")
    looked(secretary)
    assign(secretary, call)
    for page in pages.values():
        page.goto("/proposals/reviews")
        if page.get_by_role("link", name="評下一件").count():
            page.get_by_role("link", name="評下一件").click()
            score(page, [4, 4, 4, 4, 4])
            hand_in(page)
    secretary.goto(f"/manage/calls/{call}/ranking")
    expect(secretary.locator(".page-head")).to_contain_text("評分都送出了")
    # 88 and 80 are nearest; the mean of ranks is that of one proposal alone.
    expect(secretary.locator("tbody tr")).to_have_count(1)
    expect(secretary.locator("tbody tr")).to_contain_text("（不計）")
    looked(secretary)
    secretary.goto(f"/manage/calls/{call}/reviews/{proposal}")
    looked(secretary)

    # The meeting decides it, and the author reads why.
    secretary.goto(f"/manage/calls/{call}/meeting")
    looked(secretary)
    secretary.get_by_role("button", name="開始評審會議").click()
    expect(told(secretary)).to_contain_text("評審會議開始了")
    looked(secretary)
    secretary.get_by_label("地點").fill("三樓會議室")
    secretary.get_by_role("button", name="儲存出席紀錄").click()
    expect(told(secretary)).to_contain_text("已儲存出席紀錄")
    secretary.get_by_role("link", name="討論下一件").click()
    looked(secretary)
    expect(secretary.locator("main")).not_to_contain_text("林雅筑")
    secretary.get_by_label("討論紀錄").fill("先試辦兩週。")
    wait_for_draft(secretary)
    secretary.reload()
    expect(secretary.get_by_label("討論紀錄")).to_have_value("先試辦兩週。")
    watch.expected_statuses.add(422)
    secretary.get_by_role("button", name="儲存決議", exact=True).click()
    expect(secretary.locator(".error-summary")).to_contain_text("請選決議")
    looked(secretary)
    secretary.get_by_label("採行", exact=True).check()
    secretary.get_by_label(re.compile("^決議理由")).fill("步驟清楚，下個月就能開始。")
    secretary.get_by_label("獎項").select_option("1")
    secretary.get_by_role("button", name="儲存決議，看下一件").click()
    expect(told(secretary)).to_contain_text("已儲存決議")
    expect(secretary.locator("main")).to_contain_text("已決議 1／1 件")
    looked(secretary)
    secretary.get_by_role("button", name="結束會議，公布決議").click()
    expect(told(secretary)).to_contain_text("會議結束")
    secretary.goto(f"/manage/calls/{call}/minutes")
    expect(secretary.locator("main")).to_contain_text("先試辦兩週。")
    looked(secretary)
    with secretary.expect_download() as file:
        secretary.get_by_role("link", name=re.compile("下載 ODT")).click()
    assert file.value.suggested_filename.endswith("評審會議紀錄.odt")

    author.goto("/")
    expect(author.locator("main")).to_contain_text("的決議：採行")
    author.goto(f"/proposals/{proposal}")
    expect(author.locator("main")).to_contain_text("步驟清楚，下個月就能開始。")
    expect(author.locator("main")).not_to_contain_text("先試辦兩週。")
    looked(author)
    author.goto("/proposals/honours")
    expect(author.locator("main")).to_contain_text(TITLE)
    looked(author)

    # What was adopted is carried out and rewarded.
    secretary.goto(f"/proposals/{proposal}/tasks")
    looked(secretary)
    secretary.get_by_label(re.compile("^工作")).fill("訂做核對桌")
    secretary.get_by_label("主責單位").select_option(index=1)
    secretary.get_by_label("期限").fill("116/3/31")
    secretary.get_by_role("button", name="加入", exact=True).click()
    expect(told(secretary)).to_contain_text("已加入執行工作")
    secretary.get_by_text("填進度", exact=True).click()
    secretary.get_by_label("完成比例（%）").fill("100")
    secretary.get_by_label(re.compile("^進度說明")).fill("做好了。")
    secretary.get_by_role("button", name="儲存進度").click()
    expect(secretary.locator("main")).to_contain_text("完成")
    looked(secretary)
    secretary.goto(f"/manage/awards/{proposal}")
    looked(secretary)
    secretary.get_by_role("button", name="登錄").click()
    expect(told(secretary)).to_contain_text("已登錄獎勵")
    looked(secretary)


def test_a_director_in_conflict_leaves_the_room(demo, sign_in, watch):
    """The demo's director is of the panel; the secretary registers a conflict, and the director finds nothing more."""
    secretary = sign_in(demo.people["proposalManager"])
    secretary.goto("/manage/calls")
    secretary.get_by_role("link", name=re.compile("下半年創意提案")).click()
    call = int(re.search(r"/calls/(\d+)", secretary.url)[1])
    secretary.goto(f"/manage/calls/{call}/reviews")
    title = secretary.locator("tbody th a").first.inner_text()
    secretary.locator("tbody th a").first.click()
    secretary.wait_for_url(re.compile(r"/reviews/\d+"))
    proposal = int(re.search(r"/reviews/(\d+)", secretary.url)[1])
    secretary.get_by_text("登記迴避", exact=True).first.click()
    secretary.get_by_label("應迴避的人").fill("許文正")
    secretary.get_by_label(re.compile("^理由")).last.fill("與提案人為姻親。")
    secretary.get_by_role("button", name="登記迴避").click()
    expect(told(secretary)).to_contain_text("已登記迴避")
    looked(secretary)

    director = copy.copy(demo.people["proposalManager"])
    director.login = "hsu.wenzheng"
    page = sign_in(director)
    watch.expected_statuses.add(404)
    for address in ["/", "/proposals/reviews", "/search?q=" + title, f"/proposals/reviews/{proposal}",
                    f"/proposals/{proposal}", "/proposals"]:
        page.goto(address)
        assert page.locator(f"main a[href*='/{proposal}']", has_text=title).count() == 0, address

    secretary.goto(f"/manage/calls/{call}/meeting")
    secretary.get_by_label("現在就開會的理由").fill("兩位委員請假。")
    secretary.get_by_role("button", name="開始評審會議").click()
    secretary.goto(f"/manage/calls/{call}/meeting/{proposal}")
    expect(secretary.locator("main")).to_contain_text("已離席")
    expect(secretary.locator("main")).to_contain_text("許文正")
    looked(secretary)


def test_who_declares_a_conflict_sees_the_proposal_no_more(demo, sign_in, watch):
    secretary, author = sign_in(demo.hr), sign_in(demo.employee)
    call = make_call(secretary)
    write(author)
    proposal = submit(author)
    accept(secretary, proposal)
    end_call(demo, call)
    assign(secretary, call)
    page = sign_in(demo.people["examManager"])
    page.goto(f"/proposals/reviews/{proposal}")
    page.get_by_role("link", name=re.compile("利害關係")).click()
    looked(page)
    page.get_by_label(re.compile("理由")).fill("與提案人共同執行這項業務。")
    page.get_by_role("button", name=re.compile("迴避")).click()
    expect(told(page)).to_contain_text("已登記迴避")
    expect(page.locator("main")).not_to_contain_text(TITLE)
    watch.expected_statuses.add(404)
    for address in [f"/proposals/reviews/{proposal}", f"/proposals/{proposal}"]:
        page.goto(address)
        expect(page.locator("h1")).to_contain_text("找不到")
    page.goto("/search?q=" + TITLE)
    expect(page.locator("main")).not_to_contain_text(f"/proposals/{proposal}")
    assert page.locator(f"a[href*='/proposals/{proposal}']").count() == 0
    # The secretary is told that somebody is missing.
    secretary.goto("/")
    expect(secretary.locator("main")).to_contain_text("委員不足")


def test_a_proposal_is_written_without_a_script_and_on_a_phone(demo, sign_in):
    make_call(sign_in(demo.hr))
    page = sign_in(demo.employee, java_script_enabled=False, width=390, height=844)
    write(page, "不用程式也能提案")
    page.get_by_role("button", name="儲存草稿").click()
    expect(told(page)).to_contain_text("草稿")
    expect(page.get_by_label(re.compile("^提案名稱"))).to_have_value("不用程式也能提案")
    page.goto("/proposals")
    expect(page.locator("main")).to_contain_text("不用程式也能提案")
    page.get_by_role("link", name="不用程式也能提案", exact=True).click()
    proposal = submit(page)
    expect(page.locator("h1")).to_contain_text("不用程式也能提案")
    assert proposal > 0


def test_a_new_proposal_survives_a_reload(demo, sign_in):
    make_call(sign_in(demo.hr))
    page = sign_in(demo.employee)
    write(page)
    wait_for_draft(page)
    page.reload()
    expect(page.get_by_label(re.compile("^提案名稱"))).to_have_value(TITLE)
    expect(page.get_by_role("textbox", name=re.compile("^創意構想"))).to_have_value("取號時先核對。")


def test_shares_that_do_not_add_up_lose_nothing(demo, sign_in, watch):
    make_call(sign_in(demo.hr))
    page = sign_in(demo.employee)
    write(page)
    page.get_by_label(re.compile("^提案人與貢獻比例")).fill("林雅筑 99%")
    watch.expected_statuses.add(422)
    page.get_by_role("button", name="儲存並送出").click()
    expect(page.locator(".error-summary")).to_contain_text("100")
    expect(page.get_by_role("textbox", name=re.compile("^創意構想"))).to_have_value("取號時先核對。")
    looked(page)
