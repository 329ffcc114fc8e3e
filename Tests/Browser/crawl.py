"""Which pages there are, found by following links."""

import re
import urllib.parse


# What stands below /pages beside the codes of pages, which are words as well.
FIXED = {"new", "drafts"}


def pattern(address):
    """The address with ids and filter values left out: pages alike have the same."""
    parts = urllib.parse.urlsplit(address)
    path = []
    for segment in parts.path.split("/")[1:]:
        is_code = path[-1:] == ["pages"] and segment not in FIXED
        path.append("*" if is_code or not re.fullmatch(r"[a-z-]*", segment) else segment)
    names = sorted(name for name, _ in urllib.parse.parse_qsl(parts.query, keep_blank_values=True))
    return "/" + "/".join(path) + ("?" + "&".join(names) if names else "")


def links(page):
    """The addresses on this site that the open page leads to, without fragments; those of drawings too."""
    found = {}
    address = "a => new URL(a.getAttribute('href'), document.baseURI).href"
    for link in page.eval_on_selector_all("a[href]", f"all => all.map({address})"):
        parts = urllib.parse.urlsplit(link)
        if parts.scheme in ("http", "https") and parts.netloc == urllib.parse.urlsplit(page.url).netloc:
            found[parts.path + (f"?{parts.query}" if parts.query else "")] = True
    return list(found)


def is_download(page, address):
    """Whether the address answers with a file, a feed or a picture; it must then be one that opens."""
    head = page.request.get(address)
    is_page = (head.headers.get("content-type") or "").startswith("text/html")
    if is_page and "attachment" not in (head.headers.get("content-disposition") or ""):
        return False
    assert head.status == 200 and len(head.body()) > 0, address
    return True
