"""Answers given without a terminal: JSON lines, or a JSON list, as a web page or a script sends them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from coi_audit.errors import UserError

KEYS = ("question", "answer", "by", "on", "remark")
_LONGEST = 2_000_000  # characters: far beyond any honest list


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as given; who and when may be left to the command."""

    question: str
    answer: str
    by: str | None = None
    on: date | None = None
    remark: str | None = None


def read_given(text: str, *, where: str) -> tuple[Given, ...]:
    """Read `{"question": ..., "answer": ...}` one a line, or all in a list; `by`, `on` and `remark` may be added.

    Raises `UserError` naming the line or entry for anything else: nothing is kept of a list that is not understood.
    """
    if len(text) > _LONGEST:
        raise UserError("there are too many answers in it.", where=where, fix="send them in several parts.")
    stripped = text.strip()
    if stripped.startswith("["):
        entries = _json(stripped, where)
        return tuple(_given(one, f"{where}, entry {number}") for number, one in enumerate(entries, 1))
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    return tuple(_given(_json(line, f"{where}, line {number}"), f"{where}, line {number}") for number, line in lines)


def _json(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        fix = 'give one answer a line: {"question": "0123456789abcdef", "answer": "..."}.'
        raise UserError("this is not valid JSON.", where=where, fix=fix) from error


def _given(entry: Any, where: str) -> Given:
    if not isinstance(entry, dict) or not {"question", "answer"} <= set(entry):
        fix = 'write {"question": "0123456789abcdef", "answer": "..."}.'
        raise UserError("this is no answer: it needs a question and an answer.", where=where, fix=fix)
    unknown = sorted(set(entry) - set(KEYS))
    if unknown:
        raise UserError(f'"{unknown[0]}" is not known here.', where=where, fix=f"use {', '.join(KEYS)}.")
    words = {key: _text(entry[key], key, where) for key in KEYS if entry.get(key) is not None}
    return Given(
        question=words["question"].strip(),
        answer=words["answer"],
        by=words.get("by"),
        on=_day(words["on"], where) if "on" in words else None,
        remark=words.get("remark"),
    )


def _text(value: Any, key: str, where: str) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise UserError(f'"{key}" must be words.', where=where, fix="put the value in quotation marks.")
    return str(value)


def _day(text: str, where: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError(f'"{text}" is not a date.', where=where, fix="write it as YYYY-MM-DD.") from error
