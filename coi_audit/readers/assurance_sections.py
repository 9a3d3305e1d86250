"""The sections of assurance.yaml that are more than a list: publication, policy, breaches, readiness."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from coi_audit.model.assurance import Breach, CommitteeTerms, Policy, Publication, ReadinessAnswer
from coi_audit.readers.assurance_keys import BREACH, LISTS, POLICY, PUBLICATION, TERMS
from coi_audit.readers.policy_elements import element_keys, element_of
from coi_audit.readers.told_values import done, not_told, says_no_more, says_nothing_is_there, told_day, yes_or_no
from coi_audit.readers.yaml_entries import Entry
from coi_audit.strict_yaml import Path_

_NO_REASON = re.compile(r"\s*(?:there is )?no reason\b", re.IGNORECASE)
_KEPT_LISTS = {
    "register_of_interests": "interests",
    "gifts_register": "gifts",
    "procurement_register": "procurement",
    "breaches": "breaches",
}


def publications_of(top: Entry) -> tuple[Publication, ...]:
    """What is said of each list that must be published; a list of entries tells of several days."""
    value = top.values.get("publication")
    if not_told(value):
        return ()
    if not isinstance(value, Mapping):
        top.faults.add(
            ("publication",), value, "the lists and where they are published are expected here",
            f"write below it one line a list: {', '.join(LISTS)}.",
        )  # fmt: skip
        return ()
    section = Entry(top.faults, ("publication",), value)
    section.check_keys(LISTS, of="publication")
    found = []
    for key, kept in _KEPT_LISTS.items():
        told = value.get(key)
        for at, one in enumerate(told if isinstance(told, list) else [told]):
            path: Path_ = ("publication", key, at) if isinstance(told, list) else ("publication", key)
            if not not_told(one):
                found.append(_publication(Entry(top.faults, path, _as_mapping(one)), kept))
    return tuple(found)


def _as_mapping(told: object) -> Mapping[str, object]:
    """Yes, no, a day or an address alone, under the key it belongs to."""
    if isinstance(told, Mapping):
        return told
    if isinstance(told, date):
        return {"published_on": told}
    text = str(told).strip().casefold()
    if text.startswith(("http", "www.")) or ("." in text and " " not in text):
        return {"address": told}
    return {"on_request": True} if "on request" in text else {"published": told}


def _publication(entry: Entry, kept_list: str) -> Publication:
    entry.check_keys(PUBLICATION, of="publication")
    address = None if not_told(entry.values.get("address")) else entry.text("address")
    day = told_day(entry, "published_on", beside="published")
    published = done(yes_or_no(entry, "published"), day)
    return Publication(
        kept_list=kept_list,
        published=True if published is None and address else published,
        published_on=day,
        address=address,
        on_request=yes_or_no(entry, "on_request"),
        source=entry.faults.source(*entry.path),
    )


def policy_of(top: Entry) -> Policy | None:
    """The policy; a title alone is one, "none" says there is none."""
    value = top.values.get("policy")
    source = top.faults.source("policy")
    if not_told(value):
        return None
    if says_nothing_is_there(value):
        return Policy(exists=False, source=source)
    if value is True:
        return Policy(exists=True, source=source)
    entry = Entry(top.faults, ("policy",), value if isinstance(value, Mapping) else {"title": value})
    entry.check_keys(POLICY, of="the policy")
    exists, approved = yes_or_no(entry, "exists"), entry.day("approved_on")
    title = entry.text("title") or ""
    covered, lacking = _covered(entry)
    return Policy(
        exists=True if exists is None and (title or approved or covered) else exists,
        title=title,
        approved_on=approved,
        elements=tuple(covered),
        missing=tuple(key for key in lacking if key not in covered),
        breach_notice_required=yes_or_no(entry, "breach_notice_to_nhs_england"),
        source=source,
    )


def _covered(entry: Entry) -> tuple[list[str], list[str]]:
    """The keys of the elements it covers and of those it lacks, in the order of Annex J."""
    told: dict[str, bool] = {}
    if str(entry.values.get("covers")).strip().casefold() in ("all", "all elements", "everything", "true"):
        told = dict.fromkeys(element_keys(), True)
    else:
        told.update(_elements(entry, "covers", True))
    told.update(_elements(entry, "lacks", False))
    order = element_keys()
    return [key for key in order if told.get(key)], [key for key in order if told.get(key) is False]


def _elements(entry: Entry, key: str, named: bool) -> Iterator[tuple[str, bool]]:
    """Elements of a list, or of a mapping element: yes or no; words that name no element are a fault."""
    value = entry.values.get(key)
    if not_told(value) or says_nothing_is_there(value):
        return
    if isinstance(value, Mapping):
        answers = Entry(entry.faults, (*entry.path, key), value)
        pairs = [(str(word), yes_or_no(answers, str(word)), (*answers.path, word)) for word in value]
        told = [(word, answer is named, path) for word, answer, path in pairs if answer is not None]
    else:
        words = value if isinstance(value, list) else [value]
        told = [(str(word), named, (*entry.path, key, at)) for at, word in enumerate(words)]
    for word, covered, path in told:
        element = element_of(word)
        if element is not None:
            yield element, covered
        else:
            fix = f"use one of {', '.join(element_keys())}."
            entry.faults.add(path, word, "is not an element of a conflicts of interest policy known here", fix)


def breach_of(entry: Entry) -> Breach | None:
    """One breach of the body's own list."""
    entry.check_keys(BREACH, of="a breach")
    published_on = told_day(entry, "published_on", beside="published")
    notified_on = told_day(entry, "notified_nhs_england_on", beside="notified_nhs_england")
    logged_on = told_day(entry, "logged_on", beside="logged")
    by = _words(entry, "investigated_by")
    investigated, learning = yes_or_no(entry, "investigated"), entry.values.get("learning")
    return Breach(
        reference=entry.text("reference") or "",
        logged=done(yes_or_no(entry, "logged"), logged_on),
        happened_on=entry.day("happened_on"),
        found_on=entry.day("found_on"),
        logged_on=logged_on,
        nature=entry.text("nature") or "",
        confirmed=yes_or_no(entry, "confirmed"),
        investigated=True if investigated is None and by else investigated,
        investigated_by=by,
        outcome=_words(entry, "outcome"),
        learning="" if learning is False or says_no_more(learning) else _words(entry, "learning"),
        published=done(yes_or_no(entry, "published"), published_on),
        published_on=published_on,
        notified_nhs_england=done(yes_or_no(entry, "notified_nhs_england"), notified_on),
        notified_nhs_england_on=notified_on,
        source=entry.faults.source(*entry.path),
    )


