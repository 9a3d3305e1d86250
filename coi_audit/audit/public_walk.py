"""Every text of an audit through the mask: one walk over all its parts, so that none is forgotten."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any

from coi_audit.audit.public_items import NOT_PUBLISHED, PRIVATE, published_interest
from coi_audit.audit.public_view import View, place_of
from coi_audit.linking.masking import Masker
from coi_audit.model.audit import Criterion
from coi_audit.model.evidence import Recorded, SourceRef
from coi_audit.model.publication import FamilyInterest, KeptBack
from coi_audit.rulebook.masking_words import MaskingWords

_OWN_FILES = "a paper"


class Walk:
    """Rebuilds a value with every text in it masked. `times` counts what was kept back by kind.

    A part of a kind that it does not know is an error: nothing passes unseen.
    """

    def __init__(self, masker: Masker, view: View, words: MaskingWords) -> None:
        self.masker = masker
        self.view = view
        self.public_kinds = words.public_kinds
        self.times: Counter[KeptBack] = Counter()
        self._done: dict[int, tuple[Any, Any]] = {}  # by identity; the value is held, so that its id stays its own

    def each(self, value: Any) -> Any:
        """The value as it may be published."""
        if value is None or isinstance(value, bool | int | float | date | Enum | Criterion):
            return value
        if isinstance(value, str):
            return self.text(value)
        done = self._done.get(id(value))
        if done is None:
            done = self._done[id(value)] = (value, self._rebuilt(value))
        return done[1]

    def _rebuilt(self, value: Any) -> Any:
        if isinstance(value, SourceRef):
            return self.source(value)
        if isinstance(value, Recorded):
            changed = {name: self.each(getattr(value, name)) for name in type(value).model_fields}
            return value.model_copy(update=changed)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = [one.name for one in dataclasses.fields(value) if one.init]
            return dataclasses.replace(value, **{name: self.each(getattr(value, name)) for name in fields})
        if isinstance(value, tuple):
            return tuple(self.each(one) for one in value)
        if isinstance(value, Mapping):
            return {self.each(key): self.each(one) for key, one in value.items()}
        raise TypeError(f"a public edition cannot hold a {type(value).__name__}")

    def source(self, source: SourceRef) -> SourceRef:
        """A place in a paper under the paper's public name; its words only where they may be published."""
        kind = self._why_not(source)
        if kind is not None and source.text:
            self.times[kind] += 1
        return source.model_copy(
            update={
                "file": self.text(self.view.files.get(source.file, _own(source.file))),
                "sheet": self.text(source.sheet) if source.sheet else source.sheet,
                "column": self.text(source.column) if source.column else source.column,
                "text": self.text(source.text) if kind is None else "",
            }
        )

    def _why_not(self, source: SourceRef) -> KeptBack | None:
        hidden = self.view.hidden.get(place_of(source))
        if hidden is not None:
            return hidden
        public = self._kinds.get(source.file, "unknown") in self.public_kinds
        return None if public and source.file not in self.view.confidential.papers else KeptBack.PRIVATE_PAPER

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return dict(self.view.kinds)

    def text(self, text: str) -> str:
        """One text: withheld words and file names replaced, then every name that may not stand taken out."""
        for kind, pattern, instead in self._outright:
            text, times = pattern.subn(instead, text)
            self.times[kind] += times
        masked = self.masker.mask(text)
        self.times[KeptBack.NAME] += masked.times
        return masked.text

    @cached_property
    def _outright(self) -> list[tuple[KeptBack, re.Pattern[str], Any]]:
        found = []
        groups = (
            (KeptBack.ANSWER, dict(self._answers())),
            (KeptBack.FAMILY, dict(self._family())),
            (KeptBack.PRIVATE_ITEM, dict(self._private())),
            (KeptBack.PROVENANCE, dict(self._files())),
        )
        for kind, texts in groups:
            if texts:
                found.append((kind, *_either(texts)))
        return found

    def _answers(self) -> Iterator[tuple[str, str]]:
        yield from self.view.authors

    def _family(self) -> Iterator[tuple[str, str]]:
        for one in self.view.confidential.family:
            instead = str(published_interest(one.interest, one.relationship).relationship)
            for text in _texts(one):
                if text in one.texts or self.masker.mask(text).times:
                    yield " ".join(text.split()).strip(" .;,"), f"{instead} ({NOT_PUBLISHED})"

    def _private(self) -> Iterator[tuple[str, str]]:
        for title in sorted(self.view.private_titles):
            if len(title.split()) > 1:
                yield title, PRIVATE

    def _files(self) -> Iterator[tuple[str, str]]:
        for path, name in self.view.files.items():
            yield path, name
            base = path.rsplit("/", 1)[-1]
            if base not in self.view.files:
                yield base, name
        yield from self.view.folders.items()


def _own(file: str) -> str:
    """The name of a place that is in no paper of the folder: one that is public already stays."""
    return file if file == _OWN_FILES else _OWN_FILES


def _texts(one: FamilyInterest) -> Iterator[str]:
    interest = one.interest
    for text in (interest.words, interest.nature, interest.mitigation, interest.relationship, interest.source.text):
        if text and len(text.split()) > 1:
            yield text


def _either(texts: dict[str, str]) -> tuple[re.Pattern[str], Any]:
    """One pattern for all of them, the longest first, and what stands instead of each."""
    longest = sorted(texts, key=lambda one: (-len(one), one))
    by_text = {" ".join(one.split()).casefold(): texts[one] for one in reversed(longest)}
    either = "|".join(r"\s+".join(re.escape(word) for word in one.split()) for one in longest)

    def instead(match: re.Match[str]) -> str:
        return by_text.get(" ".join(match.group().split()).casefold(), NOT_PUBLISHED)

    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE), instead
