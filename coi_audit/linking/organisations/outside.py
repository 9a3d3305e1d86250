"""Practices the body does not commission: looked up by their whole name only, and matched only by code or place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import NormalName
from coi_audit.linking.organisations.candidates import candidate
from coi_audit.linking.organisations.day import Day
from coi_audit.linking.organisations.history import History
from coi_audit.linking.organisations.known import Known, Mention
from coi_audit.linking.organisations.match import matched
from coi_audit.model.organisation_lists import ListKind
from coi_audit.model.organisations import Candidate, Resolution
from coi_audit.model.words import Match

_MOST = 5


class Outside:
    """Every listed practice by the letters of its name on a day."""

    def __init__(self, history: History, on: date) -> None:
        self._history = history
        self._on = on

    def resolve(self, mention: Mention, day: Day) -> Resolution | None:
        """A match where the mention's own words give the place, else the reason for none; None where nothing fits."""
        found: list[tuple[Known, bool]] = []
        for position, name in enumerate((mention.name, *(mention.parts if len(mention.parts) > 1 else ()))):
            rest = mention.parts[: position - 1] + mention.parts[position:] if position else ()
            found += [(known, _is_placed(mention, known, rest)) for known in self._named(name, day)]
        placed = {known.key: known for known, is_placed in found if is_placed}
        if len(placed) == 1:
            known = next(iter(placed.values()))
            because = (
                f'"{mention.raw}" names {known.called()} and its place; it lies in another commissioner\'s area'
                f" ({known.commissioner or 'not known on that day'})."
            )
            return matched(mention, known, because, day.on)
        if not found or mention.name.doctor or not any(known.is_open for known, _ in found):
            return None
        return self._unplaced(mention, [known for known, _ in found if known.is_open], day)

    def _named(self, name: NormalName, day: Day) -> list[Known]:
        if not name.distinctive:
            return []
        codes = [code for code in self._history.practices_named(name.squashed, self._on) if code not in day.by_code]
        known = (self._history.known(ListKind.PRACTICES, code, self._on, scope_day=day.scope.day) for code in codes)
        return [one for one in known if one is not None]

    def _unplaced(self, mention: Mention, found: Sequence[Known], day: Day) -> Resolution:
        found = list({known.key: known for known in found}.values())
        unknown = [known for known in found if known.commissioner is None or not day.scope.codes]
        listed = _listed(found)
        if unknown:
            why = (
                "Practices of this name are listed, but not who commissioned them on that day."
                if day.scope.codes
                else "Practices of this name are listed, but whose they are cannot be told: the body's code is missing."
            )
            return Resolution(mention.raw, Match.ASK, candidates=listed, because=why)
        named = ", ".join(f"{known.called()} in {known.commissioner}" for known in found[:_MOST])
        why = (
            f"The body's area has no organisation of this name; it stands only in another commissioner's area: {named}."
        )
        return Resolution(mention.raw, Match.NONE, candidates=listed, because=why)


def _is_placed(mention: Mention, known: Known, rest: Iterable[NormalName]) -> bool:
    if mention.postcode is not None:
        return mention.postcode == known.postcode
    words = {word for part in rest for word in part.words} - name_words().generic
    return bool(words) and words <= known.place


def _listed(found: Sequence[Known]) -> tuple[Candidate, ...]:
    return tuple(
        candidate(known, f"listed under commissioner {known.commissioner or 'unknown on that day'}")
        for known in found[:_MOST]
    )
