"""Entries of a list of declarations that were taken for items: "PC/44: Dr Lal's practice holds the contract"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coi_audit.model.meetings import MinutesSection, Passage


def with_own_entries(sections: Sequence[MinutesSection], declares: Callable[[str], bool]) -> tuple[MinutesSection, ...]:
    """The sections, where those right behind the declarations whose numbers come again later go back into them.

    A number stands at the head of an item once; where it stands in front of words under declarations, and then again
    over the item itself, the first of the two names the item that an interest is in.
    """
    kept: list[MinutesSection] = []
    own: int | None = None  # where the open list of declarations stands among those kept
    for index, section in enumerate(sections):
        if own is not None and _comes_again(section, sections[index + 1 :]):
            kept[own] = _joined(kept[own], section)
            continue
        own = len(kept) if declares(section.title) else None
        kept.append(section)
    return tuple(kept)


def _comes_again(section: MinutesSection, later: Sequence[MinutesSection]) -> bool:
    return bool(section.number) and any(
        one.number == section.number and one.title and one.private == section.private for one in later
    )


def _joined(own: MinutesSection, entry: MinutesSection) -> MinutesSection:
    words = [entry.title, *(passage.text for passage in entry.passages)]
    first, *more = [one for one in words if one] or [""]
    told = Passage(text=f"Item {entry.number}: {first}", source=entry.source)
    rest = [Passage(text=one, source=entry.source) for one in more]
    if rest and not entry.title:  # paragraphs behind the entry speak of the list again
        rest = list(entry.passages[1:])
    return own.model_copy(update={"passages": (*own.passages, told, *rest)})
