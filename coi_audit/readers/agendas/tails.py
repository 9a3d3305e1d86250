"""Who presents an item, where that stands at its title's end or right under it: "(Chair)", "- Lena Holt", "[NA]"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coi_audit.readers.agendas.draft import Draft
from coi_audit.readers.agendas.words import Fields, is_action, is_anyone, is_paper, take_end
from coi_audit.readers.attendance.names import NAME_TITLE, is_name
from coi_audit.readers.item_numbers import is_time
from coi_audit.readers.person_words import PLACE_BEGINS, PLACE_ENDS, POST_WORDS

_BRACKET = re.compile(r"^(?P<before>.*\S)\s*[(\[](?P<words>[^()\[\]]{1,80})[)\]]\s*$")
_DASH = re.compile(r"^(?P<before>.*\S)\s+[-–—]\s+(?P<words>(?:(?!\s[-–—]\s).){1,80})$")
_JOINED = re.compile(r"\s*(?:/|&|;|,)\s*|\s+and\s+")
_WITHIN = re.compile(r"\s*[,;|]\s*|\s+[-–—]\s+")
_INITIALS = re.compile(r"^[A-Z][A-Za-z]?[A-Z]{1,2}$|^[A-Z]{2}$")
_INITIAL_AND_SURNAME = re.compile(r"^(?:[A-Z]\.?\s?){1,2}\s?(?:Mac|Mc|O[’'])?[A-Z][a-z’'-]+(?:-[A-Z][a-z]+)?$")
_PRESENTED = re.compile(
    r"^(?:(?:to be )?(?:presented|led|introduced|given) by|presenters?|leads?|from)\s*:?\s+", re.IGNORECASE
)
_POST_BEGINS = re.compile(
    r"^(?:(?:deputy|assistant|associate|interim|acting|senior|joint)\s+)*"
    r"(?:director|head|chief|accountable officer|managing director|lay member|lay chair|vice[- ]chair|lead|programme"
    r"|locality)\b",
    re.IGNORECASE,
)
_POST_ENDS = re.compile(
    r"\b(?:director|manager|officer|lead|chair|member|accountant|nurse|secretary|adviser|advisor|pharmacist"
    r"|head of [a-z ]+|director of [a-z ]+)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:report|update|review|plan|appointments?|recruitment|role|terms|post|vacancy|election|policy|objectives"
    r"|summary|remuneration|minutes)\b",
    re.IGNORECASE,
)
_PRACTICE = re.compile(r"\b(?:surger(?:y|ies)|practices?|(?:medical|health) cent(?:re|er)|clinic)\b", re.IGNORECASE)
_LONGEST_POST = 8  # words
_KNOWN = """
AOB AF BAF BCF CCG CQC CSU DES DOI EOI ETTF FFT GB GMS GP GPFV GPIT HR HWB ICB ICP ICS IG IT JSNA KPI LCS LD LES LIS
LMC LTP MH MOU MSK NHS NHSE OD OOH PC PCC PCN PCO PID PMO PMS PPG QOF RAG SAR SDF SEND SLA SOP STP TOR TUPE UC UEC UTC
WIC
"""
_ABBREVIATIONS = frozenset(_KNOWN.split())
_ENDINGS = """
avenue close court covert crescent drive gardens gates grove lodge meadows mews parade rise row terrace villa walk
way wharf
"""
_PLACES = frozenset(_ENDINGS.split())
_PRACTICE_WORDS = frozenset(
    ["ctr", "ctre", "doctors", "family", "gps", "hlth", "hub", "med", "pms", "pract", "surgeries"]
)
_OWN_MATTER = re.compile(
    r"\b(?:closures?|clos(?:e|ing)|mergers?|merge|retire\w*|resign\w*|partner(?:ship)?s?|lists?|contract\w*|application"
    r"|request|branch|relocat\w*|premises|breach|remedial|notice|caretak\w*|dispers\w*|variation|boundary|novat\w*"
    r"|incorporat\w*|rent|grant|single[- ]handed|practice)\b",
    re.IGNORECASE,
)  # what is decided about one practice, which may be called after its doctor
_FEWEST = 3  # titles that end alike, to make it the agenda's way of naming who presents


@dataclass(frozen=True, slots=True)
class _Tail:
    before: str
    words: str
    bracketed: bool


def settle_presenters(drafts: Sequence[Draft], head: Iterable[str], bodies: Sequence[str]) -> None:
    """Move whoever presents from titles, and from the lines right under them, to the presenter's field.

    Words that can only be a person or a post are taken at once. Words that may be a name are taken where the agenda
    ends other titles with a person in the same manner, repeats the name, or lists it in its head (`head`).
    """
    evidence = _Evidence(drafts, " ".join(head), bodies)
    for draft in drafts:
        _settle(draft.fields, evidence)
        _from_below(draft, evidence)


def is_post(text: str) -> bool:
    """Whether the words are a post ("Head of Contracts", "Lay Member") and nothing more."""
    words = text.strip()
    if not 0 < len(words.split()) <= _LONGEST_POST or _ABOUT.search(words) or not words[0].isupper():
        return False
    if not re.fullmatch(r"[\w’'&,/ -]+", words):
        return False
    return bool(_POST_BEGINS.match(words) or _POST_ENDS.search(words))


def surely_somebody(text: str) -> bool:
    """Whether the words can only be people or posts: "Chair", "Dr A. Rao", "Ann Brody, Head of Quality"."""
    words = text.strip().rstrip(".")
    if is_anyone(words) or is_post(words) or _PRESENTED.match(words):
        return True
    name, comma, post = words.partition(",")
    if comma and is_name(name, sure=True) and (is_post(post.strip()) or is_anyone(post) or _is_role(post)):
        return True
    parts = [part for part in _JOINED.split(words) if part]
    return bool(parts) and all(_surely_one(part) for part in parts)


def _surely_one(part: str) -> bool:
    if is_anyone(part) or is_post(part):
        return True
    if NAME_TITLE.match(part):
        return is_name(part, sure=True)
    return bool(_INITIAL_AND_SURNAME.match(part)) and is_name(re.sub(r"^(?:[A-Z]\.?\s?){1,2}(?=[A-Z])", "Dr ", part))


def _only_doctors(text: str) -> bool:
    """Whether the words are doctors without a post: who presents, or the practice that bears the name."""
    return bool(re.match(r"(?:Dr|Drs|Doctor)\b", text)) and "," not in text


def _is_role(text: str) -> bool:
    words = text.casefold().split()
    post = any(word.strip(",.") in POST_WORDS for word in words)
    return post and not _ABOUT.search(text) and not _PRACTICE.search(text)


def maybe_somebody(text: str) -> bool:
    """Whether the words can be names or initials."""
    parts = [part for part in _JOINED.split(text.strip()) if part]
    return bool(parts) and all(is_name(part) or is_initials(part) or _surely_one(part) for part in parts)


def is_initials(text: str) -> bool:
    """Whether the letters can be somebody's initials and are no abbreviation everybody knows."""
    return bool(_INITIALS.match(text)) and text.upper() not in _ABBREVIATIONS