def terms_of(entry: Entry) -> CommitteeTerms:
    """What one committee's terms of reference say of GPs' votes and of standing invitations."""
    entry.check_keys(TERMS, of="terms of reference")
    reason, invites = entry.values.get("gp_vote_reason"), entry.values.get("invites")
    none_given = reason is False or says_no_more(reason) or _NO_REASON.match(str(reason)) is not None
    return CommitteeTerms(
        committee=entry.text("committee") or "",
        gp_vote_reason="" if none_given else "it is recorded" if reason is True else _words(entry, "gp_vote_reason"),
        invites=None if not_told(invites) else () if says_nothing_is_there(invites) else entry.texts("invites"),
        source=entry.faults.source(*entry.path),
    )


def _words(entry: Entry, key: str) -> str | None:
    return None if not_told(entry.values.get(key)) else entry.text(key)


def readiness_of(top: Entry) -> tuple[ReadinessAnswer, ...]:
    """The answers of a body that asks for delegated authority, as it gives them."""
    value = top.values.get("readiness")
    if not isinstance(value, Mapping):
        if not not_told(value):
            fix = 'write below it one line a question: "question: answer".'
            top.faults.add(("readiness",), value, "questions with their answers are expected here", fix)
        return ()
    return tuple(
        ReadinessAnswer(question=question, answer=answer, source=top.faults.source(*path))
        for path, question, answer in _answers(("readiness",), "", value)
        if answer
    )


def _answers(path: Path_, above: str, value: object) -> Iterator[tuple[Path_, str, str]]:
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _answers((*path, key), f"{above}, {key}" if above else str(key), one)
    else:
        yield path, above, "" if value is None else _in_words(value)


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(_in_words(one) for one in value)
    return " ".join(str(value).split())
