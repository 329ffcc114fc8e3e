"""Listens to pages: console errors, policy violations, foreign hosts, failed requests, and questions of the browser."""

import urllib.parse


class Watch:
    def __init__(self, origin):
        self.origin = origin
        self.complaints = []
        self.is_offline = False
        self.expected_statuses = set()

    def page(self, page):
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._complain(f"script error: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("dialog", self._dialog)

    def _console(self, message):
        if message.type not in ("error", "warning"):
            return
        if self.is_offline and "net::ERR" in message.text:
            return
        # The browser asks for the icon when it likes; a test that restarts its server may be in the way.
        if message.text.endswith("net::ERR_CONNECTION_REFUSED") and message.location.get("url", "").endswith("/seal.svg"):
            return
        if any(f"status of {status}" in message.text for status in self.expected_statuses):
            return
        self._complain(f"console {message.type}: {message.text} ({message.location.get('url')})")

    def _request(self, request):
        host = urllib.parse.urlsplit(request.url)
        if host.scheme in ("http", "https") and f"{host.scheme}://{host.netloc}" != self.origin:
            self._complain(f"asks another host: {request.url}")

    def _response(self, response):
        if response.status >= 400 and response.status not in self.expected_statuses:
            self._complain(f"{response.status}: {response.request.method} {response.url}")

    def _dialog(self, dialog):
        self._complain(f"the browser asks ({dialog.type}): {dialog.message}")
        dialog.accept()

    def _complain(self, sentence):
        self.complaints.append(sentence)
