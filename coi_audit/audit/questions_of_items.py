"""What an agenda item is about, where neither its title nor the words under it say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from coi_audit.audit.examine import Examined
from coi_audit.audit.items import ClassifiedItem
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.questions_of_names import item_place
from coi_audit.linking.answers import item_matter
from coi_audit.linking.items.sections import find_section
from coi_audit.model.answers import NO_ORGANISATION, Choice, Question, QuestionKind, fact, question_id
from coi_audit.model.words import Confidence, Match, OrganisationKind, Purpose, Scope

SCOPE_WORDS = {
    Scope.NONE: "nobody: no practice and no other provider",
    Scope.INTERNAL: "the body itself: pay, posts, its own rules",
    Scope.NAMED_PRACTICE: "one practice or a few practices that can be named",
    Scope.SOME_PRACTICES: "a group of practices: a locality, a network",
    Scope.ALL_PRACTICES: "every practice",
    Scope.OTHER_PROVIDER: "another provider: a company, federation, trust, charity or supplier",
}
PURPOSE_WORDS = {
    Purpose.DECISION: "to decide or approve something",
    Purpose.DISCUSSION: "to discuss it, without deciding",
    Purpose.INFORMATION: "to note it",
}
_TOUCHING = (Scope.NAMED_PRACTICE, Scope.SOME_PRACTICES, Scope.ALL_PRACTICES, Scope.OTHER_PROVIDER)
_NOTHING_RAISED = re.compile(
    r"\b(?:no|none|nil|nothing|not any)\b[^.]{0,60}(?:\b(?:business|items?|matters?|raised|issues?)\b|\.|$)",
    re.IGNORECASE,
)
_SHORT = 40  # words: what is longer tells of something that was raised
_MOST_CHOICES = 12
_SHOWN = 300  # letters of the minutes that a question shows


def item_questions(one: Examined, knowledge: Knowledge) -> Iterator[Question]:
    """Whom each unclear item of one meeting touches, and what follows from that."""
    for item in one.items:
        if not item.ours or item.heading:
            continue
        classification = item.classification
        if classification.scope is Scope.NAMED_PRACTICE and not item.context.parties:
            yield _party(item, one, knowledge)
            nobody = (_id(QuestionKind.ITEM_PARTY, item, one), (NO_ORGANISATION,))
            yield replace(_scope(item, one), after=nobody)
            yield _purpose(item, one)
            yield _type(item, one, knowledge)
        elif classification.confidence is Confidence.ASK and _is_vague(item, one):
            yield _scope(item, one)
            yield _purpose(item, one)
            yield _type(item, one, knowledge)
            yield _party(item, one, knowledge, after=(_id(QuestionKind.ITEM_SCOPE, item, one), _NAMING))


_NAMING = (Scope.NAMED_PRACTICE.value, Scope.OTHER_PROVIDER.value)


def _is_vague(item: ClassifiedItem, one: Examined) -> bool:
    """Whether the item itself is in doubt, not only the name of an organisation in it; what "any other business"
    holds is asked only where the minutes tell that something was raised."""
    if item.classification.procedure is not None:
        return _raised(item, one) is not None
    if item.classification.scope is Scope.INTERNAL:
        return False
    return all(party.outcome is Match.MATCHED for party in item.context.parties)


def _raised(item: ClassifiedItem, one: Examined) -> str | None:
    """What the minutes tell under the item, None where they say that there was nothing, or say nothing."""
    for minutes in one.meeting.minutes:
        section = find_section(minutes, item.item)
        text = " ".join(passage.text for passage in section.passages).strip() if section is not None else ""
        if text:
            nothing = len(text.split()) <= _SHORT and _NOTHING_RAISED.search(text)
            return None if nothing else text
    return None


def _id(kind: QuestionKind, item: ClassifiedItem, one: Examined) -> str:
    return question_id(kind, *item_matter(one.meeting, item.item))


def _named(item: ClassifiedItem) -> str:
    return f'item {item.item.number}, "{item.item.title}"' if item.item.number else f'"{item.item.title}"'


def _question(
    kind: QuestionKind, item: ClassifiedItem, one: Examined, *, asks: str, choices: tuple[Choice, ...]
) -> Question:
    words = item.item
    raised = _raised(item, one)
    known = [("The agenda says", " | ".join(part for part in (words.title, words.action, words.text) if part))]
    known += [("The minutes say", raised[:_SHOWN])] if raised else []
    was = item.classification
    taken = f"{SCOPE_WORDS[was.scope].split(':')[0]}; {PURPOSE_WORDS[was.purpose]}"
    return Question(
        id=_id(kind, item, one),
        kind=kind,
        asks=asks,
        about=words.title,
        choices=choices,
        now=f"It is taken to touch {taken}. {' '.join(was.because)}",
        known=tuple(known),
        evidence=(words.source,),
        papers=(fact(words.action, words.section, words.text, words.paper) or "only its title",),
        where=(item_place(item, one),),
        weight=2,
    )


def _scope(item: ClassifiedItem, one: Examined) -> Question:
    choices = tuple(Choice(scope.value, label) for scope, label in SCOPE_WORDS.items())
    return _question(QuestionKind.ITEM_SCOPE, item, one, asks=f"Whom does {_named(item)} touch?", choices=choices)


def _purpose(item: ClassifiedItem, one: Examined) -> Question:
    choices = tuple(Choice(purpose.value, label) for purpose, label in PURPOSE_WORDS.items())
    asks = f"What is the committee asked to do at {_named(item)}?"
    return _after(_question(QuestionKind.ITEM_PURPOSE, item, one, asks=asks, choices=choices), item, one, _TOUCHING)


def _type(item: ClassifiedItem, one: Examined, knowledge: Knowledge) -> Question:
    types = knowledge.vocabulary.types.values()
    choices = tuple(Choice(kind.code, kind.title, kind.code) for kind in types)
    asks = f"What kind of decision is {_named(item)}?"
    return _after(_question(QuestionKind.ITEM_TYPE, item, one, asks=asks, choices=choices), item, one, _TOUCHING)


def _after(question: Question, item: ClassifiedItem, one: Examined, scopes: tuple[Scope, ...]) -> Question:
    first = _id(QuestionKind.ITEM_SCOPE, item, one)
    return replace(question, after=(first, tuple(scope.value for scope in scopes)))


def _party(
    item: ClassifiedItem, one: Examined, knowledge: Knowledge, *, after: tuple[str, tuple[str, ...]] | None = None
) -> Question:
    practices = knowledge.directory.practices(one.meeting.on)
    held = {
        (each.organisation.name, each.organisation.ods_code): f"{each.person.name} has an interest in it"
        for each in one.holdings
        if each.organisation is not None and each.organisation.kind is OrganisationKind.PRACTICE
    }
    few = len(practices) <= _MOST_CHOICES
    named = {(practice.name, practice.ods_code): "" for practice in practices} if few else {}
    offered = [
        Choice(f"{name} ({code})" if code else name, f"{name} ({code})" if code else name, why)
        for (name, code), why in sorted({**named, **held}.items(), key=lambda each: each[0][0])
    ]
    none = Choice(NO_ORGANISATION, "no single practice or provider")
    asks = f"Which practice or provider is {_named(item)} about?"
    question = _question(QuestionKind.ITEM_PARTY, item, one, asks=asks, choices=(*offered, none))
    return replace(question, free="the organisation's name or ODS code", after=after)
