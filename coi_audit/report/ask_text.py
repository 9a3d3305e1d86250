"""One open question on the terminal: what is asked, what the papers give on both sides, and the answers to choose."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from coi_audit.model.answers import AnswerEffect, AnswerState, Question, QuestionKind
from coi_audit.report.answers_view import KIND_WORDS, STATE_WORDS
from coi_audit.report.words import count, sentence

_MOST_EVIDENCE = 3
_LONGEST = 240  # letters of the evidence shown
_MOST_WHERE = 3


def question_lines(one: Question, *, number: int, of: int, width: int = 80) -> Iterator[str]:
    """The question for somebody who answers it now."""
    yield from _wrapped(f"Question {number} of {of}: {KIND_WORDS[one.kind]}", width)
    yield from _wrapped(one.asks, width)
    yield ""
    yield from _wrapped(f"Where: {_listed(one.where)}", width, indent="  ")
    for label, value in one.known:
        yield from _wrapped(f"{label}: {_short(value)}", width, indent="  ")
    for ref in one.evidence[:_MOST_EVIDENCE]:
        yield from _wrapped(f"Read at: {ref.place()}: {_short(ref.text)}", width, indent="  ")
    if one.now:
        yield from _wrapped(f"Until answered: {one.now}", width, indent="  ")
    yield ""
    for place, choice in enumerate(one.choices, 1):
        why = f" ({choice.why})" if choice.why else ""
        yield from _wrapped(f"{place:>3}  {choice.label}{why}", width, indent="", hanging="     ")
    typed = f"Type a number{f', or {one.free}' if one.free else ''};" if one.choices else f"Type {one.free};"
    yield from _wrapped(f"{typed} d: I don't know · s: skip · b: back · q: stop", width, indent="  ")


def open_lines(questions: Sequence[Question], *, width: int = 80) -> Iterator[str]:
    """The list of open questions, for somebody who cannot be asked now."""
    kinds = {one.kind for one in questions}
    yield f"{count(len(questions), 'open question')}" + (
        "" if questions else ": the papers leave none that you can answer"
    )
    for kind in (one for one in QuestionKind if one in kinds):
        yield ""
        yield sentence(KIND_WORDS[kind])
        for one in (each for each in questions if each.kind is kind):
            yield from _wrapped(f"{one.id}  {one.asks} {_listed(one.where)}.", width, indent="  ", hanging="    ")


def left_aside_lines(effects: Sequence[AnswerEffect], *, width: int = 80) -> Iterator[str]:
    """Answers of the folder that are not used, each with why."""
    for one in effects:
        if one.state in (AnswerState.USED, AnswerState.NOT_KNOWN):
            continue
        asked = one.answer.asked or one.answer.about or one.answer.question
        said = f"- {asked} {one.answer.answer} ({one.answer.by}; {STATE_WORDS[one.state]}). {one.sentence}"
        yield from _wrapped(said, width, hanging="  ")


def _listed(where: Sequence[str]) -> str:
    more = len(where) - _MOST_WHERE
    return "; ".join(where[:_MOST_WHERE]) + (f"; and {more} more" if more > 0 else "")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def _wrapped(text: str, width: int, *, indent: str = "", hanging: str | None = None) -> list[str]:
    after = f"{indent}  " if hanging is None and indent else hanging or ""
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=after, break_long_words=True) or [""]
