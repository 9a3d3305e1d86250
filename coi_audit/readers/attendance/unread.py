"""Lines of an attendance list in which somebody may stand whose name was not known for one: each is told."""

from __future__ import annotations

import re

from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.readers.attendance.names import NAME_TITLE, is_name, tells_post
from coi_audit.readers.minutes.headings import VERB
from coi_audit.readers.person_words import BOTH_NAME_AND_POST, NO_NAME, PLACE_ENDS, POST_WORDS

_SEPARATOR = re.compile(r"\s*,\s*|\s+[-–—]+\s+|\s*[–—]\s*|\t+|\s{2,}|\s*:\s+|\s*(?=[(\[])|\s*/\s*")
_NOBODY = re.compile(
    r"^(?:tbc|tba|tbd|to be (?:confirmed|appointed|advised)|not applicable|n/?a|nil|none|no[- ]one|nobody|as above"
    r"|quora(?:te|cy)|all|see (?:above|below))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]\S*")  # misread letters and all: "J*ne", "T0m"
_MOST_WORDS = 14


def worth_telling(text: str, *, listed: bool = False, marked: bool = False) -> bool:
    """Whether somebody may be lost with a line of a list that names nobody who was known.

    `listed` where it stands in a table of names, so that only posts, notes and blanks are nothing; `marked` where it
    is set like a heading. Posts alone, notes in brackets, vacancies and sentences are never told.
    """
    words = text.strip(" *•·-–—;.")
    if re.match(r"^[^\w]*\?", words):
        return True
    if not re.search(r"[^\W\d_]{2}", words) or _NOBODY.match(words) or len(words.split()) > _MOST_WORDS:
        return False
    if re.fullmatch(r"[(\[][^()\[\]]*[)\]]", words):
        return is_name(words[1:-1], sure=True)
    if NAME_TITLE.match(words):
        return not VERB.search(words)
    first, *behind = [part for part in _SEPARATOR.split(words) if part.strip()]
    if _only_posts(first):
        return any(is_name(part, sure=True) for part in behind)
    if text.strip().endswith(":") or VERB.search(words):
        return False
    return listed or _built_like_a_person(first, behind, marked=marked)


def _only_posts(words: str) -> bool:
    """Whether a word of a post or an organisation stands in them, but for one at the end that is a surname as well."""
    tokens = [token.casefold().strip(".,'’") for token in words.split()]
    known = [token in NO_NAME or token in POST_WORDS for token in tokens]
    return (
        all(known) or known[0] or (known[-1] and tokens[-1] not in PLACE_ENDS | BOTH_NAME_AND_POST) or any(known[:-1])
    )


def _built_like_a_person(first: str, behind: list[str], *, marked: bool) -> bool:
    """ "Judy, Lay Member", "judy smith (Chair)"; without a post only where every word begins with a capital."""
    tokens = first.split()
    if not all(_WORD.fullmatch(token) for token in tokens) or len(tokens) > 5:
        return False
    posted = bool(behind) and tells_post(behind[0])
    if len(tokens) == 1:
        return posted or (not behind and not marked and first.istitle())
    large = all(token[0].isupper() for token in tokens)
    if tokens[-1].casefold() in BOTH_NAME_AND_POST:
        return posted and large  # "Community Nurse" alone is a post
    if behind:
        return large or posted
    return large and not marked


def unnamed_in(text: str, source: SourceRef, *, marked: bool = False) -> list[tuple[str, SourceRef]]:
    """The line with its place where somebody may be lost with it, else nothing."""
    return [(text.strip(), source)] if worth_telling(text, marked=marked) else []


def no_name_in(text: str, source: SourceRef) -> Rejected:
    """Somebody on a list of those there whose name was not known for one."""
    place = source.place().removeprefix(source.file).lstrip(", ")
    fix = "write the person's title before the name (Mrs Judy Lane), or check that nobody is missing from the list"
    return Rejected(
        file=source.file, place=place, value=text[:200], problem="no person's name was read in this line", fix=fix
    )
