"""Votes that somebody did not cast, and decisions that the words leave to those without an interest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from coi_audit.linking.participation_binding import Deed, deeds, is_decision
from coi_audit.linking.participation_cast import Statement
from coi_audit.linking.participation_view import ItemView

_TO_OTHERS = re.compile(
    r"\b(?:remaining|other|unconflicted|non-conflicted|eligible|independent) (?:voting |committee "
    r"|lay )*(?:members|voters)\b"
    r"|\bvoting members (?:only|alone|present without)\b|\bonly (?:by )?the (?:voting|lay|remaining)\b"
    r"|\bvoting members\b.{0,20}\b(?:excluding|other than|without)\b"
    r"|\b(?:lay|executive|non-GP|non-clinical|independent)(?:,? (?:and|&) (?:lay|executive|officer|nurse|independent))*"
    r" (?:voting )?members (?:alone|only)\b"
    r"|\bmembers without (?:an? )?(?:interest|conflict)|\bthose without (?:an? )?(?:interest|conflict)",
    re.IGNORECASE,
)
_ABSTAINED = re.compile(r"\babst(?:ained|entions?|aining)\b[^‹.;]{0,12}(?:‹\d+›[\s,&)]*(?:and\s+)?)+", re.IGNORECASE)
_ALONE = re.compile(r"\b(?:decision|vote)\b.*\bmembers (?:alone|only)\b", re.IGNORECASE)
_OTHERS_NOT = re.compile(
    r"^\W*(?:all |the )?others (?:present )?(?:had no vote|did not vote|abstained|took no part)\b", re.IGNORECASE
)
_DID_NOT = re.compile(r"^\W*‹\d+› did not\W*$")


def left_to_others(view: ItemView, person: int) -> bool:
    """Whether the words leave the decision to those without an interest: "agreed by the voting members only"."""
    if any(deeds(kind, view.at_item, view.cast) for kind in ("no_vote", "leave")):
        return False  # "the other members" are those other than whoever is told of by name
    for index, statement in enumerate(view.at_item):
        if index and _OTHERS_NOT.search(statement.sentence.text):
            return not any(person in one.who for one in view.at_item[index - 1].mentions)
        if _ALONE.search(statement.sentence.text) and _TO_OTHERS.search(statement.sentence.text):
            return True
        if not is_decision(statement, view.cast) and not re.search(r"\bvot(?:ed|e)\b", statement.text):
            continue
        if _TO_OTHERS.search(statement.sentence.text):
            decided = [one for _, _, one in statement.spans() if one.kind == "named"]
            return not any(person in one.who for one in decided)
    return False


def votes_not_cast(statements: tuple[Statement, ...], covers: Callable[[Deed], bool]) -> Iterator[Statement]:
    """ "Abstentions: Dr Rao", and after words of voting "Dr Rao did not"."""
    for index, statement in enumerate(statements):
        counted = _ABSTAINED.search(statement.text)
        voted = index > 0 and re.search(r"\bvoted\b", statements[index - 1].text) is not None
        plain = _DID_NOT.match(statement.text) if voted else None
        for number in re.findall(r"‹(\d+)›", (counted or plain or [""])[0]):
            mention = statement.mentions[int(number)]
            if covers(Deed("no_vote", statement, 0, 0, mention.who, mention)):
                yield statement
