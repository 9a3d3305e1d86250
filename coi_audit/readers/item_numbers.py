"""Item numbers as agendas and minutes write them ("6.", "8.1", "14/18", "PCCC/17/06", "Item 6:"), and their order."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LABEL = r"(?P<label>(?:agenda\s+)?items?\s*(?:no\.?|number|ref\.?)?\s*)?"
_OF_A_YEAR = (
    r"(?:APMS|BCF|CQC|DATE|DES|DRAFT|ETTF|FY|GMS|GP|GPFV|LCS|LES|LIS|NHS|PART|PCNS?|PLAN|PMS|QIPP|QOF|SDF|STP)\b"
)
_SPACED = rf"(?!{_OF_A_YEAR})(?-i:[A-Z]{{2,5}}) \d{{1,3}}/\d{{1,4}}(?!/)"  # "PCCC 18/20", but no "QOF 18/19"
_REFERENCE = (
    rf"{_SPACED}|[A-Za-z]{{1,10}}(?:[/-][A-Za-z]{{1,10}})?(?:[/-]?\d{{1,4}}(?:[/.-]\d{{1,4}}){{1,3}}|/\d{{1,4}})[a-z]?"
)
_YEARLY = r"\d{1,3}/(?:20)?\d{2}(?:\.\d{1,2})?(?:/\d{1,3})?|20\d{2}/\d{1,3}(?:\.\d{1,2})?"
_DOTTED = r"\d{1,3}(?:\.\d{1,2}){0,3}(?:\s?\([a-z]{1,3}\)|\.?[a-j](?![a-z]))?"
_LETTERED = r"[A-Z]\d{1,2}(?:\.\d{1,2})?"
_NUMBER = re.compile(
    rf"^\s*{_LABEL}(?P<number>{_REFERENCE}|{_YEARLY}|{_DOTTED}|{_LETTERED})(?P<stop>[.):]*)(?P<gap>\s*[-–—:]\s+|\s+|$)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"^\s*{_LABEL}(?P<number>{_REFERENCE}|{_YEARLY}|{_DOTTED}|{_LETTERED})[.):]*\s*$", re.IGNORECASE)
_SUB_LETTER = re.compile(r"^\(?(?P<letter>[a-z]|[ivx]{1,4})[).]\s+(?=\S)")
_TIME = re.compile(
    r"^\s*(?P<time>(?:[01]?\d|2[0-3])(?:[.:][0-5]\d\s*(?:am|pm|hrs|hours|noon)?|\s*(?:am|pm)))"
    r"(?:\s*(?:-|–|to)\s*(?:[01]?\d|2[0-3])[.:]?[0-5]?\d?\s*(?:am|pm)?)?(?:\s+|$)",
    re.IGNORECASE,
)
_FINANCIAL_YEAR = re.compile(r"^20(\d\d)/(\d\d)$")
_DATE_FOLLOWS = re.compile(
    r"^(?:st|nd|rd|th)?\s*(?:of\s+)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?=\W*(?:\d|$))",
    re.IGNORECASE,
)
_UNIT_FOLLOWS = re.compile(
    r"^(?:am|pm|noon|hrs|hours|minutes(?!\s+of\b)|mins|members|patients|practices|%|per cent|years?|months?|days?"
    r"|weeks?)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^(?:(?:[A-Z][\w'’.-]*|of|the|and|&),?\s+){0,6}"  # "12 Mill Lane", but no "List closure at Mallow Court"
    r"(?:Street|Road|Lane|Avenue|Square|Way|Drive|Place|Court|Crescent|Terrace|Parade)\s*(?:,|$)"
    r"|\b[A-Z]{1,2}\d\w? \d[A-Z]{2}\b"
)


ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number that was typed in front of a text. `strong` means a stop, a tab, a label or a wide gap follows it."""

    number: str
    rest: str
    strong: bool
    time: str = ""


def typed_number(text: str) -> Numbered | None:
    """The item number typed at the start of a line, and the words behind it; a time of day before it is stepped over.

    Dates, times, financial years and quantities are no numbers.
    """
    time, words = _step_over_time(text)
    match = _NUMBER.match(words)
    if match is None:
        return None
    number, rest = _tidy(match["number"]), words[match.end() :].strip()
    if not rest or _is_other_figure(match, number, rest):
        return None
    plain = number.isdigit()
    gap = match["gap"]
    strong = bool(match["stop"] or match["label"] or "\t" in gap or len(gap) > 1 or not plain)
    if (
        plain
        and not strong
        and (not (rest[0].isupper() or rest[0] in "\"'‘“" or re.match(r"20\d\d/\d\d\s", rest)) or _ADDRESS.search(rest))
    ):
        return None
    return Numbered(number, rest, strong, time)


def bare_number(text: str) -> str | None:
    """The item number where the text (a cell) holds nothing else."""
    match = _BARE.match(text)
    if match is None or _FINANCIAL_YEAR.match(match["number"]):
        return None
    return _tidy(match["number"])


