"""Open questions and people's answers, in the words and the shape that terminal, JSON and PDF use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coi_audit.model.answers import DONT_KNOW, EFFECT_TITLE, AnswerEffect, AnswerState, Question, QuestionKind
from coi_audit.model.audit import Audit
from coi_audit.model.difference import Difference
from coi_audit.report.difference_view import difference_view
from coi_audit.report.evidence_json import evidence_document
from coi_audit.report.words import count, day

STATE_WORDS: Mapping[AnswerState, str] = {
    AnswerState.USED: "used",
    AnswerState.NOT_KNOWN: "not known",
    AnswerState.OUT_OF_DATE: "out of date",
    AnswerState.UNUSED: "not used",
    AnswerState.UNFIT: "not used",
}
KIND_WORDS: Mapping[QuestionKind, str] = {
    QuestionKind.ORGANISATION: "an organisation's name",
    QuestionKind.PERSON: "a person's name",
    QuestionKind.NAMESAKE: "two people of one name",
    QuestionKind.LINK: "what an interest touches",
    QuestionKind.ITEM_SCOPE: "whom an item touches",
    QuestionKind.ITEM_PURPOSE: "what an item is for",
    QuestionKind.ITEM_TYPE: "what kind of decision an item is",
    QuestionKind.ITEM_PARTY: "whom an item is about",
    QuestionKind.INTEREST_CATEGORY: "the type of an interest",
    QuestionKind.INTEREST_RELATIONSHIP: "whose an interest is",
    QuestionKind.INTEREST_FROM: "when an interest began",
    QuestionKind.INTEREST_UNTIL: "when an interest ended",
    QuestionKind.INTEREST_ORGANISATION: "what an interest is in",
    QuestionKind.ROLE: "a member's role",
    QuestionKind.COMMITTEE: "which committee met",
    QuestionKind.REGISTER_EDITION: "the day of a register",
}


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer on a page: what was asked, the answer, who gave it when, what became of it, where it was used."""

    asked: str
    answer: str
    who: str
    state: str
    sentence: str
    remark: str
    where: str


def answer_lines(audit: Audit) -> tuple[AnswerLine, ...]:
    """Every answer of the folder, those used first, else in the order of the file."""
    ordered = sorted(audit.answers, key=lambda one: list(AnswerState).index(one.state))
    return tuple(_line(one) for one in ordered)


def _line(one: AnswerEffect) -> AnswerLine:
    answer = one.answer
    return AnswerLine(
        asked=answer.asked or answer.about or answer.question,
        answer=answer.answer.replace("_", " "),
        who=f"{answer.by}, {day(answer.on)}",
        state=STATE_WORDS[one.state],
        sentence=one.sentence,
        remark=answer.remark or "",
        where="; ".join(one.where),
    )


def answers_effect(audit: Audit) -> tuple[Difference, ...]:
    """What the answers change, against the same audit without them; empty where none was used."""
    return tuple(one for one in audit.differences if one.title == EFFECT_TITLE)


def other_differences(audit: Audit) -> tuple[Difference, ...]:
    """What the body's policy or another edition changes."""
    return tuple(one for one in audit.differences if one.title != EFFECT_TITLE)


def conflicted_answers(audit: Audit) -> tuple[str, ...]:
    """A sentence for each answer that was used and that somebody gave about an interest of their own."""
    changed = {" ".join(one.person.casefold().split()) for part in answers_effect(audit) for one in part.actions}
    return tuple(
        f"{one.answer.by} answered “{one.answer.asked}”, and a conflict of {one.answer.by} comes out otherwise by "
        "the answers: let somebody else confirm it."
        for one in audit.answers
        if one.state is AnswerState.USED and " ".join(one.answer.by.casefold().split()) in changed
    )


def answers_told(audit: Audit) -> Iterator[str]:
    """What a reader should know of the answers: how many were used, what they change, and each unused with why."""
    used = sum(one.state is AnswerState.USED for one in audit.answers)
    if audit.answers:
        yield f"{count(used, 'answer')} of {len(audit.answers)} in answers.yaml used in this audit."
    yield from conflicted_answers(audit)
    for part in answers_effect(audit):
        for change in difference_view(part).actions:
            yield f"{change.what}: {change.before} without the answers, {change.after} with them."
    for one in audit.answers:
        if one.state not in (AnswerState.USED, AnswerState.NOT_KNOWN):
            yield f"{one.answer.asked or one.answer.question} “{one.answer.answer}” ({one.answer.by}): {one.sentence}"


def answers_document_of(audit: Audit) -> dict[str, Any]:
    """The answers as JSON; nothing at all where the folder holds none."""
    if not audit.answers:
        return {}
    return {"answers": [effect_document(one) for one in audit.answers]}


def effect_document(one: AnswerEffect) -> dict[str, Any]:
    """One answer and what became of it."""
    answer = one.answer
    return {
        "question": answer.question,
        "kind": answer.kind.value,
        "about": answer.about,
        "asked": answer.asked,
        "answer": answer.answer,
        "by": answer.by,
        "on": answer.on.isoformat(),
        "remark": answer.remark,
        "state": one.state.value,
        "because": one.sentence,
        "where": list(one.where),
        "source": evidence_document(answer.source),
    }


def question_document(one: Question) -> dict[str, Any]:
    """One open question as plain data: everything a page needs to put it."""
    return {
        "question": one.id,
        "kind": one.kind.value,
        "asks": one.asks,
        "about": one.about,
        "where": list(one.where),
        "known": [{"label": label, "value": value} for label, value in one.known],
        "evidence": [evidence_document(ref) for ref in one.evidence],
        "until_answered": one.now,
        "choices": [
            {"number": number, "answer": choice.value, "label": choice.label, "why": choice.why}
            for number, choice in enumerate(one.choices, 1)
        ],
        "or_type": one.free,
        "or": DONT_KNOW,
    }
