"""A paper's twin for the browser: the same sections in one page that stands alone, runs nothing and fetches nothing."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html
from markupsafe import Markup

from coi_audit.model.audit import Audit
from coi_audit.report.assurance import assurance_context
from coi_audit.report.html import render_page, style
from coi_audit.report.pack import pack_html
from coi_audit.report.twin_tables import made_readable
from coi_audit.rulebook.types import Rulebook

_FRAME = "twin/frame.html"
_REPORT = "report/report.html"
_STYLE = "twin/twin.css"


def assurance_twin(audit: Audit, rulebook: Rulebook, *, draft: bool = False) -> str:
    """The assurance report as a page. Raises `SetupError` where a template or the style sheet is missing."""
    return twin_of(render_page(_REPORT, assurance_context(audit, rulebook, draft=draft)), audit.tool_version)


def pack_twin(audit: Audit, rulebook: Rulebook) -> str:
    """The secretary's pack as a page. Raises as the other does."""
    return twin_of(pack_html(audit, rulebook), audit.tool_version)


def twin_of(page: str, tool_version: str) -> str:
    """The page of a paper, rendered for print, in the frame for the browser.

    Its tables can be read aloud and on a narrow screen, its charts have a role, and widths meant for paper are gone.
    """
    document = lxml_html.document_fromstring(page)
    body = document.find("body")
    assert body is not None
    _without_paper(body)
    _named(body)
    made_readable(body)
    sheet = style(_STYLE)
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    context = {
        "title": document.findtext(".//title") or "",
        "author": _meta(document, "author"),
        "description": _meta(document, "description"),
        "content": Markup(_inside(body)),
        "style": Markup(sheet),
        "style_hash": Markup(f"sha256-{digest}"),
        "tool_version": tool_version,
    }
    return render_page(_FRAME, context)


def _meta(document: Any, name: str) -> str:
    found = document.xpath("//meta[@name=$name]/@content", name=name)
    return str(found[0]) if found else ""


def _inside(body: Any) -> str:
    return "".join(lxml_html.tostring(one, encoding="unicode") for one in body)


def _without_paper(body: Any) -> None:
    """Leave out what only a page of paper has: widths in millimetres."""
    for one in body.xpath(".//*[@style]"):
        del one.attrib["style"]
    for one in body.xpath(".//colgroup"):
        one.getparent().remove(one)


def _named(body: Any) -> None:
    """Give what a screen reader lists a role and a name."""
    for one in body.xpath(".//nav[not(@aria-label)]"):
        one.set("aria-label", _words(one.xpath("./h2|./h3")) or "Contents")
    for one in body.xpath(".//svg"):
        one.set("role", "img")
        one.set("focusable", "false")
    _once(body)


def _once(body: Any) -> None:
    """No two elements of one id: the later keeps none."""
    seen: Counter[str] = Counter()
    for one in body.xpath(".//*[@id]"):
        seen[one.get("id")] += 1
        if seen[one.get("id")] > 1:
            del one.attrib["id"]


def _words(found: Iterator[Any] | list[Any]) -> str:
    return next((" ".join(one.text_content().split()) for one in found), "")
