"""Tables made fit for a screen: heads with their scope, wide ones that scroll, narrow ones whose rows can stack."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lxml import html as lxml_html

_MOST_STACKED = 5  # columns of a table whose rows become cards on a narrow screen; a wider one scrolls
_HEADINGS = "self::h1 or self::h2 or self::h3 or self::h4 or self::h5"


def made_readable(body: Any) -> None:
    """Change every table of the page in place."""
    taken: Counter[str] = Counter()
    for table in body.xpath(".//table"):
        heads = _heads(table)
        plain = not table.xpath(".//*[@colspan or @rowspan]")
        if plain and len(heads) <= _MOST_STACKED:
            _stack(table, heads)
        else:
            _scroll(table, _label(table, taken))


def _heads(table: Any) -> list[str]:
    """The words of the columns, each head given its scope."""
    for one in table.xpath("./thead//th"):
        one.set("scope", one.get("scope", "col"))
    for one in table.xpath("./tbody//th"):
        one.set("scope", one.get("scope", "row"))
    rows = table.xpath("./thead/tr")
    return [" ".join(one.text_content().split()) for one in rows[-1]] if rows else []


def _stack(table: Any, heads: list[str]) -> None:
    """Each cell carries its column's words, and the roles that a browser drops once rows are no rows any more."""
    table.set("class", f"{table.get('class', '')} stack".strip())
    table.set("role", "table")
    for part in table.xpath("./thead|./tbody"):
        part.set("role", "rowgroup")
    for row in table.xpath("./thead/tr|./tbody/tr"):
        row.set("role", "row")
        for head, cell in zip(heads, row, strict=False):
            in_head = row.getparent().tag == "thead"
            if cell.tag == "th":
                cell.set("role", "columnheader" if in_head else "rowheader")
            else:
                cell.set("role", "cell")
            if head and not in_head:
                cell.set("data-label", head)


def _scroll(table: Any, label: str) -> None:
    region = lxml_html.Element("div")
    region.set("class", "scroll")
    region.set("role", "region")
    region.set("aria-label", label)
    region.set("tabindex", "0")
    region.tail, table.tail = table.tail, None
    table.getparent().replace(table, region)
    region.append(table)


def _label(table: Any, taken: Counter[str]) -> str:
    """The table's caption, else the heading it stands under; no two tables of one name."""
    found = table.xpath("./caption") or table.xpath(f"preceding::*[{_HEADINGS}][1]")
    words = " ".join(found[-1].text_content().split()) if found else "Table"
    taken[words] += 1
    number = f", table {taken[words]}" if taken[words] > 1 else ""
    return f"{words}{number}: scroll sideways"
