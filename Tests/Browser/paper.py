"""The test page: how an examinee answers on it and what it shows."""

from playwright.sync_api import expect

# How many answers wait in the window's storage.
QUEUED = """Object.entries(sessionStorage).filter(([key]) => key.startsWith("huxue-attempt-"))
    .flatMap(([, value]) => JSON.parse(value)).length"""


class Paper:
    def __init__(self, page):
        self.page = page

    @property
    def numbers(self):
        return self.page.eval_on_selector_all("fieldset.question", "all => all.map(q => Number(q.dataset.number))")

    def question(self, number):
        return self.page.locator(f"fieldset.question[data-number='{number}']")

    def choose(self, number, key):
        self.question(number).locator(".choice").nth(key - 1).click()

    def flag(self, number):
        self.question(number).locator(".flag").click()

    def answers(self):
        """Number → chosen keys, of the answered questions."""
        return {int(number): keys for number, keys in self.page.evaluate("""() => Object.fromEntries(
            [...document.querySelectorAll("fieldset.question")].map(q => [q.dataset.number,
                [...q.querySelectorAll(".choice :checked")].map(i => Number(i.value))]).filter(([, keys]) => keys.length))
            """).items()}

    def flags(self):
        return self.page.eval_on_selector_all(
            "fieldset.question", "all => all.filter(q => q.querySelector('.flag :checked')).map(q => Number(q.dataset.number))")

    def wait_until_saved(self):
        """Until nothing waits to be sent, as the page says and as its storage shows."""
        expect(self.page.locator("[data-saved]")).to_contain_text("已儲存", timeout=20_000)
        self.page.wait_for_function(f"() => !document.querySelector('.saved[data-tone]') && {QUEUED} === 0")

    def queued(self):
        return self.page.evaluate(QUEUED)
