"""Items named by words of their titles: "an interest in the winter funding item", where items have no numbers."""

from __future__ import annotations

import re

from coi_audit.linking.items.sections import distinct
from coi_audit.linking.participation.view import ItemView

_IN = re.compile(
    r"\b(?:interests?|conflicts?|conflicted|coi)\b(?:\s+of\s+interests?)?\s+(?:in|on|for|with|regarding"
    r"|concerning|relating to"
    r"|in (?:relation|regard) to|with (?:regard|respect) to|in respect of)\s+(?P<what>[^.;:|]{3,120})",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\W*(?P<what>[^‹:;|]{3,120}?)\s*(?::|\s-)\s*‹")  # "Winter funding: Dr Rao (partner)"
_REASON = re.compile(
    r"\s*(?:,|\(|\b(?:as|because|being|due|owing|since|through|by|given|where|which|who|that|and)\b)", re.I
)
_ENOUGH = 0.6  # of the words that matter, how many must stand in one item's title


def names_by_title(text: str, view: ItemView) -> bool | None:
    """True where the words behind "interest in" are this item's title's, False where they are another's, else None.

    So are words that stand before somebody's name as a label does: "Winter funding: Dr Rao (partner)".

    Words of an organisation that the interest is in count for nothing: they name the interest, not the item.
    """
    found = _IN.search(text) or _LABEL.match(text)
    if found is None:
        return None
    own = frozenset().union(*view.scope.organisations) if view.scope.organisations else frozenset()
    said = distinct(_REASON.split(found["what"], maxsplit=1)[0]) - own
    if not said:
        return None
    titles = [one.title for one in view.minutes.sections if one is not view.section and one.title]
    others = max((_share(said, distinct(title)) for title in titles), default=0.0)
    here = _share(said, view.scope.title | distinct(view.section.title if view.section else ""))
    if max(here, others) < _ENOUGH or here == others:
        return None
    return here > others


def _share(said: frozenset[str], title: frozenset[str]) -> float:
    return len(said & title) / len(said)
