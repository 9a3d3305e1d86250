"""Notes at the foot of a list or of the declarations: "Dr Rao*" and, below, "* Left the room for item 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coi_audit.linking.participation.cast import Cast
from coi_audit.linking.participation.columns import people_in
from coi_audit.linking.people.names import plain
from coi_audit.model.meetings import Minutes, Passage

_MARK = r"[*†‡§¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\d{1,2}\]|\(\d{1,2}\)"
_NOTE = re.compile(rf"^\s*(?P<mark>{_MARK})\s*(?P<words>\S.*)$", re.DOTALL)
_BEHIND = re.compile(rf"(?<=[^\W\d]|[)])\s?(?P<marks>(?:{_MARK})(?:[\s,]*(?:{_MARK}))*)(?=[\s,;:.)-]|$)")
_ONE = re.compile(r"\[\d{1,2}\]|\(\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹]|[*†‡§]{1,3}")
_DONE = re.compile(
    r"(?:\w+ed|left|withdrew|did|took|was|were|had|has|spoke|stood|sat|went|out|absent|not|no)\b", re.IGNORECASE
)


def noted(paper: Minutes, declared: Sequence[int], cast: Cast) -> tuple[dict[int, list[Passage]], list[Passage]]:
    """The sections, by place, without such notes, and the notes as sentences of whoever bears the mark."""
    bearers = _bearers(paper, declared, cast)
    left: dict[int, list[Passage]] = {}
    found: list[Passage] = []
    for at, section in enumerate(paper.sections if bearers else ()):
        notes = [(one, _NOTE.match(plain(one.text))) for one in section.passages]
        own = [(one, note) for one, note in notes if note is not None and note["mark"] in bearers]
        if own:
            left[at] = [one for one in section.passages if all(one is not other for other, _ in own)]
            found += [_told(one, note["words"], bearers[note["mark"]]) for one, note in own]
    return left, found


def _bearers(paper: Minutes, declared: Sequence[int], cast: Cast) -> dict[str, list[str]]:
    """Whoever each mark stands behind, in the lists and under declarations."""
    found: dict[str, list[str]] = {}
    for entry in paper.attendance:
        for run in _BEHIND.finditer(plain(entry.source.text)):
            _bears(found, run["marks"], entry.name)
    for at in declared:
        for passage in paper.sections[at].passages:
            for run in _BEHIND.finditer(plain(passage.text)):
                name = _last_name(plain(passage.text)[: run.start()], cast)
                if name:
                    _bears(found, run["marks"], name)
    return found


def _bears(found: dict[str, list[str]], marks: str, name: str) -> None:
    for mark in _ONE.findall(marks):
        if name not in found.setdefault(mark, []):
            found[mark].append(name)


def _last_name(text: str, cast: Cast) -> str:
    """The person whose name ends right there; "" where none does."""
    words = text.split()[-4:]
    for at in range(len(words)):
        people = people_in(" ".join(words[at:]), cast)
        if len(people) == 1:
            return people[0].text
    return ""


def _told(passage: Passage, words: str, names: Sequence[str]) -> Passage:
    who = " and ".join(names)
    text = f"{who} {words[0].lower()}{words[1:]}" if _DONE.match(words) else f"{who}: {words}"
    return Passage(text=text, source=passage.source)
