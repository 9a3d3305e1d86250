"""Values of a rule file turned into the types a dataclass declares, strictly: text is no date, 1 is no true."""

from __future__ import annotations

import dataclasses
import types
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints


class Unfit(ValueError):  # noqa: N818 - it is caught and reported, never shown as an error
    """A value that does not fit; its text says what was expected."""


def convert(value: Any, hint: Any) -> Any:
    """`value` as `hint` asks: str, int, float, bool, date, a StrEnum, `tuple[X, ...]`, or any of these or None.

    Raises Unfit, whose text says what was found and what is expected.
    """
    if get_origin(hint) in (Union, types.UnionType):
        return _convert_union(value, get_args(hint))
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise Unfit(f"{shown(value)} is not a list")
        if get_args(hint)[0] is str and all(type(entry) is str for entry in value):
            return tuple(value)  # most of the rulebook is lists of words
        return tuple(convert(entry, get_args(hint)[0]) for entry in value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _convert_word(value, hint)
    return _convert_plain(value, hint)


def _convert_union(value: Any, hints: tuple[Any, ...]) -> Any:
    if value is None and types.NoneType in hints:
        return None
    complaint = ""
    for hint in hints:
        if hint is not types.NoneType:
            try:
                return convert(value, hint)
            except Unfit as unfit:
                complaint = complaint or str(unfit)
    raise Unfit(complaint)


def _convert_word(value: Any, words: type[StrEnum]) -> StrEnum:
    known = [word.value for word in words]
    if isinstance(value, str) and value in known:
        return words(value)
    raise Unfit(f"{shown(value)} is not one of {', '.join(known)}")


def _convert_plain(value: Any, hint: Any) -> Any:
    expected = {str: "text", int: "a whole number", float: "a number", bool: "true or false", date: "a date"}
    if hint not in expected:
        raise TypeError(f"a rule file cannot fill the type {hint!r}")
    fits = isinstance(value, hint)
    if hint is float:
        fits = isinstance(value, int | float)
    if isinstance(value, bool) and hint is not bool:
        fits = False
    if isinstance(value, datetime):
        fits = False
    if not fits:
        raise Unfit(f"{shown(value)} is not {expected[hint]}")
    return float(value) if hint is float else value


def shown(value: Any) -> str:
    """A value as a message quotes it."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def mend(hint: Any) -> str:
    """How to put right a value that does not fit `hint`."""
    if date in (hint, *get_args(hint)):
        return "write the date as YYYY-MM-DD without quotation marks, e.g. 2017-09-05."
    return "write a value of that kind."


_FIELDS: dict[type[Any], dict[str, Any]] = {}


def fields_of(target: type[Any]) -> dict[str, Any]:
    """Field name -> type of a dataclass, inherited fields included; worked out once for each class."""
    if target not in _FIELDS:
        hints = get_type_hints(target)
        _FIELDS[target] = {each.name: hints[each.name] for each in dataclasses.fields(target)}
    return _FIELDS[target]


def required_fields(target: type[Any]) -> set[str]:
    """Names of the fields without a default."""
    return {
        each.name
        for each in dataclasses.fields(target)
        if each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
    }


def nearest(word: str, known: list[str]) -> str:
    """`did you mean "from"? ` where a known word is close, else nothing."""
    close = get_close_matches(word, known, n=1)
    return f'did you mean "{close[0]}"? ' if close else ""