def _may_be_a_place(text: str) -> bool:
    """Whether a name ends as places and practices do ("Beacon Hill"), which may be a surname as well."""
    words = [word.strip(".,") for word in text.casefold().split()]
    return words[-1] in PLACE_BEGINS | PLACE_ENDS | _PLACES or not _PRACTICE_WORDS.isdisjoint(words)


class _Evidence:
    """How this agenda names whoever presents."""

    def __init__(self, drafts: Sequence[Draft], head: str, bodies: Sequence[str]) -> None:
        self.head = head
        self._bodies = " ".join(bodies).casefold()
        tails = [tail for draft in drafts if (tail := _last(draft.fields)) is not None]
        self._sure = {tail.bracketed for tail in tails if surely_somebody(tail.words) and not _only_doctors(tail.words)}
        likely = [tail for tail in tails if self._may_be(tail)]
        self._often = Counter(tail.words.casefold() for tail in likely)
        self._sure.update(tail.bracketed for tail in likely if _follows_action(tail))
        for bracketed in (True, False):
            alike = [tail for tail in likely if tail.bracketed is bracketed]
            repeated = any(self._often[tail.words.casefold()] > 1 for tail in alike)
            if repeated or (len(alike) >= _FEWEST and len(alike) >= len(drafts) / 2):
                self._sure.add(bracketed)
        self._below = Counter(draft.lines[0].casefold() for draft in drafts if draft.lines)

    def _may_be(self, tail: _Tail) -> bool:
        if tail.words.casefold() in self._bodies or not maybe_somebody(tail.words):
            return False
        if _may_be_a_place(tail.words) and tail.words not in self.head:
            return False  # a practice moved out of the title would go unseen, a presenter left in it harms nobody
        return not (tail.bracketed and _is_acronym(tail.words, tail.before))

    def takes(self, tail: _Tail) -> bool:
        """Whether the tail names whoever presents."""
        doctor = _only_doctors(tail.words)
        if surely_somebody(tail.words) and not doctor:
            return True
        if not self._may_be(tail) or (doctor and _OWN_MATTER.search(tail.before) and not self._known(tail)):
            return False
        return tail.bracketed in self._sure or self._known(tail)

    def _known(self, tail: _Tail) -> bool:
        return self._often[tail.words.casefold()] > 1 or tail.words in self.head

    def takes_below(self, line: str) -> bool:
        """Whether a line under a title names whoever presents."""
        return surely_somebody(line) or (
            maybe_somebody(line) and (self._below[line.casefold()] > 1 or line in self.head)
        )


