"""What an audit tells of papers, people's answers, judgements and actions, the last report: as it may be published."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from coi_audit.audit.public_view import View
from coi_audit.model.answers import AnswerEffect
from coi_audit.model.audit import Audit
from coi_audit.model.evidence import Rejected
from coi_audit.model.given import FromStore
from coi_audit.model.organisations import ListEdition
from coi_audit.model.publication import KeptBack
from coi_audit.model.since import EarlierFinding, Since

_AUTHOR = "somebody of the body"
_PAPER = "a paper"


def published_papers(audit: Audit, view: View) -> Audit:
    """The audit with its papers under public names, nothing quoted of what was not understood, no author of answers."""
    view.times[KeptBack.PROVENANCE] += len(audit.inputs)
    return replace(
        audit,
        inputs=tuple(one.model_copy(update={"path": view.files[one.path]}) for one in audit.inputs),
        organisation_lists=_lists(audit.organisation_lists),
        rejected=tuple(_rejected(one, view) for one in audit.rejected),
        answers=tuple(_answer(one, view) for one in audit.answers),
        since=_since(audit.since) if audit.since is not None else None,
        kept=_given(audit.kept, view) if audit.kept is not None else None,
    )


def _lists(lists: tuple[ListEdition, ...]) -> tuple[ListEdition, ...]:
    taken: Counter[str] = Counter()
    named = []
    for one in lists:
        kind = one.kind.replace("_", " ")
        taken[kind] += 1
        named.append(replace(one, path=f"list of {kind}" if taken[kind] == 1 else f"list of {kind}, {taken[kind]}"))
    return tuple(named)


def _rejected(one: Rejected, view: View) -> Rejected:
    view.times[KeptBack.UNREAD] += 1
    return Rejected(
        file=view.files.get(one.file, _PAPER),
        place=one.place,
        value="",
        problem="a part of this paper was not understood",
        fix="see the edition that is not public, which quotes it.",
    )


def _answer(one: AnswerEffect, view: View) -> AnswerEffect:
    view.times[KeptBack.ANSWER] += 1
    told = one.answer.model_copy(update={"by": _AUTHOR, "remark": None, "papers": (), "about": ""})
    return replace(one, answer=told)


def _given(kept: FromStore, view: View) -> FromStore:
    """Of a judgement its view and day are told, of an action its day and state; not who, nor in what words."""
    view.times[KeptBack.ANSWER] += len(kept.judgements)
    return replace(
        kept,
        judgements=tuple(replace(one, by="", why="") for one in kept.judgements),
        actions=tuple(replace(one, owner=_AUTHOR if one.owner else "", remark="") for one in kept.actions),
    )


def _since(since: Since) -> Since:
    earlier = replace(since.earlier, file="the last report", findings=tuple(map(_earlier, since.earlier.findings)))
    return replace(
        since,
        earlier=earlier,
        resolved=tuple(map(_earlier, since.resolved)),
        in_doubt=tuple(map(_earlier, since.in_doubt)),
        ruled=tuple(map(_earlier, since.ruled)),
        not_looked_at=tuple(map(_earlier, since.not_looked_at)),
    )


def _earlier(one: EarlierFinding) -> EarlierFinding:
    """Of the last report, which may not have been a public one, the rule alone is told."""
    number = one.item if one.item and one.item[:1].isdigit() and len(one.item) < 8 else None
    return replace(one, statement=one.title, item=number)
