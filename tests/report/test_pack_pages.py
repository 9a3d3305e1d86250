"""What must stand on one page does: page one, and each notice, however many items, members and long names there are."""

from __future__ import annotations

from functools import cache

import packs
import pypdfium2
import pytest

from coi_audit.model.audit import Audit
from coi_audit.report.html import render, style
from coi_audit.report.pack import pack_context
from coi_audit.report.pack.blocks import Column, Part, Table, bullets, cell, text
from coi_audit.report.pack.fit import PDF, WORD, height_of
from coi_audit.report.pdf import render_pdf
from coi_audit.rulebook.types import Rulebook

_MARK = "the last line"


def pages_of(parts: list[Part], audit: Audit, rulebook: Rulebook) -> list[str]:
    """The words of each page that these parts alone take."""
    context = {**pack_context(audit, rulebook), "parts": parts}
    data = render_pdf(render("pack/pack.html", context), as_of=audit.as_of, style=style(*_STYLES))
    with pypdfium2.PdfDocument(data) as pdf:
        return [pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf))]


_STYLES = ("base/paper.css", "pack/pack.css")


@cache
def crowd(items: int, members: int) -> Audit:
    return packs.crowded(items, members)


@pytest.mark.parametrize(("items", "members"), [(4, 3), (6, 9), (12, 6), (25, 18)])
def test_page_one_is_one_page_and_leaves_no_item_untold(items: int, members: int, rulebook: Rulebook) -> None:
    audit = crowd(items, members)
    first = pack_context(audit, rulebook)["parts"][0]
    pages = pages_of([first], audit, rulebook)
    assert len(pages) == 1
    words = " ".join(pages[0].split())
    rows = len(first.blocks[1].rows)
    touched = items - 2
    assert rows == touched or f"And {touched - rows} more item" in words
    assert "To settle before the meeting" in words
    assert "page 1 of 1" in words


def test_page_one_tells_the_reasons_where_there_is_room(rulebook: Rulebook) -> None:
    audit = packs.every_action()
    words = " ".join(" ".join(pages_of([pack_context(audit, rulebook)["parts"][0]], audit, rulebook)).split())
    assert "Partner in Fernhill Surgery" in words
    assert "Declare it, join the discussion, leave before the decision" in words


@pytest.mark.parametrize(("items", "members"), [(25, 2), (9, 4)])
def test_a_notice_is_one_page(items: int, members: int, rulebook: Rulebook) -> None:
    audit = crowd(items, members)
    notices = [one for one in pack_context(audit, rulebook)["parts"] if one.title.startswith("Notice to")]
    pages = pages_of(notices, audit, rulebook)
    assert len(notices) == members
    # The paper's own heading stands over the first of them here, on the page before.
    assert len([one for one in pages if "Notice to" in one]) == members
    assert len([one for one in pages if "Your answer" in one]) == members
    assert len(pages) <= members + 1


def test_what_is_measured_is_close_to_what_is_printed(rulebook: Rulebook) -> None:
    """The measure errs on the safe side, and by no more than a tenth: else page one would say less than it could."""
    audit = packs.every_action()
    first = pack_context(audit, rulebook)["parts"][0]
    words = "A sentence of middling length about nobody, told so that the lines break. "
    blocks = (
        text(words * 5),
        bullets([words, words * 2]),
        Table((Column("One", 40), Column("Two")), tuple((cell(words), cell(words * 2)) for _ in range(9)), "A table"),
    )
    part = Part("a", first.title, (*blocks, text(_MARK)), new_page=False)
    context = {**pack_context(audit, rulebook), "parts": [part]}
    data = render_pdf(render("pack/pack.html", context), as_of=audit.as_of, style=style(*_STYLES))
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0].get_textpage()
        places = [_top(page, one) for one in (words[:30], _MARK)]
    printed = (places[0] - places[1]) * 25.4 / 72
    measured = sum(height_of(one, PDF) for one in blocks)
    assert printed <= measured <= printed * 1.1
    assert sum(height_of(one, WORD) for one in blocks) > measured


def _top(page: pypdfium2.PdfTextPage, words: str) -> float:
    index, _ = page.search(words).get_next()
    return float(page.get_charbox(index)[3])
