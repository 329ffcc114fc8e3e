"""The search box: with and without JavaScript, by keyboard, wide and narrow."""

import re

import pytest

from Browser.test_every_page import Look
from National import generate


@pytest.fixture
def laws(demo, tmp_path):
    """A few made-up laws, kept by the demo's office; returns the first one's key and name."""
    file = tmp_path / "laws.json"
    generate.write(file, in_force=(6, 60), repealed=(2, 10))
    demo.office.command("statutes", "import", file)
    first = min(
        (law for law in demo.office.listing("statutes", "list") if not law["repealed"]), key=lambda law: law["pcode"])
    return first["pcode"], first["name"]


def test_names_complete_while_typing(laws, sign_in, demo):
    pcode, name = laws
    page = sign_in(demo.questionEditor)
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="搜尋法規、知識庫與試題")
    assert box.evaluate("box => box === document.activeElement")
    page.keyboard.type(name[:-1])
    option = page.get_by_role("option", name=name)
    option.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert option.get_attribute("aria-selected") == "true"
    assert box.get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Escape")
    assert page.get_by_role("listbox").count() == 0
    assert box.input_value() == name[:-1] and box.get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    option.wait_for()
    # Up to the last name, up again to the typed text, down to the first name.
    for key in ["ArrowUp", "ArrowUp", "ArrowDown", "Enter"]:
        page.keyboard.press(key)
    page.wait_for_url(f"**/statutes/{pcode}")


def test_a_slash_in_a_field_is_a_slash(laws, sign_in, demo):
    page = sign_in(demo.questionEditor)
    page.goto("/statutes")
    field = page.get_by_label("法規名稱")
    field.focus()
    page.keyboard.type("a/b")
    assert field.input_value() == "a/b"


def test_an_enter_without_a_choice_searches_the_words(laws, sign_in, demo):
    page = sign_in(demo.questionEditor)
    page.keyboard.press("/")
    page.keyboard.type("主管機關")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    assert page.get_by_role("heading", level=1).inner_text() == "搜尋「主管機關」"
    page.get_by_role("link", name=re.compile(r"^看全部 \d+ 條$")).click()
    page.wait_for_url("**&kind=articles")
    assert page.locator("nav.chips [aria-current=true]").inner_text().startswith("條文")


def test_without_javascript_the_form_finds_as_well(laws, sign_in, open_browser, demo):
    pcode, name = laws
    page = sign_in(demo.employee, page=open_browser(java_script_enabled=False))
    box = page.get_by_label("搜尋法規、知識庫與試題")
    box.fill(f"{name}第2條")
    box.press("Enter")
    page.wait_for_url(f"**/statutes/{pcode}/articles/2")
    assert page.get_by_label("搜尋法規、知識庫與試題").is_visible()


@pytest.mark.parametrize("query", ["", "主管機關", "主管機關&kind=articles&page=2", "主管 電梯吊車", "電梯吊車", "民法", "民法1"])
def test_nothing_is_amiss_on_results(query, laws, sign_in, demo):
    page = sign_in(demo.questionEditor)
    look = Look(page, "questionEditor")
    page.goto(f"/search?q={query}")
    look.at(f"/search?q={query}")
    assert not look.findings, "\n".join(look.findings)


def test_nothing_is_amiss_with_the_list_open(laws, sign_in, demo):
    _, name = laws
    page = sign_in(demo.questionEditor)
    look = Look(page, "questionEditor")
    page.keyboard.press("/")
    page.keyboard.type(name[:-1])
    page.get_by_role("option", name=name).wait_for()
    page.keyboard.press("ArrowDown")
    look.at("the open list")
    assert not look.findings, "\n".join(look.findings)
