"""Where lines and pages break: no word alone before an emphasised one, no last row alone on a page."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import weasyprint

from coi_audit import paths

_FOLDERS = ("report", "pack", "national", "registers", "base")
# The renderer breaks a line far too early where a text that just fits is followed by a space and then an inline
# element; with the space inside the element it does not.
_SPACE_BEFORE = re.compile(r'[^\s>] <(?:span class="(?:quiet|quiet about|read|source|words)"|strong|em)>')
_STATEMENT = (
    "Dr Una Fairclough (works for Gorse Vale Urgent Care) has a role on both sides of the item: for the commissioner "
    "and for the provider, which would run the service. That asks at the least for leaving for the whole item; the "
    "minutes record leaving before the decision and give no reason for doing less."
)


def _templates() -> list[Path]:
    return [one for folder in _FOLDERS for one in sorted((paths.templates_folder() / folder).rglob("*.html"))]


@pytest.mark.parametrize("template", _templates(), ids=lambda one: f"{one.parent.name}/{one.name}")
def test_an_emphasised_word_brings_its_own_space(template: Path) -> None:
    assert not _SPACE_BEFORE.findall(template.read_text(encoding="utf-8"))


def _lines(box: object) -> list[tuple[str, float]]:
    if type(box).__name__ == "LineBox":
        return [(_text(box), _right(box))]
    return [line for child in getattr(box, "children", ()) for line in _lines(child)]


def _text(box: object) -> str:
    return getattr(box, "text", None) or "".join(_text(one) for one in getattr(box, "children", ()))


def _right(box: object) -> float:
    if hasattr(box, "text"):
        return float(box.position_x + box.width)  # type: ignore[attr-defined]
    return max((_right(one) for one in getattr(box, "children", ())), default=0.0)


def test_no_line_ends_long_before_its_end() -> None:
    for width in range(250, 400, 5):
        html = (
            f"<style>@page {{ size: 600px 800px; margin: 0 }} p {{ margin: 0; font-size: 11px; width: {width}px }}"
            f"</style><p>{_STATEMENT}<strong> Required: leave for the item.</strong><span> Sheet 1, row 7</span></p>"
        )
        lines = _lines(weasyprint.HTML(string=html).render().pages[0]._page_box)
        for (line, right), (after, _) in pairwise(lines):
            assert right + len(after.split()[0]) * 10 + 15 > width, line


def test_the_last_row_of_a_table_never_stands_alone_on_a_page() -> None:
    styles = (paths.templates_folder() / "base" / "paper.css").read_text(encoding="utf-8")
    for rows in range(34, 46):
        body = "".join(f"<tr><td>Row {number}</td></tr>" for number in range(rows))
        pages = weasyprint.HTML(string=f"<table><thead><tr><th>What</th></tr></thead><tbody>{body}</tbody></table>")
        made = pages.render(stylesheets=[weasyprint.CSS(string=styles)]).pages
        assert len([one for one in _lines(made[-1]._page_box) if one[0].startswith("Row")]) > 1, rows
