"""A body's open questions one at a time: where each stands in the round, what is offered, and an answer kept."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from weakref import WeakKeyDictionary

from coi_audit.app.ask import Asking
from coi_audit.app.desk.case import DeskCase
from coi_audit.audit.run import Request
from coi_audit.errors import UserError
from coi_audit.model.answers import Answer, AnswerEffect, AnswerState, Question
from coi_audit.model.evidence import SourceRef
from coi_audit.readers.answers_file import FILE_NAME, read_answers

_WRITING = Lock()  # one answer is saved at a time, so that none is lost between reading the file and writing it
# What was asked of a body last: the shelf's version, the papers but for the answers, the questions.
_LAST: WeakKeyDictionary[DeskCase, tuple[int, tuple[tuple[str, str], ...], tuple[Question, ...]]] = WeakKeyDictionary()
UNANSWERED = "open"  # the mark of a question that nobody has answered
OTHER_WORDS = "\x00other"  # the choice "in other words"; no answer can be this


@dataclass(frozen=True, slots=True)
class Round:
    """Every question that can be reached, answered or not, in the order in which they are asked."""

    asking: Asking
    all: tuple[Question, ...]
    open: tuple[Question, ...]
    effects: tuple[AnswerEffect, ...]

    def by_id(self, number: str) -> Question | None:
        """The question of that number, reached or not."""
        return next((one for one in self.asking.put if one.id == number), None)

    def answer_to(self, question: Question) -> Answer | None:
        """What the folder holds as its answer."""
        return next((one for one in self.asking.answers if one.question == question.id), None)

    def place_of(self, question: Question) -> int:
        """Its place among all, from 1."""
        return next((number for number, one in enumerate(self.all, 1) if one.id == question.id), len(self.all))

    def next_after(self, question: Question) -> Question | None:
        """The open question that comes next; None after the last, even where some before it were skipped."""
        return self._beside(question, self.all[self.place_of(question) :])

    def before(self, question: Question) -> Question | None:
        """The question asked just before, answered or not."""
        place = self.place_of(question)
        return self.all[place - 2] if place > 1 else None

    def _beside(self, question: Question, others: Sequence[Question]) -> Question | None:
        wanted = {one.id for one in self.open} - {question.id}
        return next((one for one in others if one.id in wanted), None)


def round_of(case: DeskCase, *, quick: bool = False) -> Round:
    """The round as the papers and answers are now; worked out once for them.

    `quick` is content with the questions as they were put before the last answers, the papers being the same: a
    question that an answer raises is then not among them yet.
    """
    papers = tuple((one.path, one.sha256) for one in case.case.inputs if one.path != FILE_NAME)
    last = _LAST.get(case)
    if quick and last is not None and last[:2] != (case.shelf.version, papers) and last[1] == papers:
        return case.once("questions before", lambda: _round(case, last[2]))

    def made() -> Round:
        found = _round(case, None)
        _LAST[case] = (case.shelf.version, papers, found.asking.put)
        return found

    return case.once("questions", made)


def _round(case: DeskCase, put: tuple[Question, ...] | None) -> Round:
    asking = Asking(case.folder, case.case, case.knowledge, Request(case.as_of), put=put)
    effects = asking.effects()
    held = {one.answer.question for one in effects if one.state in (AnswerState.USED, AnswerState.NOT_KNOWN)}
    reached = held | {one.id for one in asking.left(again=True)}
    every = tuple(one for one in asking.put if one.id in reached)
    return Round(asking, every, asking.left(), effects)


def mark_of_answer(answer: Answer | None) -> str:
    """What stands in a form for the answer it was made beside, so that a second window is told of the first."""
    if answer is None:
        return UNANSWERED
    told = "\x1f".join((answer.answer, answer.by, answer.on.isoformat(), answer.remark or ""))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What a form gave: the choice, the words where it takes some, who, a remark, and the mark it was made beside."""

    choice: str
    words: str
    by: str
    remark: str
    mark: str

    @property
    def text(self) -> str:
        """The answer itself."""
        return self.words if self.choice == OTHER_WORDS or not self.choice else self.choice


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a given answer: what it is taken for, or the answer somebody else gave meanwhile."""

    said: str = ""
    meanwhile: Answer | None = None


def keep(case: DeskCase, question: Question, given: GivenAnswer, *, on: date) -> Kept:
    """Save an answer in answers.yaml, unless another one was saved since the form was made.

    Raises `UserError` where it is no answer to the question, nobody signs it, or it cannot be saved.
    """
    if not given.text:
        raise UserError("no answer is chosen.", where="answer", fix='choose one; "I don\'t know" is an answer too.')
    if not given.by:
        raise UserError("it is not said who answers.", where="who", fix="write your name; it is kept with the answer.")
    put = round_of(case, quick=True).asking.put
    asking = Asking(case.folder, case.case, case.knowledge, Request(case.as_of), put=put)
    with _WRITING:
        standing = _on_the_disk(case.folder, question)
        if mark_of_answer(standing) != given.mark:
            return Kept(meanwhile=standing)
        answer = asking.keep(question, given.text, by=given.by, on=on, remark=given.remark)
    return Kept(said=asking.meaning(answer))


def _on_the_disk(folder: Path, question: Question) -> Answer | None:
    """The answer that the folder holds this very moment."""
    path = folder / FILE_NAME
    if not path.is_file():
        return None
    return next((one for one in read_answers(path, folder).records.answers if one.question == question.id), None)


def about_rows(case: DeskCase, file: str) -> dict[tuple[object, ...], Question]:
    """The questions that rest on places of one paper, by place; see `place_key`."""
    return {
        place_key(ref): question
        for question in reversed(round_of(case, quick=True).all)
        for ref in question.evidence
        if ref.file == file
    }


def place_key(ref: SourceRef) -> tuple[object, ...]:
    """What makes two places of one paper the same row, whatever column is meant."""
    return (ref.sheet, ref.page if ref.row is None else None, ref.table, ref.paragraph, ref.row, ref.line)
