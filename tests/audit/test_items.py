"""An item with sub-items is their heading: what is decided is decided under it."""

from __future__ import annotations

import pytest

from coi_audit.audit.items import _has_sub_items
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import AgendaItem


def item(number: str) -> AgendaItem:
    return AgendaItem(number=number, title="Some item", source=SourceRef(file="agenda.docx", paragraph=1))


@pytest.mark.parametrize(
    ("number", "others", "expected"),
    [
        ("7", ("7a", "7b"), True),
        ("8.", ("8.1", "8.2"), True),
        ("7", ("7(i)",), True),
        ("1", ("10", "11", "1"), False),
        ("7", ("8", "17a"), False),
        ("", ("7a",), False),
    ],
)
def test_headings(number: str, others: tuple[str, ...], expected: bool) -> None:
    own = item(number)
    assert _has_sub_items(own, (own, *map(item, others))) is expected
