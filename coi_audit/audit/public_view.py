"""What of an audit is kept back and why: asked by whatever publishes a part of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from coi_audit.linking.people.names import parse_name
from coi_audit.linking.people.same import same_person
from coi_audit.model.answers import AnswerEffect
from coi_audit.model.audit import Audit, Finding, ItemAudit
from coi_audit.model.dates import add_months, in_words
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest
from coi_audit.model.linking import Conflict, Holding
from coi_audit.model.publication import Confidential, KeptBack
from coi_audit.model.words import Match, Relationship
from coi_audit.rulebook.publication import Publication, PublishedPeople
from coi_audit.rulebook.types import Rulebook

Place = tuple[object, ...]
_OWN_NAMES = frozenset(("body.yaml", "policy.yaml", "answers.yaml", "assurance.yaml"))  # this tool names them so
ItemKey = tuple[date, str, str]  # the day, the committee, the number or title


@dataclass(frozen=True, slots=True)
class View:
    """`hidden` are places whose words are kept back, with why; `private_items` by day, committee and number or title.

    `files` gives the name each paper has in the public edition, `kinds` what it is, `folders` the days of meetings;
    `authors` are words on who answered, and what stands instead. `times` counts what was kept back.
    """

    confidential: Confidential
    as_of: date
    published_months: int
    record_months: int
    everybody_is_published: bool
    hidden: dict[Place, KeptBack]
    private_items: frozenset[ItemKey]
    private_titles: frozenset[str]
    files: dict[str, str]
    kinds: dict[str, str]
    folders: dict[str, str]
    authors: tuple[tuple[str, str], ...]
    times: Counter[KeptBack] = field(default_factory=Counter)

    def why_hidden(self, holding: Holding) -> KeptBack | None:
        """Why the words of an interest are kept back altogether, None where it is published."""
        if any(self._redacted(one.person, one.organisation, holding) for one in self.confidential.redactions):
            return KeptBack.REDACTION
        ended = holding.held_until
        if ended is not None and add_months(ended, self.record_months) <= self.as_of:
            return KeptBack.ENDED_LONG_AGO
        if ended is not None and add_months(ended, self.published_months) <= self.as_of:
            return KeptBack.ENDED
        return None

    def _redacted(self, person: str, organisation: str, holding: Holding) -> bool:
        names = (holding.person.name, *holding.person.names)
        if not any(is_same_name(person, one) for one in names):
            return False
        said, name = organisation.casefold(), holding.organisation_name.casefold()
        return not said or said in f"{name} {holding.nature.casefold()}" or (bool(name) and name in said)

    def is_private(self, finding: Finding) -> bool:
        """Whether a finding speaks of a private item."""
        if finding.item is None or finding.meeting is None:
            return False
        return (finding.meeting, finding.committee or "", finding.item) in self.private_items


def is_same_name(one: str, other: str) -> bool:
    """Whether two written names may be one person's; the same words always are."""
    if " ".join(one.casefold().split()) == " ".join(other.casefold().split()):
        return True
    first, second = parse_name(one), parse_name(other)
    return bool(first.surname) and same_person(first, second) is not Match.NONE


def place_of(source: SourceRef) -> Place:
    """Where something stands, its column and words left out."""
    return (source.file, source.sheet, source.page, source.table, source.paragraph, source.row, source.line)


def is_of_relative(holding: Holding) -> bool:
    """Whether an interest is that of somebody close to the person."""
    told = holding.interest is not None and bool(holding.interest.relationship)
    return holding.relationship is not Relationship.SELF or not holding.direct or told


def view_of(audit: Audit, publication: Publication, rulebook: Rulebook) -> View:
    """Look through an audit once."""
    confidential = audit.confidential or Confidential()
    people = publication.people_on(audit.as_of)
    view = View(
        confidential=confidential,
        as_of=audit.as_of,
        published_months=_months(rulebook, publication.published_rule),
        record_months=_months(rulebook, publication.record_rule),
        everybody_is_published=people is None or people.who is PublishedPeople.EVERYBODY,
        hidden={place_of(one): KeptBack.PRIVATE_ITEM for one in confidential.places},
        private_items=frozenset(_private_items(audit)),
        private_titles=frozenset(_private_titles(audit)),
        files=public_files(audit),
        kinds={one.path: one.kind for one in audit.inputs},
        folders={one.folder: f"the meeting of {one.date.isoformat()}" for one in audit.meetings if one.folder},
        authors=tuple((one.answer.as_answered, _answered_on(one)) for one in audit.answers),
    )
    for interest in (*(one.interest for one in confidential.family), *_relatives(audit)):
        view.hidden[place_of(interest.source)] = KeptBack.FAMILY
    for conflict in _conflicts(audit):
        kind = view.why_hidden(conflict.holding)
        if kind is not None:
            view.hidden.update({place_of(one): kind for one in conflict.holding.evidence})
    return view


def _answered_on(one: AnswerEffect) -> str:
    return f"as answered on {in_words(one.answer.on)}"


def _months(rulebook: Rulebook, rule: str) -> int:
    return max(int(getattr(version.params, "months", 0)) for version in rulebook.rules[rule].versions)


def _private_items(audit: Audit) -> list[ItemKey]:
    found = []
    for meeting in audit.meetings:
        for one in meeting.items:
            if one.item.private:
                both = (meeting.committee, "")
                found += [(meeting.date, committee, name) for committee in both for name in _names(one)]
    return found


def _private_titles(audit: Audit) -> list[str]:
    """Titles that tell something: neither procedure nor the title of a public item too."""
    items = [one for meeting in audit.meetings for one in meeting.items]
    public = {one.item.title.casefold() for one in items if not one.item.private}
    private = [one for one in items if one.item.private and one.classification.procedure is None]
    return [one.item.title for one in private if one.item.title.casefold() not in public]


def _names(one: ItemAudit) -> tuple[str, ...]:
    return tuple(name for name in (one.item.number, one.item.title) if name)


def _conflicts(audit: Audit) -> list[Conflict]:
    return [one for meeting in audit.meetings for item in meeting.items for one in (*item.conflicts, *item.recent)]


def _relatives(audit: Audit) -> list[Interest]:
    holdings = [one.holding for one in _conflicts(audit)]
    return [one.interest for one in holdings if one.interest is not None and is_of_relative(one)]


def public_files(audit: Audit) -> dict[str, str]:
    """A name for each paper that tells its kind and day alone, and never what somebody called the file."""
    days = {one.folder: one.date for one in audit.meetings}
    named: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for one in audit.inputs:
        if one.path in _OWN_NAMES:
            named[one.path] = one.path
            continue
        folder = next((folder for folder in days if folder and one.path.startswith(f"{folder}/")), None)
        on = days[folder] if folder is not None else one.edition
        name = " ".join((one.kind.replace("_", " "), *((on.isoformat(),) if on is not None else ())))
        taken[name] += 1
        named[one.path] = name if taken[name] == 1 else f"{name}, paper {taken[name]}"
    return named
