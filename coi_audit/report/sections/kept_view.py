"""How the body's lists are kept, laid out for a page: measures with count, share and the cells that fall short."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coi_audit.model.audit import Audit
from coi_audit.model.evidence import SourceRef
from coi_audit.model.kept_lists import ContractLine, GiftLine, KeptList, KeptLists, ListHealth, Measure, MeasureLine
from coi_audit.report.questions_view import open_questions
from coi_audit.report.sections.findings_by_rule import RuleFindings, WeightGroup
from coi_audit.report.words import count, day, listed, sentence

_MOST_EDITIONS = 4  # side by side in one table
_MOST_PLACES = 14  # row numbers printed of one measure; the JSON has them all
_WORDS: Mapping[Measure, str] = {
    Measure.TYPE_TOLD: "Type of interest told",
    Measure.TYPES_USED: "Standard types in use (three, and indirect)",
    Measure.DIRECT_TOLD: "Direct or indirect told",
    Measure.RELATIONSHIP_TOLD: "Of the indirect, whose interest it is",
    Measure.NATURE_TOLD: "Nature told",
    Measure.FROM_TOLD: "Held from: a date",
    Measure.UNTIL_TOLD: "Held until: a date, or “current”",
    Measure.DECLARED_TOLD: "Date of declaration told",
    Measure.MITIGATION_TOLD: "Action to mitigate told",
    Measure.MEMBERS_LISTED: "Committee members listed",
    Measure.NIL_RETURNS: "People with a nil return",
    Measure.DECLARED_WITHIN_YEAR: "People who declared within twelve months",
    Measure.EXPIRED_IN_TIME: "Ended interests shown no longer than six months",
    Measure.EXPIRED_KEPT: "Interests lately ended still shown",
    Measure.SORTABLE: "Rows can be sorted and searched as a table",
    Measure.RECIPIENT_TOLD: "Recipient named",
    Measure.GIVER_TOLD: "Giver named",
    Measure.VALUE_TOLD: "Value told",
    Measure.DAY_TOLD: "Day told",
    Measure.ANSWER_TOLD: "Accepted or declined told",
    Measure.DECLINED: "Declined",
    Measure.FROM_SUPPLIER: "From a supplier, as the list says",
    Measure.ALL_THREE_TOLD: "Recipient, giver and value all told",
    Measure.SUPPLIER_TOLD: "Supplier named",
    Measure.MAKERS_TOLD: "Who decided told",
    Measure.CONFLICTS_TOLD: "Conflicts told, or that there were none",
    Measure.REASONS_TOLD: "Reasons told",
    Measure.MANAGER_TOLD: "Contract manager told",
    Measure.RESULT_TOLD: "A result told",
    Measure.PASSED: "Passed",
}


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure of one edition: `12 of 19`, `63%`, and where it falls short."""

    what: str
    count: str
    share: str
    sign: str
    key: str
    cells: str


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition of one list."""

    title: str
    about: str
    lines: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One measure over several editions: for each its sign, colour, `12 of 19` and share; empty where not counted."""

    what: str
    cells: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Editions side by side, oldest first, and below each the cells that fall short."""

    editions: tuple[EditionView, ...]
    rows: tuple[CompareRow, ...]
    short: tuple[tuple[str, str, str], ...]  # edition, measure, cells


@dataclass(frozen=True, slots=True)
class ContractView:
    title: str
    supplier: str
    value: str
    decided: str
    process: str
    conflicts: str
    support: bool


@dataclass(frozen=True, slots=True)
class GiftView:
    kind: str
    on: str
    value: str
    giver: str
    answer: str
    place: str


@dataclass(frozen=True, slots=True)
class KeptSection:
    """One kept list: its editions, rows, what the rules of its area found, and what to ask where it is absent."""

    editions: tuple[EditionView, ...]
    findings: tuple[RuleFindings, ...]
    asks: tuple[str, ...]
    contracts: tuple[ContractView, ...] = ()
    gifts: tuple[GiftView, ...] = ()


def measure_words() -> Mapping[Measure, str]:
    """Every measure in words; a test holds it complete."""
    return _WORDS


def kept_section(kind: KeptList, area: str, audit: Audit, groups: Sequence[WeightGroup]) -> KeptSection:
    """One list's section. `area` is that of its rules."""
    kept = audit.kept_lists or KeptLists()
    return KeptSection(
        editions=tuple(edition_view(one) for one in kept.of(kind)),
        findings=tuple(rule for group in groups for rule in group.rules if rule.area.casefold() == area),
        asks=_asks(area, audit),
        contracts=tuple(_contract(one) for one in kept.contracts) if kind is KeptList.PROCUREMENT else (),
        gifts=tuple(_gift(one) for one in kept.gifts) if kind is KeptList.GIFTS else (),
    )


