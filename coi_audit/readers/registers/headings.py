"""The headings of registers: the fields a column can hold, and the phrases each is known by (rules/vocabulary)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from coi_audit.errors import RulebookError
from coi_audit.paths import rules_folder
from coi_audit.readers.registers.fields import TICKS, Field
from coi_audit.readers.registers.questions import asked
from coi_audit.readers.registers.short_forms import spelt_out
from coi_audit.readers.registers.words import words
from coi_audit.strict_yaml import parse_yaml

__all__ = ("TICKS", "Field", "Vocabulary", "fold", "recognise", "vocabulary")

_AT_THE_BEGINNING = 12  # how many letters of length a phrase gains by standing at the heading's beginning
_LONGEST_HEADING = 400
_MOST_WORDS = 8  # of a heading that is read by its words alone
# A column that says whether there is anything to declare, and not what.
_YES_OR_NO = re.compile(
    r"\b(?:y or n|yes or no|y n|yes no)\b|^(?:any|do you|does|has|have|is there|are there|whether)\b"
)
_DECLARES = re.compile(
    r"\b(?:interests? to declare|interests?|conflicts?|anything to declare|to declare|declared)\b(?! or indirect)"
)
# One kind of interest, as registers of before 2013 set them side by side: "Any connection with a voluntary body".
_KIND = re.compile(
    r"(?:(?:any|other|all|current) )*(?:(?:non executive |company )?directorships?|(?:part )?ownership|consultancies"
    r"|trusteeships?|offices held|positions? of authority|connections? (?:with|to)|relationships? with"
    r"|contracts? with)\b"
)
_NUMBER_OR_LINK = re.compile(r"\b(?:ids?|url|link|hyperlink|uuid|guid)(?: \d{1,2})?$")
_NUMBERED = re.compile(r"(?<=[a-z]) ?(?:no |number )?\d{1,2}$")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases with their fields, and the headings of other kinds of paper."""

    phrases: dict[str, tuple[tuple[str, Field], ...]]  # by the phrase's first word, the longest phrase first
    other_papers: frozenset[str]
    counts: dict[str, str]  # a heading of a table of counts, and the kind that is counted