def sub_letter(text: str) -> tuple[str, str] | None:
    """The letter of a sub-item ("a)", "(b)") and the words behind it."""
    match = _SUB_LETTER.match(text)
    return (match["letter"], text[match.end() :].strip()) if match else None


class SubItems:
    """Numbers of lettered sub-items: "(b)" under 5 is 5b, "(ii)" under that 5b(ii), "(ii)" right under 5 is 5ii."""

    def __init__(self) -> None:
        self._item = ""
        self._letter = ""
        self._roman = 0  # how many Roman figures were counted at this place

    def number(self, mark: str, last: str) -> str | None:
        """The full number of a mark (a, b, i, ii ...) behind the item last numbered `last`; None where it has none."""
        item = re.match(r"[^a-z(]*", last)
        if not item or not item[0]:
            return None
        if item[0] != self._item or not re.search(r"[a-z]", last):
            self._item, self._letter, self._roman = item[0], "", 0
        if self._is_roman(mark):
            self._roman += 1
            return f"{self._item}{self._letter}({mark})" if self._letter else f"{self._item}{mark}"
        self._letter, self._roman = mark, 0
        return f"{self._item}{mark}"

    def _is_roman(self, mark: str) -> bool:
        """Whether the mark is the next Roman figure: a letter i follows h, any other i begins a deeper list."""
        if mark not in ROMAN:
            return False
        if self._letter and len(mark) == 1 and ord(mark) == ord(self._letter) + 1 and self._roman == 0:
            return False
        return ROMAN.index(mark) == self._roman


def is_time(text: str) -> bool:
    """Whether the text is a time of day or a length of time and nothing else."""
    words = text.strip()
    match = _TIME.match(words)
    if match is not None and match.end() == len(words):
        return True
    return bool(re.fullmatch(r"\d{1,3}\s*(?:mins?|minutes|hours?)\.?|\d{1,3}['’]", words, re.IGNORECASE))


def _step_over_time(text: str) -> tuple[str, str]:
    match = _TIME.match(text)
    if match is None:
        return "", text
    rest = text[match.end() :]
    if _NUMBER.match(rest) and not _TIME.match(rest):
        return match["time"], rest
    return "", text


def _is_other_figure(match: re.Match[str], number: str, rest: str) -> bool:
    year = _FINANCIAL_YEAR.match(number)
    if year and int(year[2]) == (int(year[1]) + 1) % 100:
        return True
    apart = ("\t" in match["gap"] or len(match["gap"]) > 1) and rest[0].isupper()
    loose = number.isdigit() and not match["stop"] and not apart
    if loose and (_DATE_FOLLOWS.match(rest) or _UNIT_FOLLOWS.match(rest)):
        return True
    if re.fullmatch(r"\d{1,2}[.:]\d{2}", number) and (number.endswith("00") or _UNIT_FOLLOWS.match(rest)):
        return True
    letters = re.match(r"[A-Za-z]+", number)
    return bool(letters and not match["stop"] and not re.search(r"[/.-]", number) and len(letters[0]) > 1)


def _tidy(number: str) -> str:
    return re.sub(r"\s+", "", number).rstrip(".):")


class Sequence:
    """Tells an agenda's own numbers from those of lists inside an item: items go up, inner lists start again."""

    def __init__(self, *, furthest_step: int = 6) -> None:
        self._top: int | None = None
        self._last: tuple[int, ...] = ()
        self._step = furthest_step

    def restart(self) -> None:
        """A new part begins: numbers may start again."""
        self._top, self._last = None, ()

    def accepts(self, number: str, *, marked: bool = False) -> bool:
        """Whether the number can be the next item's; `marked` means it stands in a heading or in bold. Remembers it."""
        parts = _parts(number)
        if parts is None:
            return True
        if not self._fits(parts, marked):
            return False
        self._top, self._last = parts[0], parts
        return True

    def _fits(self, parts: tuple[int, ...], marked: bool) -> bool:
        if self._top is None or marked:
            return True
        if parts <= self._last:
            return False
        if len(parts) == 1 or parts[1] == 0:
            return parts[0] - self._top <= self._step
        if parts[0] == self._top:
            before = self._last[1] if len(self._last) > 1 else 0
            return parts[1] - before <= self._step
        return parts[0] - self._top <= 2 and parts[1] <= 2


def _parts(number: str) -> tuple[int, ...] | None:
    if not re.fullmatch(r"\d{1,3}(?:\.\d{1,2})*(?:\.?[a-z]|\([a-z]{1,3}\))?", number):
        return None
    figures = [int(figure) for figure in re.findall(r"\d+", number)]
    letter = re.search(r"[a-z]", number)
    if letter:
        figures.append(ord(letter[0]) - ord("a") + 1)
    return tuple(figures)


def is_sub_number(number: str) -> bool:
    """Whether the number is of a paragraph or sub-item below an item ("8.1", "2a"); "3.0" and "14/18" are not."""
    parts = _parts(number)
    return parts is not None and len(parts) > 1 and parts[1] != 0
