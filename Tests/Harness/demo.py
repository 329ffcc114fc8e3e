"""The demo office, as `huxue demo` makes it, and the people in it whom the tests play."""

import copy
import dataclasses
import re

from Harness.office import Office, Server

ROLES = {
    "同仁": "employee", "測驗承辦人": "examManager", "出題人員": "questionEditor", "主管": "supervisor",
    "人事": "hr", "系統管理者": "admin", "知識庫管理": "knowledgeEditor",
    "提案承辦人": "proposalManager", "評審委員": "reviewer"}


@dataclasses.dataclass
class Person:
    login: str
    password: str


class Demo:
    """`people` by role name: employee, examManager, admin, …"""

    def __init__(self, office, people, server=None):
        self.office = office
        self.people = people
        self.server = server

    @classmethod
    def make(cls, folder, binary=None):
        office = Office(folder, *([binary] if binary else []))
        with Server(office, command=("demo",), patience=120) as server:
            return cls(office, read_people(server.wait_for("Ctrl-C")))

    def at(self, office, server):
        return Demo(office, copy.deepcopy(self.people), server)

    def __getattr__(self, role):
        try:
            return self.people[role]
        except KeyError:
            raise AttributeError(role) from None


def read_people(text):
    """One account a role from what `huxue demo` prints when it starts: the password, then `  角色　帳號` each."""
    password = re.search(r"密碼都是 (\S+)", text)[1]
    accounts = dict(re.findall(r"^  (\S+)　(\S+)$", text, re.MULTILINE))
    return {ROLES[name]: Person(login, password) for name, login in accounts.items() if name in ROLES}
