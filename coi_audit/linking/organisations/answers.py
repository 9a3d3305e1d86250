"""The directory with the names that a person explained: asked only where the lists and papers leave a doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from coi_audit.linking.answers import AnswerBook
from coi_audit.linking.link_names import sounds_like_practice
from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import fold, normalise
from coi_audit.linking.organisations.day import Day
from coi_audit.linking.organisations.directory import Directory
from coi_audit.linking.organisations.find import Finder
from coi_audit.model.answers import NO_ORGANISATION, NONE_OF_THESE, Answer, QuestionKind, Said
from coi_audit.model.organisations import FoundName, Organisation, Resolution
from coi_audit.model.words import Match, OrganisationKind

# Capitalised words that may open a sentence right before a name and are no part of it.
_OPENERS = frozenset(
    [
        "The",
        "At",
        "In",
        "Of",
        "And",
        "For",
        "From",
        "To",
        "With",
        "By",
        "On",
        "As",
        "Both",
        "Neither",
        "When",
        "While",
        "Since",
    ]
)
_REACH = 40  # letters looked at before a name
_WORD_BEFORE = re.compile(r"([A-Z][\w'’&-]*)[ ]+$")
_WORD_AFTER = re.compile(r"[ ]+([^\W\d_][\w'’-]*)")
_CODE = re.compile(r"\s*\(([A-Z0-9]{3,9})\)$")


class AnsweredDirectory(Directory):
    """One directory, and the answers to what it cannot tell. What it matches by itself no answer changes."""

    def __init__(self, plain: Directory, book: AnswerBook) -> None:
        super().__init__(plain.history, plain.local, body_code=plain.body_code, body_kind=plain.body_kind)
        self._plain = plain
        self._book = book
        self._given = [one for one in book.answers if one.kind is QuestionKind.ORGANISATION and one.about]

    def day(self, on: date) -> Day:
        return self._plain.day(on)

    def resolve(self, mention: str, *, on: date) -> Resolution:
        """The directory's own match; else what was answered of this name."""
        found = self._plain.resolve(mention, on=on)
        if found.outcome is Match.MATCHED:
            return found
        answer = self._book.of(QuestionKind.ORGANISATION, mention)
        return found if answer is None else self._answered(found, answer, on)

    def find(self, text: str, *, on: date) -> tuple[FoundName, ...]:
        """Known names standing in a text, and the names that were explained, as they were written."""
        if on not in self._finders:
            self._finders[on] = Finder(self.day(on).index, lambda mention: self.resolve(mention, on=on))
        found = list(self._finders[on].find(text))
        for answer in self._given:
            resolution = self.resolve(answer.about, on=on)
            if resolution.outcome is Match.MATCHED and resolution.answered:
                found += _written_so(answer.about, text, resolution, found)
        return tuple(sorted(found, key=lambda one: one.start))

    def _answered(self, found: Resolution, answer: Answer, on: date) -> Resolution:
        if answer.answer in (NONE_OF_THESE, NO_ORGANISATION):
            what = "none of the organisations known here" if answer.answer == NONE_OF_THESE else "no organisation"
            said = Said.of(answer, f'"{found.mention}" is {what}')
            return Resolution(found.mention, Match.NONE, because=said.sentence, answered=(said,))
        organisation = self._known(found, answer, on) or _unlisted(answer)
        called = f"{organisation.name} ({organisation.ods_code})" if organisation.ods_code else organisation.name
        said = Said.of(answer, f'"{found.mention}" is {called}')
        return Resolution(found.mention, Match.MATCHED, organisation, because=said.sentence, answered=(said,))

    def _known(self, found: Resolution, answer: Answer, on: date) -> Organisation | None:
        """The organisation answered, where the lists or the body's own list have it."""
        code = _CODE.search(answer.answer)
        known = self._plain.by_code(code[1], on) if code is not None else None
        if known is not None:
            return known.organisation()
        name = _CODE.sub("", answer.answer)
        offered = {one.name for one in found.candidates}
        of_name = [one for one in self.day(on).known.values() if one.name == name]
        if name in offered and len(of_name) == 1:
            return of_name[0].organisation()
        return self._plain.resolve(answer.answer, on=on).organisation or self._plain.resolve(name, on=on).organisation


def _written_so(about: str, text: str, resolution: Resolution, found: Sequence[FoundName]) -> list[FoundName]:
    """The places where the name stands by itself, just as it was asked about: "Hill Surgery" was explained, "Thorn Hill
    Surgery" and "Hill Surgery Ltd" were not."""
    places = []
    for one in re.finditer(rf"(?<!\w){re.escape(about)}(?!\w)", text):
        before, after = (
            _WORD_BEFORE.search(text, max(0, one.start() - _REACH), one.start()),
            _WORD_AFTER.match(text, one.end()),
        )
        part_of_more = before is not None and before[1] not in _OPENERS
        makes_another = after is not None and (after[1][0].isupper() or fold(after[1]) in _other_words())
        free = all(one.end() <= other.start or other.end <= one.start() for other in found)
        if free and not part_of_more and not makes_another:
            places.append(FoundName(one.start(), one.end(), resolution))
    return places


def _other_words() -> frozenset[str]:
    words = name_words()
    return words.other_kinds | words.network_words | words.legal_forms


def _unlisted(answer: Answer) -> Organisation:
    """An organisation that no list at hand has, as the answer names it."""
    code = _CODE.search(answer.answer)
    name = _CODE.sub("", answer.answer).strip()
    company = bool(normalise(name).legal) or not sounds_like_practice(name)
    kind = OrganisationKind.COMPANY if company else OrganisationKind.PRACTICE
    return Organisation(name=name, kind=kind, ods_code=code[1] if code else None, source=answer.source)
