"""The round of open questions: what is left to ask of a case folder, and each answer kept at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coi_audit.app.audits import Progress
from coi_audit.app.books import knowledge_for, lists_of, load_books
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.run import Request
from coi_audit.audit.settle import effects_of, left_open, settle
from coi_audit.errors import UserError
from coi_audit.model.answers import DONT_KNOW, Answer, AnswerEffect, Question, QuestionKind, one_line
from coi_audit.model.case import Case
from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.words import Match
from coi_audit.readers.answer_values import chosen
from coi_audit.readers.answers_file import FILE_NAME, keep_answer
from coi_audit.readers.answers_given import Given, read_given
from coi_audit.readers.case_folder import read_case

__all__ = ["Asking", "Refused", "ask_folder", "read_given", "take_answers"]

_NAMES = (QuestionKind.ORGANISATION, QuestionKind.ITEM_PARTY)


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that was given and not kept, with why and what to do."""

    question: str
    answer: str
    problem: str
    fix: str


class Asking:
    """One case folder being asked about. `put` are all its questions, worked out here unless they are given; answers
    are saved as they are given."""

    def __init__(
        self,
        folder: Path,
        case: Case,
        knowledge: Knowledge,
        request: Request,
        *,
        put: tuple[Question, ...] | None = None,
    ) -> None:
        self.folder = folder
        self.body = case.body.name
        self.as_of = request.as_of
        self._case = case
        self._knowledge = knowledge
        self._request = request
        self.put: tuple[Question, ...] = put or ()
        if put is None:
            self.look_again()

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer the folder holds."""
        return self._case.records.answers

    @property
    def not_understood(self) -> tuple[Rejected, ...]:
        """What stands in answers.yaml and was not used."""
        return tuple(one for one in self._case.rejected if one.file == FILE_NAME)

    def look_again(self) -> None:
        """Work the questions out anew with the answers so far: an answer can raise a question of its own."""
        self.put = settle(self._case, request=self._request, knowledge=self._knowledge).put

    def left(self, *, again: bool = False) -> tuple[Question, ...]:
        """The open questions, the weightiest first; `again` adds those that somebody did not know."""
        return left_open(self.answers, self.put, again=again)

    def effects(self) -> tuple[AnswerEffect, ...]:
        """What becomes of each answer."""
        return effects_of(self.answers, self.put)

    def keep(self, question: Question, given: str, *, by: str, on: date, remark: str | None = None) -> Answer:
        """Save one answer, in place of an earlier one. Raises `UserError` where it is none, or cannot be saved."""
        value, when = chosen(question, given)
        if not one_line(by):
            raise UserError("it is not said who answers.", fix="give the name with --by.")
        answer = Answer(
            question=question.id,
            kind=question.kind,
            about=one_line(question.about),
            asked=one_line(question.asks),
            answer=one_line(value),
            by=one_line(by),
            on=on,
            remark=one_line(remark or "") or None,
            papers=question.papers,
            when=when,
            source=SourceRef(file=FILE_NAME, text=value),
        )
        keep_answer(self.folder, answer)
        others = [one for one in self.answers if one.question != answer.question]
        records = self._case.records.model_copy(update={"answers": (*others, answer)})
        self._case = self._case.model_copy(update={"records": records})
        return answer

    def meaning(self, answer: Answer) -> str:
        """What an answer is taken for, in one sentence."""
        if not answer.known:
            return f"Kept: {DONT_KNOW}. The matter stays open and is not asked again."
        question = next((one for one in self.put if one.id == answer.question), None)
        label = next((one.label for one in question.choices if one.value == answer.answer), None) if question else None
        if label is None and answer.kind in _NAMES:
            found = self._knowledge.directory.resolve(answer.answer, on=self.as_of)
            known = found.outcome is Match.MATCHED and found.organisation is not None
            called = f"{found.name} ({found.ods_code})" if found.ods_code else found.name
            label = f"{called}" if known else f"{answer.answer}, which no list at hand has"
        return f"Kept: {label or answer.when or answer.answer}."


def ask_folder(
    folder: Path,
    *,
    rules: Path,
    organisations: Path | None,
    as_of: date,
    meeting: date | None = None,
    progress: Progress | None = None,
) -> Asking:
    """Read a case folder and find what its papers leave open, at all its meetings or at those of one day.

    Raises `UserError` where the folder, the rulebook or the lists cannot be used, or no meeting is on that day.
    """
    books = load_books(rules)
    case = read_case(folder, progress=progress)
    days = sorted({one.on for one in case.meetings})
    if meeting is not None and meeting not in days:
        listed = ", ".join(day.isoformat() for day in days) or "none"
        problem = f"there is no meeting on {meeting.isoformat()}; the folder has {listed}."
        raise UserError(problem, where=str(folder), fix="give one of these dates, or leave --meeting out.")
    knowledge = knowledge_for(case.body, books=books, lists=lists_of(organisations, as_of))
    request = Request(as_of, only=frozenset({meeting}) if meeting is not None else None)
    return Asking(folder, case, knowledge, request)


def take_answers(
    asking: Asking, given: Sequence[Given], *, by: str | None, on: date
) -> tuple[tuple[Answer, ...], tuple[Refused, ...]]:
    """Keep each answer given without a terminal; give those kept and those that could not be.

    A question that follows from an answer before it in the list is known by then. Raises `UserError` where an answer
    cannot be saved.
    """
    kept: list[Answer] = []
    refused: list[Refused] = []
    for one in given:
        question = next((each for each in asking.put if each.id == one.question), None)
        who = one.by or by
        if question is None and kept:
            asking.look_again()
            question = next((each for each in asking.put if each.id == one.question), None)
        if question is None:
            problem, fix = "no question of this folder has that number", "list the open questions with --json."
            refused.append(Refused(one.question, one.answer, problem, fix))
        elif not who:
            problem, fix = "it is not said who answers", 'add "by", or give the name with --by.'
            refused.append(Refused(one.question, one.answer, problem, fix))
        else:
            _take(asking, question, one, (who, one.on or on), kept, refused)
    if kept:
        asking.look_again()
    return tuple(kept), tuple(refused)


def _take(
    asking: Asking,
    question: Question,
    one: Given,
    signed: tuple[str, date],
    kept: list[Answer],
    refused: list[Refused],
) -> None:
    by, on = signed
    try:
        chosen(question, one.answer)
    except UserError as error:
        refused.append(Refused(one.question, one.answer, error.problem.rstrip("."), error.fix))
        return
    kept.append(asking.keep(question, one.answer, by=by, on=on, remark=one.remark))