def _settle(fields: Fields, evidence: _Evidence) -> None:
    for _ in range(3):
        take_end(fields)
        tail = _tail(fields.title)
        if tail is None or not (_take_mixed(tail, fields) or _take_presenter(tail, fields, evidence)):
            return


def _take_presenter(tail: _Tail, fields: Fields, evidence: _Evidence) -> bool:
    if fields.presenter is not None or is_action(tail.words) or is_paper(tail.words):
        return False
    if not evidence.takes(tail):
        return False
    fields.title, fields.presenter = tail.before.rstrip(" -–—:;,"), _PRESENTED.sub("", tail.words).strip()
    return True


def _take_mixed(tail: _Tail, fields: Fields) -> bool:
    """A tail of several parts, one of them a paper, an action or a time: "(Paper 4, Oliver Dean)"."""
    parts = [part for part in _WITHIN.split(tail.words) if part]
    if not (len(parts) > 1 or is_time(tail.words)):
        return False
    found: dict[str, str] = {}
    for part in parts:
        kind = _kind(part)
        if kind is None or kind in found:
            return False
        found[kind] = part
    if not set(found) & {"action", "paper", "time"}:
        return False
    fields.title = tail.before.rstrip(" -–—:;,")
    fields.action = fields.action or found.get("action")
    fields.paper = fields.paper or found.get("paper")
    fields.presenter = fields.presenter or found.get("presenter")
    return True


def _kind(part: str) -> str | None:
    if is_action(part):
        return "action"
    if is_paper(part):
        return "paper"
    if is_time(part):
        return "time"
    return "presenter" if surely_somebody(part) or maybe_somebody(part) else None


def _from_below(draft: Draft, evidence: _Evidence) -> None:
    if draft.fields.presenter is not None or not draft.lines:
        return
    first = draft.lines[0].strip(" ()[]")
    alone = sum(1 for line in draft.lines if maybe_somebody(line) or surely_somebody(line)) == 1
    if alone and evidence.takes_below(first):
        draft.fields.presenter = _PRESENTED.sub("", first).strip()
        del draft.lines[0]


def _follows_action(tail: _Tail) -> bool:
    """Whether an action or a paper stands right before the tail: "Quality dashboard (for information) - Ed Carr"."""
    rest = Fields(title=tail.before)
    take_end(rest)
    return rest.action is not None or rest.paper is not None


def _last(fields: Fields) -> _Tail | None:
    """The title's tail once action, paper and time are off, without touching the fields."""
    copy = Fields(title=fields.title, action=fields.action, paper=fields.paper)
    take_end(copy)
    tail = _tail(copy.title)
    if tail is None or not is_time(tail.words):
        return tail
    copy.title = tail.before.rstrip(" -–—:;,")
    take_end(copy)
    return _tail(copy.title)


def _tail(title: str) -> _Tail | None:
    bracket = _BRACKET.match(title)
    if bracket is not None:
        return _Tail(bracket["before"], bracket["words"].strip(), bracketed=True)
    dash = _DASH.match(title)
    return _Tail(dash["before"], dash["words"].strip(), bracketed=False) if dash is not None else None


def _is_acronym(letters: str, title: str) -> bool:
    """Whether the letters are the first ones of words of the title: "Primary Care Networks (PCN)"."""
    firsts = "".join(word[0] for word in re.findall(r"\w+", title)).casefold()
    return letters.replace(" ", "").casefold().rstrip("s") in firsts if letters.isupper() else False
