"""Answers held against the papers: which still fit, what became of each, and which questions are left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from coi_audit.audit.answered import answered_case, knowing
from coi_audit.audit.examine import Examined, examine_meeting
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.questions import questions_of, together
from coi_audit.audit.run import Request, within
from coi_audit.linking.answers import NO_ANSWERS, AnswerBook
from coi_audit.model.answers import DONT_KNOW, Answer, AnswerEffect, AnswerState, Question
from coi_audit.model.case import Case
from coi_audit.model.meetings import Meeting

_MOST_ROUNDS = 5  # an answer can raise a question whose answer raises another; more in a row are not known


@dataclass(frozen=True, slots=True)
class Settled:
    """The answers that hold, what became of every one, and every question put, answered or not."""

    book: AnswerBook
    effects: tuple[AnswerEffect, ...]
    put: tuple[Question, ...]


NOTHING_ANSWERED = Settled(NO_ANSWERS, (), ())


class Look(Protocol):
    """How a meeting is examined: `examine_meeting`, or what gives the same faster."""

    def __call__(self, case: Case, meeting: Meeting, *, knowledge: Knowledge, as_of: date) -> Examined: ...


def settle(case: Case, *, request: Request, knowledge: Knowledge, look: Look = examine_meeting) -> Settled:
    """Examine the meetings asked for without the answers, then with those that fit, until nothing new is answered."""
    answers = case.records.answers
    put: tuple[Question, ...] = ()
    fitting: tuple[Answer, ...] = ()
    for _ in range(_MOST_ROUNDS):
        book = AnswerBook(fitting)
        known = knowing(knowledge, book) if book else knowledge
        there = answered_case(case, book)
        examined = [
            look(there, one, knowledge=known, as_of=request.as_of) for one in there.meetings if within(one, request)
        ]
        put = together((*put, *questions_of(there, examined, known)))
        now = _fitting(answers, put)
        if now == fitting:
            break
        fitting = now
    return Settled(AnswerBook(fitting), effects_of(answers, put), put)


def effects_of(answers: Sequence[Answer], put: Sequence[Question]) -> tuple[AnswerEffect, ...]:
    """What becomes of each answer where these questions are put, in the order of the answers."""
    by_id = {one.id: one for one in put}
    told = {one.question: one for one in _fitting(answers, put)}
    return tuple(_effect(one, by_id, told) for one in answers)


def left_open(answers: Sequence[Answer], put: Sequence[Question], *, again: bool = False) -> tuple[Question, ...]:
    """The questions that nobody answered; `again` adds those of which somebody said that they do not know."""
    told = {one.question: one for one in _fitting(answers, put)}
    return tuple(
        one for one in put if (one.id not in told or (again and not told[one.id].known)) and _is_reached(one, told)
    )


def _fitting(answers: Sequence[Answer], put: Sequence[Question]) -> tuple[Answer, ...]:
    questions = {one.id: one for one in put}
    fitting: dict[str, Answer] = {}
    for answer in answers:
        question = questions.get(answer.question)
        if question is not None and _state(answer, question) in (AnswerState.USED, AnswerState.NOT_KNOWN):
            fitting[answer.question] = answer
    return tuple(one for one in answers if fitting.get(one.question) is one and _follows(one, questions, fitting))


def _follows(answer: Answer, questions: Mapping[str, Question], fitting: Mapping[str, Answer]) -> bool:
    return _is_reached(questions[answer.question], fitting)


def _is_reached(question: Question, told: Mapping[str, Answer]) -> bool:
    """Whether the question on which this one follows, where there is one, was answered so that it does."""
    if question.after is None:
        return True
    first, values = question.after
    return first in told and told[first].answer in values


def _state(answer: Answer, question: Question) -> AnswerState:
    if answer.kind is not question.kind:
        return AnswerState.UNFIT
    if set(question.papers) - set(answer.papers):
        return AnswerState.OUT_OF_DATE
    if not answer.known:
        return AnswerState.NOT_KNOWN
    offered = {one.value.casefold() for one in question.choices}
    return AnswerState.USED if question.free is not None or answer.answer.casefold() in offered else AnswerState.UNFIT


def _effect(answer: Answer, questions: Mapping[str, Question], told: Mapping[str, Answer]) -> AnswerEffect:
    question = questions.get(answer.question)
    if question is None or (answer.question not in told and not _is_reached(question, told)):
        said = "Not used: the papers audited do not ask it, or tell it themselves by now."
        return AnswerEffect(answer, AnswerState.UNUSED, said)
    state = _state(answer, question)
    if told.get(answer.question) not in (answer, None):
        return AnswerEffect(answer, AnswerState.UNFIT, "Not used: another entry answers the same question.")
    return AnswerEffect(answer, state, _SENTENCES[state], question.where)


_SENTENCES = {
    AnswerState.USED: "Used.",
    AnswerState.NOT_KNOWN: f'The answer was "{DONT_KNOW}": the matter stays open.',
    AnswerState.OUT_OF_DATE: "Not used: the papers have changed since it was given, so it is asked again.",
    AnswerState.UNFIT: "Not used: it is none of the answers that the question takes.",
    AnswerState.UNUSED: "Not used.",
}
