"""One document as read, as a page for the browser: what stood there beside what was understood, the doubtful first.

The page stands alone: its style is in it, it runs no script and asks nothing of any network.
"""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from coi_audit.report.html import render_page, style
from coi_audit.report.read_words import Readable, Record, reading_of


def reading_html(result: Readable, *, tool_version: str) -> str:
    """The page as HTML. Raises `SetupError` where a template or its style sheet is missing or misspelt."""
    reading = reading_of(result)
    context = {
        "reading": reading,
        "kinds": [(what, list(records)) for what, records in groupby(_by_kind(reading.certain), lambda one: one.what)],
        "style": Markup(style("read/read.css")),
        "tool_version": tool_version,
    }
    return render_page("read/page.html", context)


def _by_kind(records: tuple[Record, ...]) -> list[Record]:
    """Records of one kind together, in the order in which the kinds first stand in the paper."""
    order = list(dict.fromkeys(one.what for one in records))
    return sorted(records, key=lambda one: order.index(one.what))
