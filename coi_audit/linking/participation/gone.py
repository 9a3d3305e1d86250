"""Whoever left at an earlier item for good was out of every item after it, until the words say that they came back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.linking.participation.binding import Deed, bound, spoken_before
from coi_audit.linking.participation.cast import Cast, Statement
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
# "Dr Orme did not return.", in a sentence of its own after the leaving.
_NOT_BACK = re.compile(
    r"\b(?:(?:did|had|would|was|were|has|have)\s+not|didn't|never|not\s+able\s+to|unable\s+to)\s+(?:then\s+|later\s+|able\s+to\s+|to\s+)?"
    r"(?:return(?:ed|ing)?|re-?join(?:ed|ing)?|com(?:e|ing)\s+back|back)\b"
    r"(?=\s*(?:$|[.,;)])|\s+(?:to\s+the\s+(?:meeting|room|call|table)|the\s+(?:meeting|call)|after|at\s+all|and|as|because|due|owing)\b)",
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
        gone_out = [one for one in told("leave", statements, view.cast) if covers(one)]
        left = [one for one in gone_out if _for_good(one)]
        left += [one for one in _not_back(statements, view.cast) if covers(one) and _after(one, gone_out)]
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


def _not_back(statements: tuple[Statement, ...], cast: Cast) -> Iterator[Deed]:
    """Whoever the words say did not come back, with those words."""
    for index, statement in enumerate(statements):
        for found in _NOT_BACK.finditer(statement.text):
            who = bound(statement, found, spoken_before(statements, index), cast)
            if who is not None and who.kind != "others":
                yield Deed("leave", statement, found.start(), found.end(), who.who, who)


def _after(deed: Deed, gone_out: Sequence[Deed]) -> bool:
    return any(one.order < deed.order for one in gone_out)
