"""What the directory knows on one day: organisations, and the names each goes by."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from functools import lru_cache

from coi_audit.linking.names import NormalName, canonical_words, normalise, segments
from coi_audit.model.organisation_lists import ListRow
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import OrganisationKind


class NameSource(IntEnum):
    """Where a name comes from, the strongest claim first."""

    CURRENT = 0
    ALIAS = 1  # the body's own words
    FORMER = 2  # in an earlier edition
    LATER = 3  # in a later edition
    BRANCH = 4
    SHORT = 5  # a trust's initials or its name without "NHS Trust"
    PREMISES = 6  # the first line of the address


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """One organisation as it stood on the day asked for. `closed` is set only where that was before the day."""

    key: str
    kind: OrganisationKind
    name: str
    code: str | None = None
    row: ListRow | None = None
    local: Organisation | None = None
    commissioner: str | None = None
    joined: date | None = None
    left: date | None = None
    ends: date | None = None  # the close date, whenever it is
    closed: date | None = None
    gone: str = ""  # why it does not count as open though no list closes it
    place: frozenset[str] = frozenset()
    postcode: str | None = None

    @property
    def is_open(self) -> bool:
        return self.closed is None and not self.gone

    def called(self) -> str:
        """Name and code, for messages."""
        return f"{self.name} ({self.code})" if self.code else self.name

    def organisation(self) -> Organisation:
        """The validated record: the list's row of that day with the body's own facts added."""
        if self.row is None:
            assert self.local is not None  # one of the two is always there
            return self.local
        listed = self.row.organisation()
        changes: dict[str, object] = {
            "name": self.name,
            "commissioner": self.commissioner,
            "joined_commissioner": self.joined,
            "left_commissioner": self.left,
            "closed": self.ends,
        }
        if self.local is not None:
            own = self.local
            others = own.aliases if normalise(own.name).key == normalise(self.name).key else (own.name, *own.aliases)
            changes |= {
                "aliases": others,
                "company_number": own.company_number,
                "members": own.members,
                "owners": own.owners,
                "premises_owner": own.premises_owner,
            }
        return Organisation.model_validate({**dict(listed), **changes})


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One name of one known organisation. `note` says in words where the name comes from."""

    name: NormalName
    known: Known
    source: NameSource
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as written, taken apart: codes and postcode out, the rest read as a name and as its segments."""

    raw: str
    text: str
    codes: tuple[str, ...]
    postcode: str | None
    name: NormalName
    parts: tuple[NormalName, ...] = field(default=())
    after_doctors: NormalName | None = None  # "Elm House" of "Dr Hill & Partners, Elm House"
    before_last: NormalName | None = None  # "Elm House (Hill)" of "Elm House (Hill), Northfield"


def place_words(*texts: str | None) -> frozenset[str]:
    """The words of an address or an area's name."""
    return frozenset(word for text in texts if text for word in _words_of(text))


@lru_cache(maxsize=100_000)
def _words_of(text: str) -> tuple[str, ...]:
    parts = (text, *segments(text))  # "Mill St, Ashcombe" is a street by itself, "St Ashcombe" in one breath
    return tuple(dict.fromkeys(word.text for part in parts for word in canonical_words(part)))