def edition_view(one: ListHealth) -> EditionView:
    """One edition with its measures; one that has nothing to count is left out."""
    parts = [f"edition of {day(one.edition)}" if one.edition else "undated"]
    parts += ["the published one"] if one.public else ["the body's own full one"] if one.public is False else []
    parts.append(count(one.rows, "row"))
    return EditionView(
        one.file, sentence(", ".join(parts)), tuple(_measure(line, one.file) for line in one.lines if line.of)
    )


def comparisons(found: Sequence[ListHealth]) -> tuple[Comparison, ...]:
    """Editions of one list side by side, at most four a table."""
    parts = [found[at : at + _MOST_EDITIONS] for at in range(0, len(found), _MOST_EDITIONS)]
    return tuple(_comparison([edition_view(one) for one in part]) for part in parts)


def _comparison(views: Sequence[EditionView]) -> Comparison:
    blank = MeasureView("", "–", "", "", "", "")
    order = list(_WORDS.values())
    names = sorted({line.what for view in views for line in view.lines}, key=order.index)
    rows = []
    for name in names:
        cells = tuple(next((line for line in view.lines if line.what == name), blank) for view in views)
        rows.append(CompareRow(name, cells))
    short = [(view.title, line.what, line.cells) for view in views for line in view.lines if line.cells]
    return Comparison(tuple(views), tuple(rows), tuple(short))


def _measure(line: MeasureLine, file: str) -> MeasureView:
    share = line.holds / line.of
    whole = line.holds == line.of
    sign, key = (
        ("", "") if line.plain else ("✓", "good") if whole else ("◆", "medium") if share >= 0.8 else ("▲", "high")
    )
    if line.measure is Measure.SORTABLE:
        told = "" if whole else "a PDF: its words can be searched, its rows cannot be sorted"
    elif line.absent:
        told = "no column for it"
    else:
        told = "" if line.plain else places_words(line.cells, file)
    return MeasureView(_WORDS[line.measure], f"{line.holds} of {line.of}", f"{share:.0%}", sign, key, told)


def places_words(cells: Iterable[SourceRef], own: str) -> str:
    """`sheet "GB", rows 14, 17 and 22`: places of one sheet, page or table together; `own` is the file that goes
    without saying."""
    groups: dict[tuple[str, str, str], list[int]] = {}
    for one in cells:
        within = next(
            (f"{name} {getattr(one, name)}" for name in ("page", "table") if getattr(one, name) is not None), ""
        )
        within = f'sheet "{one.sheet}"' if one.sheet is not None else within
        name = next((name for name in ("row", "line", "paragraph") if getattr(one, name) is not None), "")
        numbers = groups.setdefault((one.file if one.file != own else "", within, name), [])
        numbers += [getattr(one, name)] if name else []
    told = []
    for (file, within, name), numbers in groups.items():
        shown = [str(number) for number in sorted(set(numbers))]
        more = len(shown) - _MOST_PLACES
        shown = [*shown[:_MOST_PLACES], f"{more} more"] if more > 0 else shown
        rows = f"{name if len(shown) == 1 else name + 's'} {listed(shown)}" if shown else ""
        told.append(", ".join(part for part in (file, within, rows) if part))
    return "; ".join(told)


def _asks(area: str, audit: Audit) -> tuple[str, ...]:
    """What to ask the body: papers that would answer rules of the area, then its open questions, once each."""
    own = {one.fingerprint for one in audit.findings if one.area.casefold() == area}
    papers = audit.assessment.papers if audit.assessment else ()
    asks = [one.ask for one in papers if own & set(one.fingerprints)]
    asks += [one.ask for one in open_questions(audit) if one.fingerprint in own and one.ask]
    return tuple(dict.fromkeys(asks))


def _contract(one: ContractLine) -> ContractView:
    told = {True: "✓ told", False: "▲ left blank", None: "▲ no place for them"}[one.conflicts_told]
    return ContractView(one.title, one.supplier or "not told", one.value or "not told",
                        day(one.decided_on), one.process, told, one.support)  # fmt: skip


def _gift(one: GiftLine) -> GiftView:
    giver = {True: "a supplier", False: "a patient or other", None: "not told what kind"}[one.from_supplier]
    answer = {True: "accepted", False: "declined", None: "not told"}[one.accepted]
    return GiftView(
        one.kind, day(one.on), one.value or "not told", giver, answer, places_words([one.source], one.source.file)
    )
