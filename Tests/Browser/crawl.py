"""Which pages there are, found by following links."""

import re
import urllib.parse


def pattern(address):
    """The address with ids and filter values left out: pages alike have the same."""
    parts = urllib.parse.urlsplit(address)
    path = [segment if re.fullmatch(r"[a-z-]*", segment) else "*" for segment in parts.path.split("/")[1:]]
    names = sorted(name for name, _ in urllib.parse.parse_qsl(parts.query, keep_blank_values=True))
    return "/" + "/".join(path) + ("?" + "&".join(names) if names else "")


def links(page):
    """The addresses on this site that the open page leads to, without fragments."""
    found = {}
    for link in page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)"):
        parts = urllib.parse.urlsplit(link)
        if parts.scheme in ("http", "https") and parts.netloc == urllib.parse.urlsplit(page.url).netloc:
            found[parts.path + (f"?{parts.query}" if parts.query else "")] = True
    return list(found)


def is_download(page, address):
    """Whether the address answers with a file; it must then be one that opens."""
    head = page.request.get(address)
    if "attachment" not in (head.headers.get("content-disposition") or ""):
        return False
    assert head.status == 200 and len(head.body()) > 0, address
    return True
