"""Compares what was read of a register with what is truly in it, row by row and field by field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from register_corpus import TITLES
from register_writing import Paper
from scored import Verdict

from coi_audit.model.evidence import Rejected
from coi_audit.model.interests import Interest, Register

Answer = tuple[Verdict, str]
_WITHIN = ("nature", "relationship", "position", "mitigation")  # told with more words around them is told


def plain(text: object) -> str:
    """Words in small letters, without marks: what two spellings of one thing share."""
    return " ".join(re.findall(r"[\w&']+", str(text or "").casefold().replace("’", "'")))


def person_key(name: str) -> str:
    return " ".join(word for word in plain(name).split() if word not in TITLES)


def compare(paper: Paper, register: Register | None, rejected: Sequence[Rejected]) -> Iterator[Answer]:
    """One answer for each row, each labelled field of a row, each nil return and each thing that had to be told."""
    unused = list(register.interests) if register else []
    for truth in paper.interests:
        found = _best(truth, unused)
        name = f"{truth['person']}, {truth['organisation']}"
        if found is None:
            for field in ("row", *(key for key in truth if key not in ("person", "organisation"))):
                yield Verdict.MISSED, f"{name}: {field}"
            continue
        unused = [one for one in unused if one is not found]
        yield Verdict.RIGHT, f"{name}: row"
        for field, value in truth.items():
            read = getattr(found, field)
            verdict = Verdict.RIGHT if _same(field, value, read) else Verdict.WRONG
            yield verdict, f'{name}: {field} read {_shown(read)}, truly {_shown(value)}; "{found.source.text[:90]}"'
    for one in unused:
        yield Verdict.EXTRA, f"{one.person}: {one.organisation} | {one.nature}"
    yield from _nils(paper, register)
    for words in paper.told:
        told = any(plain(words) in plain(f"{one.value} {one.problem}") for one in rejected)
        yield (Verdict.RIGHT if told else Verdict.MISSED), f"not told of: {words}"


def _best(truth: dict[str, Any], among: Sequence[Interest]) -> Interest | None:
    """The row that speaks of this organisation, with as many fields right as any."""
    where = plain(truth["organisation"])
    fit = [one for one in among if where in plain(f"{one.organisation} {one.nature}")]
    scored = [(sum(_same(field, value, getattr(one, field)) for field, value in truth.items()), one) for one in fit]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None


def _same(field: str, value: Any, read: Any) -> bool:
    if field == "person":
        return person_key(read) == person_key(value)
    if field in ("held_from", "held_until"):
        return (read and (read.earliest, read.latest)) == value
    if field in _WITHIN:
        return plain(value) in plain(read) if value else not read or field == "mitigation"
    if field == "organisation":
        return plain(read).removeprefix("the ") == plain(value).removeprefix("the ")
    return bool(read == value)


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return f"{value[0]} to {value[1]}"
    return f"{value.earliest} to {value.latest}" if hasattr(value, "earliest") else repr(value)


def _nils(paper: Paper, register: Register | None) -> Iterator[Answer]:
    read = Counter(person_key(one.person) for one in register.nil_returns) if register else Counter()
    true = Counter(person_key(name) for name in paper.nils)
    for name in sorted(true | read):
        for _ in range(min(true[name], read[name])):
            yield Verdict.RIGHT, f"nil return of {name}"
        for _ in range(true[name] - read[name]):
            yield Verdict.MISSED, f"nil return of {name}"
        for _ in range(read[name] - true[name]):
            yield Verdict.EXTRA, f"nil return of {name}"
