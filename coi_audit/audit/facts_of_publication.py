"""How the register of interests is kept and published: its columns, its editions, what it leaves out and withholds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_removed import kept_lists
from coi_audit.audit.register_rows import Edition, editions
from coi_audit.audit.unit import Unit
from coi_audit.model.assurance import Publication
from coi_audit.model.evidence import SourceRef
from coi_audit.model.facts_of_registers import RegisterFacts
from coi_audit.model.interests import Register
from coi_audit.model.words import Examines

REGISTER = "interests"
_EDITION = "edition"
# What the template asks for -> the fields of the model, any of which will do, and how it is called in words.
_TEMPLATE = (
    (("position",), "the position held"),
    (("organisation", "nature"), "the declared interest"),
    (("category",), "the type of interest"),
    (("direct", "relationship"), "whether it is direct or indirect"),
    (("held_from",), "the date from"),
    (("held_until",), "the date to"),
    (("mitigation",), "the action taken to mitigate the risk"),
)


def publication_units(audited: Audited) -> Iterator[Unit]:
    """Whether and when the register was published, on each day that matters; then each edition's columns."""
    yield from _published(audited)
    known = editions(audited)
    for edition in known:
        on = edition.register.edition or audited.last_day
        if audited.within(on) or (on >= audited.began and edition is _newest_before(known, audited.first_day)):
            yield _columns_unit(edition.register, on, audited)
    if not audited.case.registers:
        for day in audited.days_to_ask():
            facts = RegisterFacts(**audited.event(day), register=_EDITION, held=False)
            yield Unit(Examines.REGISTER, facts, evidence=(audited.case.body.source,), interest="columns", lasting=True)


def _newest_before(known: Sequence[Edition], day: date) -> Edition | None:
    before = [one for one in known if one.register.edition is not None and one.register.edition < day]
    return before[-1] if before else None


def _columns_unit(register: Register, on: date, audited: Audited) -> Unit:
    missing = [words for fields, words in _TEMPLATE if not any(_has(register, one) for one in fields)]
    listed = missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} or {missing[-1]}" if missing else ""
    facts = RegisterFacts(
        **audited.event(on), register=_EDITION, file=register.file, edition=register.edition, columns_missing=listed
    )
    return Unit(Examines.REGISTER, facts, evidence=(register.source,), interest=f"columns {listed}", lasting=True)


def _has(register: Register, name: str) -> bool:
    """Whether there is a column for it, or a row tells it all the same."""
    return name in register.columns or any(getattr(one, name) not in (None, "") for one in register.interests)


def _published(audited: Audited) -> Iterator[Unit]:
    told = _publications(audited)
    days = {audited.last_day} if told else set(audited.days_to_ask())
    dated = sorted({one.published_on for one in told if one.published_on is not None})
    days |= {later - timedelta(days=1) for later in dated[1:] if audited.within(later - timedelta(days=1))}
    for day in sorted(days):
        known = [one for one in told if one.published_on is None or one.published_on <= day]
        facts = RegisterFacts(
            **audited.event(day),
            register=REGISTER,
            paper=bool(told),
            published=_open_to_the_public(known or told),
            published_on=max((one.published_on for one in known if one.published_on is not None), default=None),
            published_at=next((one.address for one in reversed(known) if one.address), None),
        )
        sources = tuple(dict.fromkeys(one.source for one in known or told)) or (audited.case.body.source,)
        yield Unit(Examines.REGISTER, facts, evidence=sources, interest=REGISTER, lasting=True)


def _open_to_the_public(told: Sequence[Publication]) -> bool | None:
    """Whether any of them says that the public may see it; False where one says that it may not."""
    if any(one.published or one.on_request or one.published_on or one.address for one in told):
        return True
    return False if any(one.published is False for one in told) else None


def _publications(audited: Audited) -> list[Publication]:
    """What assurance.yaml tells, and every edition that is marked as the published one."""
    assurance = audited.case.records.assurance
    told = [one for one in (assurance.publications if assurance else ()) if one.kept_list == REGISTER]
    for edition in kept_lists(editions(audited))[0]:
        register = edition.register
        if register.public:
            told.append(_of_edition(register.edition, register.source))
    return told


def _of_edition(on: date | None, source: SourceRef) -> Publication:
    return Publication(kept_list=REGISTER, published=True, published_on=on, source=source)