@cache
def vocabulary() -> Vocabulary:
    """The table of headings. Raises `RulebookError` where it names an unknown field or the same phrase twice."""
    path = rules_folder() / "vocabulary" / "register_columns.yaml"
    where = f"rules/vocabulary/{path.name}"
    read = parse_yaml(path.read_text(encoding="utf-8"), where=where)
    if not isinstance(read.data, dict) or set(read.data) != {"columns", "other_papers", "counts"}:
        raise RulebookError(
            "it must hold exactly `columns`, `other_papers` and `counts`.", where=where, fix="restore the file."
        )
    seen: dict[str, Field] = {}
    for name, phrases in read.data["columns"].items():
        line = f"{where}, line {read.line('columns', name)}"
        if name not in set(Field):
            raise RulebookError(f'"{name}" is no known field.', where=line, fix=f"use one of {', '.join(Field)}.")
        for phrase in _texts(phrases, line):
            if seen.get(fold(phrase), Field(name)) != name:
                raise RulebookError(
                    f'the phrase "{phrase}" stands for two fields.', where=line, fix="keep one of the two."
                )
            seen[fold(phrase)] = Field(name)
    others = frozenset(fold(phrase) for phrase in _texts(read.data["other_papers"], where))
    index: dict[str, list[tuple[str, Field]]] = {}
    for phrase, found in sorted(seen.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        index.setdefault(phrase.split(" ", 1)[0], []).append((phrase, found))
    counts = {fold(one): kind for kind, names in read.data["counts"].items() for one in _texts(names, where)}
    return Vocabulary({first: tuple(pairs) for first, pairs in index.items()}, others, counts)


def _texts(value: Any, where: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise RulebookError("a list of phrases is expected here.", where=where, fix="write [phrase, phrase].")
    return value


@lru_cache(maxsize=8192)
def fold(heading: str) -> str:
    """A heading without case, punctuation, footnote marks or plurals, "&" and "/" spelt out as words would be."""
    spelt = (
        re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", heading)
        .casefold()
        .replace("&", " and ")
        .replace(" (s)", "s")
        .replace("(s)", "s")
        .replace("%", " percent ")
    )
    spelt = re.sub(r"\be\.?g\.?\b|\bi\.e\.?", " ", spelt)
    spelt = re.sub(r"[’']", "", spelt)
    spelt = re.sub(r"\b(interest|position|declaration|organisation|detail|description)s\b", r"\1", spelt)
    return " ".join(re.sub(r"[^\w]+|_", " ", re.sub(r"\s*/\s*", " or ", spelt)).split())


@lru_cache(maxsize=4096)
def recognise(heading: str) -> Field | None:
    """The field a heading names, or None."""
    folded = spelt_out(fold(heading))
    if not folded or len(folded) > _LONGEST_HEADING:
        return None
    if _YES_OR_NO.search(folded) and _DECLARES.search(folded):
        return Field.DECLARES
    if (told := _of_codes(folded) or asked(folded)) is not None:
        return told
    if _NUMBER_OR_LINK.search(folded):
        return Field.IGNORED
    folded = _NUMBERED.sub("", folded)  # "Interest 2"
    if (span := _of_span(folded)) is not None:
        return span
    if _KIND.match(folded):
        return Field.KIND
    best: tuple[int, Field] | None = None
    index, padded = vocabulary().phrases, f"{folded} "
    start = 0
    for word in folded.split(" "):
        for phrase, found in index.get(word, ()):
            if not padded.startswith(f"{phrase} ", start):
                continue
            if found in _WHOLE_ONLY and folded != phrase and not _begins(folded, phrase):
                continue
            score = len(phrase) + (_AT_THE_BEGINNING if start == 0 else 0)
            if best is None or score > best[0]:
                best = (score, found)
        start += len(word) + 1
    return best[1] if best else _by_its_words(folded)


# Headings that no list of phrases can foresee, by what they speak of: the act of declaring with a date, or a body.
_TOLD = r"\b(?:return|declar|sign|submi|receiv|updat|complet|regist|review|notif|made)"
_BY_WORDS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (Field.PERSON, re.compile(r"\b(?:surname|last name|family name)\b.*\b(?:first|fore|forename|given|initials?)\b")),
    (Field.PERSON, re.compile(r"\b(?:first|fore|given) ?names?\b.*\b(?:surname|last name|family name)\b")),
    (
        Field.PERSON,
        re.compile(
            r"^(?!.*\b(?:organisation|company|practice|surgery|business|provider|supplier|employer|event|project|firm|"
            r"charity|body|committee|file|manager|user|payer|donor|sponsor|relative|spouse|partner|family|person)\b)"
            r".*\bnames?\b"
        ),
    ),
    (Field.DECLARED_ON, re.compile(rf"\b(?:date|when|day)\b.*{_TOLD}")),
    (Field.DECLARED_ON, re.compile(r"\b(?:return|declaration|form|register|entry|record)\b.*\b(?:date|\w+ed)\b")),
    (
        Field.ORGANISATION,
        re.compile(
            r"^(?:name of )?(?:the )?(?:(?:other|outside|external|related|relevant) )?"
            r"(?:organisation|company|business|employer|firm|charity|body|payer|donor|sponsor)\b"
            r"(?! (?:nature|status|is|type))"
        ),
    ),
    (Field.MITIGATION, re.compile(r"\b(?:mitigat\w*|manage(?:d|ment)?|safeguards?|handled)\b")),
    (Field.NATURE, re.compile(r"\b(?:interest|conflict|involvement|connection)s?\b")),
)


def _by_its_words(folded: str) -> Field | None:
    if len(folded.split()) > _MOST_WORDS:
        return None
    return next((found for found, pattern in _BY_WORDS if pattern.search(folded)), None)


# Headings of nothing but when an interest began or ended: "Interest held until", "Date on which it ceased".
_SPAN = re.compile(
    r"(?:(?:the|this|your|any|if|applicable|relevant|actual|approx(?:imate)?|dates?|day|month|year|when|period|time|of|in|on|at|from"
    r"|which|interest|relationship|involvement|connection|was|is|has|been|it|did|held|hold|and|or|since|starts?|started"
    r"|starting|began|begins?|begun|beginning|commences?|commenced|commencing|commencement|arose|acquired|to|until|till|ends?|ended"
    r"|ending|ceases?|ceased|cessation|finish|finishes|finished|expires?|expired|expiry) ?)+"
)
_BEGAN = re.compile(r"\b(?:from|since|start\w*|beg[aiu]n\w*|commenc\w*|arose|acquired)\b(?! which)")
_ENDED = re.compile(r"\b(?:to|until|till|end\w*|ceas\w*|cessation|finish\w*|expir\w*)\b(?! which)")


def _of_span(folded: str) -> Field | None:
    if _SPAN.fullmatch(folded) is None:
        return None
    began, ended = _BEGAN.search(folded) is not None, _ENDED.search(folded) is not None
    if began and ended:
        return Field.PERIOD
    return Field.HELD_FROM if began else Field.HELD_UNTIL if ended else None


def _of_codes(folded: str) -> Field | None:
    """A heading made of type codes only: "F/NFP/NFPe" heads types, "D/I" says direct or indirect."""
    meanings = {words().codes.get(code) for code in folded.split(" or ")}
    if len(meanings) < 2 or None in meanings:
        return None
    return Field.DIRECT if meanings <= {"direct", "indirect"} else Field.CATEGORY


# Short words that mean a column only where the heading is hardly more than the word itself.
_WHOLE_ONLY = frozenset(
    {
        *(Field.PERSON, Field.SURNAME, Field.FORENAME, Field.HONORIFIC, Field.PRACTICE, Field.IGNORED),
        *(Field.NIL, Field.PLAIN_DATE, Field.PERIOD, Field.HELD_FROM, Field.HELD_UNTIL, Field.SHARE),
        *TICKS,
        Field.KIND,
    }
)


def _begins(folded: str, phrase: str) -> bool:
    long_enough = " " in phrase or phrase == "name"
    return folded.startswith(f"{phrase} ") and len(folded) <= len(phrase) + 60 and long_enough
