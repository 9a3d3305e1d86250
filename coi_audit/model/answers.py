"""Questions that the papers leave open, what a person answered to them, and what became of each answer."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlmodel import Field

from coi_audit.model.dates import PartialDate, in_words
from coi_audit.model.evidence import Recorded, SourceRef

DONT_KNOW = "I don't know"
NONE_OF_THESE = "none of these"
NO_ORGANISATION = "no organisation"
SOMEBODY_ELSE = "somebody else"
NO_INTEREST = "no interest"
STILL_HELD = "still held"
EFFECT_TITLE = "What people's answers change in this audit"  # of the difference they make

_APART = re.compile(r"[\W_]+")
_LONGEST_FACT = 60  # characters of a fact kept as it stands; of a longer one its digest is kept


class QuestionKind(StrEnum):
    """What a question is about."""

    ORGANISATION = "organisation"  # which organisation a written name means
    PERSON = "person"  # whom a written name or initials mean
    NAMESAKE = "namesake"  # which of two members of one name holds an interest
    LINK = "link"  # how an interest stated in the minutes touches the item
    ITEM_SCOPE = "item_scope"  # whom an agenda item touches
    ITEM_PURPOSE = "item_purpose"  # what the committee is asked to do
    ITEM_TYPE = "item_type"  # what kind of decision it is
    ITEM_PARTY = "item_party"  # which organisation it is about
    INTEREST_CATEGORY = "interest_category"
    INTEREST_RELATIONSHIP = "interest_relationship"  # whose an indirect interest is
    INTEREST_FROM = "interest_from"
    INTEREST_UNTIL = "interest_until"
    INTEREST_ORGANISATION = "interest_organisation"  # what an interest is in, where its row names nothing
    ROLE = "role"  # of a committee member
    COMMITTEE = "committee"  # which of the body's committees met
    REGISTER_EDITION = "register_edition"  # the day a register speaks for


class AnswerState(StrEnum):
    """What became of an answer in one audit."""

    USED = "used"
    NOT_KNOWN = "not_known"  # somebody said that they do not know: the matter stays open
    OUT_OF_DATE = "out_of_date"  # the papers have changed since
    UNUSED = "unused"  # the papers audited do not ask it
    UNFIT = "unfit"  # it is none of the answers the question takes


class Answer(Recorded):
    """One entry of answers.yaml. `papers` are the facts the papers gave when it was asked; `when` a date answered."""

    question: str = Field(regex=r"^[0-9a-f]{16}$")
    kind: QuestionKind
    about: str = ""  # the name or words asked about, as written in the papers
    asked: str = ""
    answer: str = Field(min_length=1)
    by: str = Field(min_length=1)
    on: date
    remark: str | None = None
    papers: tuple[str, ...] = ()
    when: PartialDate | None = None
    source: SourceRef

    @property
    def known(self) -> bool:
        """False where the answer is that nobody knows."""
        return self.answer != DONT_KNOW

    @property
    def as_answered(self) -> str:
        """`as answered by Ruth Penhale on 15 January 2018`, with the remark where there is one."""
        remark = f" ({self.remark})" if self.remark else ""
        return f"as answered by {self.by} on {in_words(self.on)}{remark}"


class Said(Recorded):
    """One answer where it was relied on: the sentence that says so, and the place it stands."""

    sentence: str
    source: SourceRef

    @classmethod
    def of(cls, answer: Answer, meaning: str) -> Said:
        """The sentence "`meaning`, as answered by ... on ..."."""
        return cls(sentence=f"{meaning}, {answer.as_answered}.", source=answer.source)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer offered: `value` is what is kept, `label` what is shown, `why` what speaks for it."""

    value: str
    label: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One open question. `known` are what the papers give on both sides, each with its label; `now` says what the
    audit does until it is answered; `free` says what else may be typed (None: only a choice); `weight` orders them,
    the lightest first; `after` are the answers to another question on which this one follows."""

    id: str
    kind: QuestionKind
    asks: str
    about: str
    choices: tuple[Choice, ...]
    now: str
    known: tuple[tuple[str, str], ...] = ()
    evidence: tuple[SourceRef, ...] = ()
    free: str | None = None
    papers: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    weight: int = 5
    after: tuple[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class AnswerEffect:
    """One answer of the case folder and what became of it; `sentence` says so in words, `where` it was relied on."""

    answer: Answer
    state: AnswerState
    sentence: str
    where: tuple[str, ...] = ()


def question_id(kind: QuestionKind, *matter: str) -> str:
    """16 hexadecimal digits that name a question: its kind and its matter, never the place where it stands.

    Case, punctuation and spacing of the matter make no difference.
    """
    folded = "\x1f".join((kind.value, *(_APART.sub(" ", part.casefold()).strip() for part in matter)))
    return hashlib.sha256(folded.encode()).hexdigest()[:16]


def one_line(text: str) -> str:
    """Words on one line, without signs that nobody sees: as they can be kept in a file and read back."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def fact(*words: str | None) -> str:
    """What a paper says, short enough to keep beside an answer; another wording gives another fact."""
    text = " ".join(one_line(word) for word in words if word and word.strip())
    if len(text) <= _LONGEST_FACT:
        return text
    return f"{text[: _LONGEST_FACT - 20].rstrip()}... {hashlib.sha256(text.encode()).hexdigest()[:12]}"
