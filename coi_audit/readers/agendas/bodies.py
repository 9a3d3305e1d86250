"""Which bodies of a meeting in common an item concerns: by ticked columns, a column of names, or words in its title."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from coi_audit.model.meetings import AgendaItem
from coi_audit.readers.agendas.columns import Columns
from coi_audit.readers.paper_header import distinctive, find_bodies

_AFTER_DASH = re.compile(r"\s[-–—]\s+(?P<names>[^-–—]{3,120})$")
_ONLY = re.compile(r"[(\[](?P<names>[^()\[\]]{3,120})[)\]]\s*$")
_SMALL_WORDS = re.compile(
    r"\b(?:only|and|for|of|to|by|ccgs?|icbs?|committees?|members?|items?|agenda|business|matters|decisions?|concerning"
    r"|relating|specific|&|nhs|the|pccc|primary care commissioning)\b"
)


def body_columns(columns: Columns, bodies: Sequence[str]) -> dict[str, str]:
    """Ticked columns that stand for bodies, by heading: the body named in the header, else the heading itself."""
    found: dict[str, str] = {}
    for label in columns.ticks:
        body = body_named(label, bodies)
        if body is not None:
            found[label] = body
        elif find_bodies([label]):
            found[label] = label
    return found


def stance_columns(columns: Columns, bodies: Sequence[str]) -> dict[str, int]:
    """Columns that tell what each body does with an item ("Decision", "-"), by body; none unless two have one."""
    found = {}
    for label, at in columns.stances.items():
        body = body_named(label, bodies) or (label if find_bodies([label]) else None)
        if body is not None:
            found[body] = at
    return found if len(found) > 1 else {}


def body_named(words: str, bodies: Sequence[str]) -> str | None:
    """The body that a few words stand for: its own words, a part of them, or their first letters."""
    own = distinctive(words)
    if not own:
        return None
    tests: tuple[Callable[[str], bool], ...] = (
        lambda body: own == distinctive(body),
        lambda body: f" {own} " in f" {distinctive(body)} " or own in distinctive(body),
        lambda body: own == _initials(body),
        lambda body: _first_letters(own, body),
    )
    for test in tests:
        named = [body for body in bodies if test(body)]
        if len(named) == 1 or (named and test is tests[0]):
            return named[0]
    return None


def bodies_in_words(text: str, bodies: Sequence[str]) -> tuple[str, ...]:
    """The bodies a cell names ("Wexcombe and Ferndale"); empty for all of them, and for words that name none."""
    if not text.strip():
        return ()
    whole = body_named(text, bodies)
    parts = [part for part in re.split(r"\s*(?:[,;/&+\n]|\band\b)\s*", text) if part.strip()]
    named = [whole] if whole else [body_named(part, bodies) for part in parts]
    found = tuple(body for body in bodies if body in named)
    return found if None not in named and len(found) < len(bodies) else ()


def names_only_bodies(text: str) -> bool:
    """Whether a line names bodies and nothing else: "NHS Northfield CCG", "Items for NHS Northfield CCG only"."""
    bodies = find_bodies([text])
    return bool(bodies) and not _spare_words(text, bodies)


def with_bodies_of_words(item: AgendaItem, bodies: Sequence[str]) -> AgendaItem:
    """The item with the bodies that its title's end names, else the heading above it: "(Northfield only)"."""
    told = _with_bodies_of_title(item, bodies)
    if told.bodies or not item.section or len(bodies) < 2:
        return told
    words = f" {distinctive(item.section)} "
    named = tuple(body for body in bodies if f" {distinctive(body)} " in words)
    if not named or len(named) == len(bodies) or _spare_words(item.section, named):
        return told
    return told.model_copy(update={"bodies": named})


def _spare_words(text: str, bodies: Sequence[str]) -> str:
    spare = f" {distinctive(re.sub(r'[/,;]', ' ', text))} "
    for body in bodies:
        spare = spare.replace(f" {distinctive(body)} ", "  ")
    return _SMALL_WORDS.sub(" ", spare).strip()


def _with_bodies_of_title(item: AgendaItem, bodies: Sequence[str]) -> AgendaItem:
    match = _ONLY.search(item.title)
    after = _AFTER_DASH.search(item.title)
    if match is None and len(bodies) > 1 and after and find_bodies([after["names"]]):
        match = after
    if item.bodies or match is None or len(bodies) < 2:
        return item
    words = f" {distinctive(re.sub(r'[/,;]', ' ', match['names']))} "
    named = tuple(body for body in bodies if f" {distinctive(body)} " in words)
    if not named or len(named) == len(bodies) or _spare_words(match["names"], named):
        return item
    return item.model_copy(update={"bodies": named})


def _initials(body: str) -> str:
    return "".join(word[0] for word in distinctive(body).split())


def _first_letters(own: str, body: str) -> bool:
    """ "m a" and "ma" for Mansfield and Ashfield: the first letters of the words that are not small ones."""
    letters = own.replace(" ", "")
    words = [word for word in distinctive(body).split() if word not in ("and", "of", "the", "upon")]
    return len(letters) <= 4 and letters == "".join(word[0] for word in words)
