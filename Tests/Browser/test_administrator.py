"""The administrator's way: staff from a file, a role, a password, and what the audit log says about it."""

import csv
import io
import re

from playwright.sync_api import expect

from Browser.conftest import fill_login
from Harness.demo import Person
from Harness.office import STAFF_COLUMNS

NEWCOMER = ["N0001", "𠮷田㐂", "南華區戶政事務所/登記一課", "辦事員", "xin.ren", "是", "115/11/01", ""]


def staff_file(*rows, encoding="utf-8-sig"):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(STAFF_COLUMNS)
    writer.writerows(rows)
    return {"name": "人員.csv", "mimeType": "text/csv", "buffer": text.getvalue().encode(encoding)}


def test_imports_staff_issues_a_password_grants_a_role_and_reads_the_log(sign_in, open_browser, demo, watch):
    page = sign_in(demo.admin)
    page.get_by_role("link", name="人員", exact=True).click()
    page.get_by_role("link", name="匯入人員").click()
    bad = [*NEWCOMER[:5], "也許", *NEWCOMER[6:]]
    watch.expected_statuses.add(422)
    page.get_by_label("人員檔（CSV）").set_input_files(staff_file(NEWCOMER, bad))
    page.get_by_role("button", name="檢查檔案").click()
    expect(page.locator("main")).to_contain_text("3")
    expect(page.locator("main")).to_contain_text("臨櫃")
    watch.expected_statuses.remove(422)

    page.goto("/staff/import")
    page.get_by_label("人員檔（CSV）").set_input_files(staff_file(NEWCOMER))
    page.get_by_role("button", name="檢查檔案").click()
    expect(page.locator("main")).to_contain_text("𠮷田㐂")
    page.locator("main").get_by_role("button", name=re.compile("匯入")).click()
    page.goto("/staff?q=𠮷田")
    row = page.locator("main tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("還沒有密碼")
    row.get_by_role("link").click()

    page.get_by_role("link", name="核發密碼").click()
    page.get_by_role("button", name="核發密碼").click()
    issued = page.locator("main code").inner_text()
    newcomer = open_browser()
    newcomer.goto("/login")
    fill_login(newcomer, Person("xin.ren", issued))
    expect(newcomer.locator("h1")).to_have_text("改成自己的密碼")
    newcomer.goto("/")
    expect(newcomer.locator("h1")).to_have_text("改成自己的密碼")
    newcomer.get_by_label("目前的密碼").fill(issued)
    newcomer.get_by_label("新密碼", exact=True).fill("短短的")
    newcomer.get_by_label("再輸入一次新密碼").fill("短短的")
    watch.expected_statuses.add(422)
    newcomer.get_by_role("button", name="變更密碼").click()
    expect(newcomer.locator("[aria-invalid=true]")).to_have_count(1)
    watch.expected_statuses.remove(422)
    chosen = "山上的雲走得很慢，櫃檯的號碼走得很快"
    newcomer.get_by_label("目前的密碼").fill(issued)
    newcomer.get_by_label("新密碼", exact=True).fill(chosen)
    newcomer.get_by_label("再輸入一次新密碼").fill(chosen)
    newcomer.get_by_role("button", name="變更密碼").click()
    newcomer.goto("/")
    expect(newcomer.locator("header.page-head")).to_contain_text("𠮷田㐂")

    page.goto("/staff?q=𠮷田")
    page.locator("main tbody tr").get_by_role("link").click()
    page.get_by_role("combobox", name="角色").select_option(label="測驗承辦人")
    page.get_by_role("button", name="授予角色").click()
    expect(page.locator("main table").first).to_contain_text("測驗承辦人")
    newcomer.goto("/")
    newcomer.locator("#menu").get_by_role("link", name="年度測驗").click()
    expect(newcomer.locator("h1")).to_be_visible()

    page.get_by_role("link", name="收回").click()
    page.get_by_role("button", name="收回角色").click()
    expect(page.locator("main")).to_contain_text("只有「同仁」")
    page.get_by_role("link", name="重設密碼").click()
    page.get_by_role("button", name="重設密碼").click()
    expect(page.locator("main code")).to_be_visible()
    newcomer.goto("/")
    expect(newcomer.locator("h1")).to_have_text("登入")

    page.get_by_role("link", name="稽核紀錄").click()
    log = page.locator("main table")
    for words in ["匯入", "授予", "收回", "密碼"]:
        expect(log).to_contain_text(words)
    with page.expect_download() as download:
        page.get_by_role("link", name="匯出 CSV").click()
    assert open(download.value.path(), "rb").read(3) == b"\xef\xbb\xbf"
    demo.office.command("doctor")


def test_big5_as_excel_writes_it_is_read(sign_in, demo):
    page = sign_in(demo.admin)
    page.goto("/staff/import")
    row = ["N0002", "許功蓋", "南華區戶政事務所/登記一課", "辦事員", "xu.gonggai", "否", "2026-11-01", ""]
    page.get_by_label("人員檔（CSV）").set_input_files(staff_file(row, encoding="cp950"))
    page.get_by_role("button", name="檢查檔案").click()
    expect(page.locator("main")).to_contain_text("許功蓋")
