"""The questions that a case leaves open and that a person can answer, each once, whichever meetings put it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from coi_audit.audit.examine import Examined
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.questions_of_interests import interest_questions
from coi_audit.audit.questions_of_items import item_questions
from coi_audit.audit.questions_of_names import organisation_questions
from coi_audit.audit.questions_of_papers import paper_questions
from coi_audit.audit.questions_of_people import person_questions
from coi_audit.model.answers import Question
from coi_audit.model.case import Case
from coi_audit.model.evidence import each_once

_MOST_EVIDENCE = 6


def questions_of(case: Case, examined: Sequence[Examined], knowledge: Knowledge) -> tuple[Question, ...]:
    """Every question the examined meetings put, the weightiest for a conflict first."""
    found = chain.from_iterable(
        (
            *organisation_questions(one, knowledge),
            *person_questions(one, case, knowledge),
            *item_questions(one, knowledge),
            *interest_questions(one, case, knowledge),
        )
        for one in examined
    )
    return together((*found, *paper_questions(case, examined)))


def together(questions: Iterable[Question]) -> tuple[Question, ...]:
    """One question a matter, with every place it was put at, in order of weight and then of place."""
    kept: dict[str, Question] = {}
    for one in questions:
        kept[one.id] = _joined(kept[one.id], one) if one.id in kept else one
    return tuple(sorted(kept.values(), key=lambda one: (one.weight, one.kind, one.about.casefold(), one.id)))


def _joined(one: Question, other: Question) -> Question:
    values = {choice.value for choice in one.choices}
    return replace(
        one,
        choices=(*one.choices, *(choice for choice in other.choices if choice.value not in values)),
        known=tuple(dict.fromkeys((*one.known, *other.known))),
        evidence=each_once((*one.evidence, *other.evidence))[:_MOST_EVIDENCE],
        papers=tuple(sorted({*one.papers, *other.papers})),
        where=tuple(dict.fromkeys((*one.where, *other.where))),
        weight=min(one.weight, other.weight),
    )
