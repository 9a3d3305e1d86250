"""Many bodies' audits held together: commonest findings, outliers, and names that stand in several bodies' papers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median

from coi_audit.linking.names import normalise
from coi_audit.linking.people.names import parse_name
from coi_audit.model.national import BodySummary, CommonFinding, National, Outlier, RuleCount, Shared
from coi_audit.model.words import Handling

_FINE = frozenset({Handling.MANAGED, Handling.BELOW_WITH_REASON, Handling.NOT_YET_HELD})
_FEW_BODIES = 5  # fewer tell nothing of what is usual
_FEW_CONFLICTS = 5  # nor do a body's first few conflicts
_FAR = 3.0  # times the usual distance from the middle
_SPREAD = 1.4826  # of the median distance: what makes it a standard deviation where shares are normal
_LEAST_SPREAD = 0.05  # bodies all but alike are no outliers by a hair


def side_by_side(
    bodies: Iterable[BodySummary], *, as_of: date, as_of_given: bool, tool_version: str, rulebook_sha256: str
) -> National:
    """The whole picture of these bodies; one that failed is named and counts for nothing else."""
    listed = tuple(sorted(bodies, key=lambda one: (one.name.casefold(), one.folder)))
    told = [one for one in listed if not one.problem]
    return National(
        as_of=as_of,
        as_of_given=as_of_given,
        tool_version=tool_version,
        rulebook_sha256=rulebook_sha256,
        bodies=listed,
        common=common_findings(told),
        outliers=outliers(told),
        people=shared_people(told),
        organisations=shared_organisations(told),
    )


def common_findings(bodies: Sequence[BodySummary]) -> tuple[CommonFinding, ...]:
    """Every rule that some body did not meet, those of most bodies first."""
    raised: dict[str, list[tuple[str, RuleCount]]] = {}
    for body in bodies:
        for one in body.rules:
            raised.setdefault(one.rule_id, []).append((body.name, one))
    found = [
        CommonFinding(
            rule_id=rule_id,
            title=group[0][1].title,
            severity=max((one.severity for _, one in group), key=lambda one: one.rank),
            bodies=tuple(name for name, _ in group),
            times=sum(one.times for _, one in group),
        )
        for rule_id, group in raised.items()
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.bodies), -one.severity.rank, -one.times, one.rule_id)))


def outliers(bodies: Sequence[BodySummary]) -> tuple[Outlier, ...]:
    """Bodies whose share of conflicts handled otherwise than asked stands far above the middle of all.

    Far is three times the usual distance, by medians, which a few extreme bodies do not move.
    """
    shares = {one.folder: _share(one.handling) for one in bodies if _judged(one.handling) >= _FEW_CONFLICTS}
    if len(shares) < _FEW_BODIES:
        return ()
    middle = median(shares.values())
    spread = max(_LEAST_SPREAD, _SPREAD * median(abs(one - middle) for one in shares.values()))
    found = [
        Outlier(one.name, shares[one.folder], middle, _judged(one.handling))
        for one in bodies
        if one.folder in shares and shares[one.folder] - middle > _FAR * spread
    ]
    return tuple(sorted(found, key=lambda one: (-one.share, one.body)))


def _judged(handling: Mapping[str, int]) -> int:
    return sum(number for kind, number in handling.items() if kind != Handling.NOT_YET_HELD)


def _share(handling: Mapping[str, int]) -> float:
    wrong = sum(number for kind, number in handling.items() if kind not in _FINE)
    return wrong / _judged(handling)


def shared_people(bodies: Sequence[BodySummary]) -> tuple[Shared, ...]:
    """Full names that sit at several bodies' tables. One name may be two people: it is a lead to check."""
    held: dict[tuple[str, str], dict[str, str]] = {}
    for body in bodies:
        for name in body.people:
            parsed = parse_name(name)
            given = parsed.given[0] if parsed.given else ""
            if len(given) > 1 and parsed.surname:  # an initial is nobody's own
                held.setdefault((given, parsed.surname), {}).setdefault(body.name, name)
    several = [Shared(next(iter(names.values())), tuple(names)) for names in held.values() if len(names) > 1]
    return tuple(sorted(several, key=lambda one: (-len(one.bodies), one.name)))


def shared_organisations(bodies: Sequence[BodySummary]) -> tuple[Shared, ...]:
    """Organisations in which people of several bodies hold interests that touched items there."""
    names: dict[str, str] = {}
    held: dict[str, dict[str, set[str]]] = {}
    for body in bodies:
        for tie in body.ties:
            key = tie.code or normalise(tie.organisation).key
            if key:
                names.setdefault(key, tie.organisation)
                held.setdefault(key, {}).setdefault(body.name, set()).add(tie.person)
    several = [
        Shared(names[key], tuple(of), tuple(sorted(set().union(*of.values()))))
        for key, of in held.items()
        if len(of) > 1
    ]
    return tuple(sorted(several, key=lambda one: (-len(one.bodies), one.name)))
