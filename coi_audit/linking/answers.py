"""The answers that hold for an audit, found by the matter they are about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coi_audit.linking.people.names import parse_name
from coi_audit.model.answers import SOMEBODY_ELSE, Answer, QuestionKind, Said, question_id
from coi_audit.model.interests import Interest
from coi_audit.model.meetings import AgendaItem, Meeting


class AnswerBook:
    """Answers by question. It holds only those that fit the papers; what does not is told elsewhere."""

    def __init__(self, answers: Sequence[Answer] = ()) -> None:
        self.answers = tuple(one for one in answers if one.known)
        self._by_id = {one.question: one for one in self.answers}

    def __bool__(self) -> bool:
        return bool(self.answers)

    def get(self, question: str) -> Answer | None:
        """The answer to one question by its number."""
        return self._by_id.get(question) if self._by_id else None

    def of(self, kind: QuestionKind, *matter: str) -> Answer | None:
        """The answer about a matter, None where nobody gave one."""
        return self.get(question_id(kind, *matter)) if self._by_id else None

    def person(self, written: str, on: date | None) -> Answer | None:
        """Whom a written name means at the meeting of that day; None for the day: beside the meetings."""
        return self.get(person_question(written, on)) if self._by_id else None

    def of_interest(self, kind: QuestionKind, interest: Interest) -> Answer | None:
        """What was answered about one row of a register, in whichever edition it stands."""
        if not self._by_id:
            return None
        found = self.of(kind, *interest_matter(interest))
        bare = (interest.person, "", interest.nature)
        named = self.of(QuestionKind.INTEREST_ORGANISATION, *bare) if found is None else None
        # A row whose organisation was answered is still the row that named none.
        return self.of(kind, *bare) if named is not None and named.answer == interest.organisation else found

    def said_of_interest(self, interest: Interest) -> tuple[Said, ...]:
        """Every answer about one row that an audit relies on, in sentences."""
        found = ((kind, self.of_interest(kind, interest)) for kind in _INTEREST_WORDS)
        return tuple(Said.of(one, f"{_INTEREST_WORDS[kind]} {_plain(one)}") for kind, one in found if one is not None)


NO_ANSWERS = AnswerBook()
_INTEREST_WORDS = {
    QuestionKind.INTEREST_ORGANISATION: "The interest is in",
    QuestionKind.INTEREST_CATEGORY: "The category of the interest is",
    QuestionKind.INTEREST_RELATIONSHIP: "The interest is that of:",
    QuestionKind.INTEREST_FROM: "The interest has been held since",
    QuestionKind.INTEREST_UNTIL: "The interest was held until",
}


def person_question(written: str, on: date | None) -> str:
    """The number of the question whom a name means. A surname or initials alone are asked meeting by meeting, since
    they may mean another person at another one; a name with a given name or initial is asked once."""
    named = parse_name(written)
    alone = not named.surname or not named.given
    day = on.isoformat() if alone and on is not None else ""
    return question_id(QuestionKind.PERSON, written, day)


def interest_matter(interest: Interest) -> tuple[str, str, str]:
    """What names one interest in every edition of the register."""
    return interest.person, interest.organisation, interest.nature


def item_matter(meeting: Meeting, item: AgendaItem) -> tuple[str, str, str, str]:
    """What names one agenda item: the meeting, as its papers call it, and its title; not its number, which moves."""
    written = [*(one.committee for one in meeting.agendas), *(one.committee for one in meeting.minutes)]
    committee = next((one for one in written if one), "")
    return meeting.on.isoformat(), committee, item.title, "private" if item.private else ""


def committee_matter(meeting: Meeting) -> tuple[str, str]:
    """What names the question which committee met."""
    return meeting.on.isoformat(), meeting.folder


def meant(answer: Answer) -> str | None:
    """The name of the person an answer gives; None for somebody of whom the papers know nothing else."""
    return None if answer.answer == SOMEBODY_ELSE else answer.answer


def _plain(answer: Answer) -> str:
    return str(answer.when) if answer.when is not None else answer.answer.replace("_", " ")
