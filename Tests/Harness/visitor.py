"""A person with a cookie and forms, but no browser: plain HTTP, as fast as the server."""

import html.parser
import http.client
import urllib.parse

PASSWORD = "春天的櫃檯有一盞很亮的燈 {}"


class UnexpectedAnswer(Exception):
    pass


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def location(self):
        return self.headers.get("Location")


class Visitor:
    def __init__(self, port):
        self.port = port
        self.origin = f"http://127.0.0.1:{port}"
        self.cookie = None

    def request(self, method, path, fields=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        body = None
        if method == "POST":
            body = urllib.parse.urlencode(fields or [])
            headers |= {"Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            connection.request(method, path, body, headers)
            reply = connection.getresponse()
            answer = Answer(reply.status, reply.headers, reply.read())
        finally:
            connection.close()
        for setting in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = setting.partition(";")[0].partition("=")
            if name == "huxue":
                self.cookie = f"huxue={value}" if value else None
        return answer

    def get(self, path):
        answer = self.request("GET", path)
        if answer.status != 200:
            raise UnexpectedAnswer(f"GET {path}: {answer.status} {answer.location or ''}")
        return answer.text

    def post(self, path, fields):
        """Posts a form that must be taken, and returns where it leads."""
        answer = self.request("POST", path, fields)
        if answer.status != 303:
            raise UnexpectedAnswer(f"POST {path}: {answer.status}\n{answer.text[:3000]}")
        return answer.location

    def sign_in(self, login, password):
        return self.post("/session", {"login": login, "password": password, "next": "/"})

    def sign_in_first(self, login, issued):
        """Signs in with an issued password and chooses a new one; returns it."""
        chosen = PASSWORD.format(login)
        self.sign_in(login, issued)
        form = next(form for form in forms(self.get("/account")) if form.of_kind("new-password"))
        fields = dict(form.hidden)
        fields |= {name: issued for name in form.of_kind("current-password")}
        fields |= {name: chosen for name in form.of_kind("new-password")}
        self.post(form.action, fields)
        return chosen

    def start_attempt(self, exam):
        """Begins an attempt, or goes on with the open one; returns its page's address."""
        (token,) = {form.hidden["token"] for form in forms(self.get(f"/exams/{exam}")) if "token" in form.hidden}
        return self.post(f"/exams/{exam}/attempts", {"token": token})


class Form:
    def __init__(self, attributes, page_path=""):
        self.attributes = attributes
        self.action = attributes.get("action", page_path)
        self.inputs = []

    @property
    def hidden(self):
        return {i["name"]: i.get("value", "") for i in self.inputs if i.get("type") == "hidden" and "name" in i}

    def of_kind(self, autocomplete):
        return [i["name"] for i in self.inputs if i.get("autocomplete") == autocomplete]

    def choices(self):
        """Question number → the keys that can be chosen, and whether several can."""
        found = {}
        for field in self.inputs:
            name = field.get("name", "")
            if field.get("type") in ("radio", "checkbox") and name[:1] == "q" and name[1:].isdigit():
                entry = found.setdefault(int(name[1:]), ([], field["type"] == "checkbox"))
                entry[0].append(int(field["value"]))
        return found


class FormReader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms = []
        self.open = None

    def handle_starttag(self, tag, attributes):
        attributes = {name: value if value is not None else "" for name, value in attributes}
        if tag == "form":
            self.open = Form(attributes)
            self.forms.append(self.open)
        elif tag == "input" and self.open is not None:
            self.open.inputs.append(attributes)

    def handle_endtag(self, tag):
        if tag == "form":
            self.open = None


def forms(text):
    reader = FormReader()
    reader.feed(text)
    return reader.forms
