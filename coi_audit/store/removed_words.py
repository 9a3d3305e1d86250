"""What was given beside the papers, audits above all, without the words of what an order removed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from coi_audit.linking.people.names import parse_name
from coi_audit.model.letting_go import MatterKind
from coi_audit.store.matters import Found
from coi_audit.store.redaction import REMOVED, fold
from coi_audit.store.tables import ActionRow, Clocked, JudgementRow, KeptAuditRow

_TEXTS: dict[type[Clocked], tuple[str, ...]] = {
    KeptAuditRow: ("audit",),
    JudgementRow: ("why",),
    ActionRow: ("recommendation", "remark"),
}
_SHORTEST = 4
_CLOSED = re.compile(r"[a-z]+(?:_[a-z]+)*")  # a word of a closed vocabulary: whoever reads the audit again needs it


@dataclass(frozen=True, slots=True)
class RemovedWords:
    """For each matter whose it was and in which words; names of whoever has nothing kept any more."""

    matters: tuple[tuple[str, tuple[str, ...]], ...]  # folded surname, folded words
    names: tuple[str, ...]  # as written

    @classmethod
    def of(cls, chosen: Sequence[Found], left: frozenset[str]) -> RemovedWords:
        """Those of the matters that go; `left` are the folded names of whoever still has something kept."""
        matters = []
        for one in chosen:
            surname = parse_name(one.matter.person).surname
            words = tuple(fold(text) for text in one.words if len(text) >= _SHORTEST)
            if one.matter.kind is MatterKind.INTEREST and surname and words:
                matters.append((surname, words))
        people = {one.matter.person for one in chosen if one.matter.kind is not MatterKind.ACTION}
        return cls(tuple(dict.fromkeys(matters)), tuple(sorted(one for one in people if one and fold(one) not in left)))

    def told_by(self, texts: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The matters that these texts tell together: whose, and what."""
        folded = " | ".join(fold(one) for one in texts)
        return tuple(one for one in self.matters if one[0] in folded and any(word in folded for word in one[1]))

    def without_names(self, text: str) -> str:
        """The text without the names of whoever has nothing kept any more."""
        for name in self.names:
            if fold(name) in fold(text):
                text = re.sub(r"\s+".join(map(re.escape, name.split())), REMOVED, text, flags=re.IGNORECASE)
        return text


def swept_given(row: type[Clocked], values: dict[str, Any], words: RemovedWords, papers: frozenset[str]) -> Any:
    """The row's values without these words and those read in these papers; None where it holds none of them."""
    changed = {}
    for name in _TEXTS[row]:
        if row is KeptAuditRow:
            document = json.loads(values[name])
            swept = _swept(document, words, papers)
            text = values[name] if swept == document else json.dumps(swept, ensure_ascii=False, indent=2) + "\n"
        else:
            text = _plain(values[name], words, values)
        if text != values[name]:
            changed[name] = text
    return values | changed if changed else None


def _plain(text: str, words: RemovedWords, values: dict[str, Any]) -> str:
    texts = [str(one) for one in values.values() if isinstance(one, str)]
    matters = words.told_by(texts)
    folded = fold(text)
    if any(surname in folded or any(word in folded for word in said) for surname, said in matters):
        return REMOVED
    return words.without_names(text)


def _swept(value: Any, words: RemovedWords, papers: frozenset[str]) -> Any:
    """Each record that tells one of the matters keeps its shape and loses every text that repeats it."""
    if isinstance(value, str):
        return words.without_names(value)
    if isinstance(value, list):
        return [_swept(one, words, papers) for one in value]
    if not isinstance(value, dict):
        return value
    swept = {key: _swept(one, words, papers) for key, one in value.items()}
    matters = words.told_by(_own_texts(value))
    if matters:
        swept = {key: _blanked(one, matters) for key, one in swept.items()}
    if swept.get("file") in papers:
        swept |= {"file": REMOVED} | ({"text": REMOVED} if swept.get("text") else {})
    if swept.get("path") in papers:
        swept["path"] = REMOVED
    return swept


def _own_texts(value: Any) -> Iterator[str]:
    """Texts of a record that belong to no record in a list within it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _own_texts(one)
    elif isinstance(value, list):
        for one in value:
            if isinstance(one, str):
                yield one


def _blanked(value: Any, matters: Sequence[tuple[str, tuple[str, ...]]]) -> Any:
    if isinstance(value, list):
        return [_blanked(one, matters) for one in value]
    if isinstance(value, dict):
        return {key: _blanked(one, matters) for key, one in value.items()}
    if isinstance(value, str) and not _CLOSED.fullmatch(value):
        folded = fold(value)
        if any(surname in folded or any(word in folded for word in said) for surname, said in matters):
            return REMOVED
    return value
