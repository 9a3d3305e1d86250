"""Whoever left at an earlier item for good was out of every item after it, until the words say that they came back."""

from __future__ import annotations

import re

from coi_audit.linking.participation.binding import Deed
from coi_audit.linking.participation.done import Covers
from coi_audit.linking.participation.senses import told
from coi_audit.linking.participation.view import ItemView, statements_of

_FOR_GOOD = re.compile(
    r"\b(?:(?:did|had|would|was|were)\s+not|didn't|not\s+to|never|without)\s+(?:then\s+|later\s+)?"
    r"(?:return(?:ed|ing)?|re-?join(?:ed|ing)?|com(?:e|ing)\s+back|back)\b(?!\s+(?:until|till|before|for|to\s+the\s+chair))"
    r"|\b(?:for|during|throughout)\s+(?:the\s+)?(?:rest|remainder)\s+of\s+(?:the\s+|this\s+)?(?:whole\s+)?"
    r"(?:meeting|agenda|session|afternoon|morning|evening|proceedings|business|day)\b"
    r"|\b(?:for|during|throughout)\s+(?:all\s+)?(?:the\s+)?remaining\s+(?:agenda\s+)?(?:items|business|agenda)\b"
    r"|\btook\s+no\s+further\s+part\s+in\s+(?:the\s+)?(?:meeting|proceedings|business)\b",
    re.IGNORECASE,
)
_HERE = ("return", "speak", "took_part", "stay")  # whoever does so at the item is there


def gone_for_good(view: ItemView, covers: Covers) -> Deed | None:
    """The leaving at an earlier item that still holds at this one; None where they came back, spoke or voted since."""
    if not view.place:
        return None
    gone: Deed | None = None
    for section in view.minutes.sections[: view.place]:
        if view.cast.words.find("previous_minutes", section.title):
            continue
        statements = statements_of(section, view.cast)
        left = [one for one in told("leave", statements, view.cast) if covers(one) and _for_good(one)]
        back = [one for one in told("return", statements, view.cast) if covers(one) and not _for_good(one)]
        last = max((one.order for one in back), default=None)
        if last is not None:
            gone = None
        gone = next((one for one in left if last is None or one.order > last), gone)
    if gone is not None and any(covers(one) for kind in _HERE for one in told(kind, view.at_item, view.cast)):
        return None
    return gone


def _for_good(deed: Deed) -> bool:
    return _FOR_GOOD.search(deed.statement.sentence.text) is not None
