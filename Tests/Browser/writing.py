"""The editor of the knowledge base: how somebody writes in it, and small files to attach."""

import re
import struct
import zlib

from playwright.sync_api import expect

PDF = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
       b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")


def png(width=40, height=20):
    """A picture in one colour."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x1b\x4a\x70" * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def field(page, name):
    return page.get_by_label(name, exact=True)


def open_new(page, kind):
    """From the knowledge base to an empty page of `kind`."""
    page.goto("/pages")
    page.get_by_role("link", name="新增條目").click()
    page.locator("main").get_by_role("link", name=kind, exact=True).click()
    expect(page.locator("h1")).to_have_text(f"新增{kind}")


def save(page):
    page.get_by_role("button", name="儲存", exact=True).click()


def wait_for_draft(page):
    expect(page.locator("[data-draft-saved]")).to_have_text(re.compile(r"^草稿已存 \d\d:\d\d:\d\d$"), timeout=15_000)


def write_page(page, kind, title, code, body):
    """Writes a page as anybody would; leaves it open."""
    open_new(page, kind)
    field(page, "標題").fill(title)
    field(page, "內文").fill(body)
    field(page, "代號").fill(code)
    save(page)
    page.wait_for_url(re.compile(f"/pages/{code}(\\?|$)"))


def change(page, code, edit, reason):
    """Opens the page's editor, lets `edit` change the text there, and saves it."""
    page.goto(f"/pages/{code}/edit")
    text = field(page, "內文")
    text.fill(edit(text.input_value()))
    field(page, "修改理由").fill(reason)
    save(page)


def send_to_all(page):
    """From an announcement that is not sent: to the whole office, until the end of next year."""
    page.get_by_role("link", name="發送給同仁").click()
    page.get_by_label("確認期限").fill("116/12/31")
    page.get_by_label("南華區戶政事務所全體同仁").check()
    page.get_by_role("button", name="發送公告").click()
    expect(page.locator("main [role=status]").first).to_contain_text("公告已發出")
