"""What one row of a register of gifts tells by its words: who approved it, for whom it was taken, whether in time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.gifts import Gift, GiftKind
from coi_audit.model.linking import Person
from coi_audit.model.words import Role
from coi_audit.rulebook.gift_words import gift_words

_YES = re.compile(r"\W*(?:y|yes|approved|agreed|given|obtained|✓|✔)\W*", re.IGNORECASE)
_NO = re.compile(
    r"\W*(?:n|no|none|nil|nobody|not approved|not given|not obtained|not sought|declined|refused)\W*", re.IGNORECASE
)
_NAME_ENDS = re.compile(r"[.;()\n]|,?\s+on\s+(?=\d)|,?\s+\d|\s+(?:who|which|as|because|before|after|and)\b")
_SENIOR_ROLES = (Role.EXECUTIVE, Role.LAY)


@dataclass(frozen=True, slots=True)
class Approval:
    """`approved` None: nothing tells. `senior` None: no paper shows the standing of whoever approved."""

    approved: bool | None = None
    by: str = ""
    senior: bool | None = None


def notes_of(gift: Gift) -> str:
    """What the row says beside the plain facts."""
    return ". ".join(part for part in (gift.reason, gift.comments) if part)


def approval_of(gift: Gift, *, column: bool, people: PeopleIndex) -> Approval:
    """By the column for it, else by words in the reason or comments; `column`: the paper has room for an approval."""
    words, notes = gift_words(), notes_of(gift)
    told = gift.approved_by or ""
    if _NO.fullmatch(told) or words.says("no_approval", told) or (not told and words.says("no_approval", notes)):
        return Approval(False)
    if _YES.fullmatch(told):
        return Approval(True, "somebody who is not named")
    if not told and (match := words.lists["approval"].search(notes)) is not None:
        told = notes[match.end() :]
        return _by(_NAME_ENDS.split(told.strip(), maxsplit=1)[0] or "somebody who is not named", gift, people)
    if not told:
        return Approval(False) if column else Approval()
    return _by(told, gift, people)


def _by(told: str, gift: Gift, people: PeopleIndex) -> Approval:
    words = gift_words()
    name = re.split(r"[,;(\n]|\s[-–—]\s|\s+\d", told, maxsplit=1)[0].strip()
    person = people.match(name).person
    if person is not None and _same(person, people.match(gift.recipient).person):
        return Approval(True, "the recipient", False)
    senior, junior = words.says("senior", told), words.says("not_senior", told)
    standing = True if senior and not junior else False if junior and not senior else None
    if standing is None and person is not None and not junior and _holds_senior_role(person):
        standing = True
    return Approval(True, " ".join(told.split()).rstrip(" ,"), standing)


def _same(one: Person, two: Person | None) -> bool:
    return two is not None and one.key == two.key


def _holds_senior_role(person: Person) -> bool:
    return person.role in _SENIOR_ROLES or (person.member is not None and person.member.chair)


def taken_for_organisation(gift: Gift) -> bool | None:
    """True by words such as "shared with all staff"; False where another reason stands there; None without a reason."""
    words = gift_words()
    if words.says("for_organisation", f"{notes_of(gift)}. {gift.details}"):
        return True
    if words.says("for_organisation_recipients", gift.recipient) and len(gift.recipient.split()) <= 6:
        return True
    return False if gift.reason or words.says("personal", notes_of(gift)) else None


def beyond_modest(gift: Gift) -> bool | None:
    """Of a journey: business or first class, or abroad; None where neither that nor the contrary is said."""
    if gift.kind is not GiftKind.TRAVEL:
        return None
    words = gift_words()
    text = words.lists["at_home"].sub(" ", f"{gift.details}. {gift.comments or ''}")
    if words.says("beyond_modest", text) or words.says("abroad", text):
        return True
    return False if words.says("modest", text) else None


def promotional(gift: Gift) -> bool | None:
    """Whether it is a small branded item; None where the words do not tell."""
    words = gift_words()
    if words.says("promotional", gift.details):
        return None if words.says("not_promotional", gift.details) else True
    return False if words.says("not_promotional", gift.details) else None


def declared_late(gift: Gift) -> bool:
    """Whether the row says itself that it was declared late."""
    return gift_words().says("declared_late", f"{gift.section}. {notes_of(gift)}")


def not_declared(gift: Gift) -> bool:
    """Whether the row says itself that it had not been declared."""
    return not declared_late(gift) and gift_words().says("not_declared", f"{gift.section}. {notes_of(gift)}")


def in_words(gift: Gift) -> str:
    """The offer as a message names it: its own words and its value."""
    described = gift.details if len(gift.details) <= 120 else f"{gift.details[:117]}..."
    value = " ".join(gift.value_text.split())
    if gift.value is not None:
        value = f"£{gift.value:,.0f}" if gift.value == int(gift.value) else f"£{gift.value:,.2f}"
    return f'"{described}"' + (f" ({value})" if value else "") if described else value or "something not described"
