"""The form about a body: what it asks, what it takes, and how that is written in body.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from coi_audit.model.words import BodyKind, CoCommissioningKind, CommitteeKind

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Period:
    """One period of co-commissioning as entered; days as YYYY-MM-DD or ""."""

    kind: str = ""
    begins: str = ""
    ends: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was entered."""
        return not (self.kind or self.begins or self.ends)


@dataclass(frozen=True, slots=True)
class AboutForm:
    """Who the body is, as entered."""

    name: str = ""
    kind: str = BodyKind.CCG.value
    ods_code: str = ""
    guardian: str = ""
    periods: tuple[Period, ...] = ()

    @property
    def faults(self) -> dict[str, str]:
        """What is wrong, by the field's name."""
        found: dict[str, str] = {}
        if not self.name:
            found["name"] = "Enter the body's full name"
        if self.kind not in tuple(BodyKind):
            found["kind"] = "Say whether it is a CCG or an ICB"
        if self.ods_code and not (self.ods_code.isalnum() and len(self.ods_code) <= 8):
            found["ods_code"] = "The ODS code has letters and figures only, such as 99Z"
        for name in ("name", "guardian"):
            if len(getattr(self, name)) > _LONGEST:
                found[name] = f"Use {_LONGEST} characters or fewer"
        for at, one in enumerate(self.periods):
            if not one.empty and one.kind not in tuple(CoCommissioningKind):
                found[f"period-{at}-kind"] = "Choose how primary care was commissioned in this period"
            found |= day_faults(f"period-{at}", one.begins, one.ends)
        return found

    def changes(self, old: Mapping[str, Any]) -> dict[str, Any]:
        """How body.yaml is to be changed: only what was entered otherwise than it stands there."""
        return differing(about_of(old).keys(), self.keys())

    def keys(self) -> dict[str, Any]:
        """Its keys in body.yaml; None for what is not told."""
        return {
            "name": self.name,
            "kind": self.kind,
            "ods_code": self.ods_code or None,
            "guardian": self.guardian or None,
            "co_commissioning": self._co_commissioning(),
        }

    def _co_commissioning(self) -> Any:
        told = [one for one in self.periods if not one.empty]
        if not told:
            return None
        if len(told) == 1 and not (told[0].begins or told[0].ends):
            return told[0].kind
        return [
            {
                "kind": one.kind,
                **{key: day for key, day in (("from", to_day(one.begins)), ("to", to_day(one.ends))) if day},
            }
            for one in told
        ]


def about_of(data: Mapping[str, Any]) -> AboutForm:
    """The form as body.yaml fills it."""
    return AboutForm(
        name=words_of(data.get("name")),
        kind=words_of(data.get("kind")) or BodyKind.CCG.value,
        ods_code=words_of(data.get("ods_code")),
        guardian=words_of(data.get("guardian")),
        periods=tuple(_periods(data.get("co_commissioning"))),
    )


def _periods(value: Any) -> list[Period]:
    if isinstance(value, list):
        found = [one for one in value if isinstance(one, dict)]
        return [Period(*(words_of(one.get(key)) for key in ("kind", "from", "to"))) for one in found]
    return [Period(words_of(value))] if value else []


@dataclass(frozen=True, slots=True)
class NewBody:
    """What the first page asks: the body and its first committee."""

    about: AboutForm
    committee: str = ""
    committee_kind: str = CommitteeKind.PCCC.value
    faults_of_committee: dict[str, str] = field(default_factory=dict)

    @property
    def faults(self) -> dict[str, str]:
        """What is wrong, by the field's name."""
        found = dict(self.about.faults)
        if not self.committee:
            found["committee"] = "Name the committee whose meetings you prepare"
        if self.committee_kind not in tuple(CommitteeKind):
            found["committee_kind"] = "Choose what kind of committee it is"
        return found | self.faults_of_committee


def words_of(value: Any) -> str:
    """A value of the file as a form shows it."""
    if value is None or isinstance(value, dict | list):
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def differing(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """The keys whose values are others now: what is entered as it stood is left as it is written."""
    return {key: value for key, value in now.items() if before.get(key) != value}


def to_day(entered: str) -> date | None:
    """A day as entered; None for nothing or no date."""
    try:
        return date.fromisoformat(entered)
    except ValueError:
        return None


def day_faults(name: str, begins: str, ends: str) -> dict[str, str]:
    """What is wrong with two days, by the fields `name`-from and `name`-to."""
    found = {
        f"{name}-{part}": "Enter a real day, such as 2017-04-01"
        for part, entered in (("from", begins), ("to", ends))
        if entered and to_day(entered) is None
    }
    first, last = to_day(begins), to_day(ends)
    if first and last and last < first:
        found[f"{name}-to"] = "This day must not be before the first"
    return found
