"""What the columns of a register can hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What a column can hold. The `tick_` fields are columns of their own for one type of interest; `kind` is one for a
    kind of them that is no type ("Directorships", "Connections with contractors")."""

    PERSON = "person"
    SURNAME = "surname"
    FORENAME = "forename"
    HONORIFIC = "honorific"
    POSITION = "position"
    PRACTICE = "practice"
    ORGANISATION = "organisation"
    NATURE = "nature"
    CATEGORY = "category"
    DIRECT = "direct"
    RELATIONSHIP = "relationship"
    TICK_FINANCIAL = "tick_financial"
    TICK_PROFESSIONAL = "tick_professional"
    TICK_PERSONAL = "tick_personal"
    TICK_NON_FINANCIAL = "tick_non_financial"
    TICK_INDIRECT = "tick_indirect"
    TICK_DIRECT = "tick_direct"
    KIND = "kind"
    HELD_FROM = "held_from"
    HELD_UNTIL = "held_until"
    PERIOD = "period"
    DECLARED_ON = "declared_on"
    AWARE_ON = "aware_on"
    PLAIN_DATE = "plain_date"
    MITIGATION = "mitigation"
    SHARE = "share"
    NIL = "nil"
    DECLARES = "declares"
    IGNORED = "ignored"


TICKS = (
    Field.TICK_FINANCIAL, Field.TICK_PROFESSIONAL, Field.TICK_PERSONAL, Field.TICK_NON_FINANCIAL,
    Field.TICK_INDIRECT, Field.TICK_DIRECT,
)  # fmt: skip


NAMES = (Field.PERSON, Field.SURNAME)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its field (None where the heading is not known) and its heading as written, rows joined."""

    field: Field | None
    heading: str
