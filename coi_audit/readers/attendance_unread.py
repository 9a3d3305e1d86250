"""Lines of an attendance list that are built like a person's and hold no name that was known for one."""

from __future__ import annotations

import re

from coi_audit.model.evidence import Rejected, SourceRef

_LIKE_A_PERSON = re.compile(r"^[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}\s*(?:,| [-–—]|\t|\()\s*\S")


def like_a_person(text: str) -> bool:
    """Two to four words and then a comma, a dash, a tab or a bracket with more behind it: "Judy Lane, Lay Member"."""
    return _LIKE_A_PERSON.match(text.strip()) is not None


def unnamed_in(text: str, source: SourceRef) -> list[tuple[str, SourceRef]]:
    """The line with its place where it is built like a person's, else nothing."""
    return [(text.strip(), source)] if like_a_person(text) else []


def no_name_in(text: str, source: SourceRef) -> Rejected:
    """Somebody on a list of those there whose name was not known for one."""
    place = source.place().removeprefix(source.file).lstrip(", ")
    fix = "write the person's title before the name (Mrs Judy Lane), or check that nobody is missing from the list"
    return Rejected(
        file=source.file, place=place, value=text[:200], problem="no person's name was read in this line", fix=fix
    )
