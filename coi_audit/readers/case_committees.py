"""Which of the body's committees a paper belongs to: by its name, its kind, its usual letters, or the folder's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coi_audit.model.people import Body, Committee
from coi_audit.model.words import CommitteeKind
from coi_audit.readers.paper_header import distinctive

_KINDS = (
    (CommitteeKind.REMUNERATION, r"\bremuneration\b|\brem ?com\b"),
    (CommitteeKind.AUDIT, r"\baudit\b"),
    (CommitteeKind.JOINT, r"\bjoint\b"),
    (CommitteeKind.PCCC, r"\bprimary (?:medical )?care\b|\bprimary medical services\b|\bpccc\b|\bpcc\b|\bpcjc\b"),
    (
        CommitteeKind.GOVERNING_BODY,
        r"\bgoverning bod(?:y|ies)\b|\bgb\b|\bintegrated care board\b(?!.*\bcommittee\b)|^board$|\bicb board\b",
    ),
)
# A meeting that watches over contracts is never the body's only committee under another name.
_WATCHING = re.compile(
    r"\bcontract(?:s|ing)?\b.*\b(?:monitoring|review|management|performance|quality)\b|\bclinical quality review\b",
    re.IGNORECASE,
)
_COMMON = {"the", "of", "for", "and", "committee", "committees", "meeting", "in", "common", "nhs", "ccg", "icb", "part"}


def match_committee(written: str | None, hints: Sequence[str], body: Body) -> str | None:
    """The name of the committee of body.yaml, else what the paper writes, else None.

    `hints` are names of the folder and the file, in which a committee's usual letters ("pccc", "gb") may stand.
    """
    committees = body.committees
    if written:
        best = max(committees, key=lambda one: _likeness(written, one, body), default=None)
        if best is not None and _likeness(written, best, body) > 0:
            return best.name
        kind = kind_of(written)
        if len(committees) == 1 and kind in (None, committees[0].kind) and not _WATCHING.search(written):
            return committees[0].name
        return _plain(written)
    for hint in hints:
        for committee in committees:
            if _hinted(hint, committee):
                return committee.name
    if any(_WATCHING.search(re.sub(r"[-_./]+", " ", hint)) for hint in hints):
        return "Contract monitoring meeting"
    return committees[0].name if len(committees) == 1 else None


def kind_of(words: str) -> CommitteeKind | None:
    """The kind of committee the words speak of."""
    folded = words.casefold()
    return next((kind for kind, pattern in _KINDS if re.search(pattern, folded)), None)


def _likeness(written: str, committee: Committee, body: Body) -> float:
    mine, theirs = _words(written, body), _words(committee.name, body)
    if mine and mine == theirs:
        return 3.0
    kind = kind_of(written)
    if kind is not None and kind is committee.kind:
        return 2.0
    if kind is not None and committee.kind not in (CommitteeKind.OTHER, kind):
        joint = {kind, committee.kind} == {CommitteeKind.PCCC, CommitteeKind.JOINT}
        return 1.0 if joint and mine & theirs else 0.0
    shared = len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0
    return shared if shared >= 0.5 else 0.0


def _words(name: str, body: Body) -> set[str]:
    own = set(distinctive(body.name).split())
    words = {word.rstrip("s") if len(word) > 4 else word for word in re.findall(r"[a-z]+", name.casefold())}
    common = {word.rstrip("s") if len(word) > 4 else word for word in _COMMON | own}
    return words - common


def _hinted(hint: str, committee: Committee) -> bool:
    tokens = re.findall(r"[a-z]+", hint.casefold())
    letters = "".join(
        word[0] for word in re.findall(r"[a-z]+", committee.name.casefold()) if word not in ("of", "the", "and", "for")
    )
    if len(letters) > 1 and letters in tokens:
        return True
    kind = kind_of(" ".join(tokens))
    return kind is not None and kind is committee.kind


def _plain(written: str) -> str:
    """As written, capitals throughout softened."""
    return written.title() if written.isupper() else written
