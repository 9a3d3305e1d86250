"""Which lines of minutes are headings: of a part, numbered, or bare; and the number and words of each."""

from __future__ import annotations

import re

from coi_audit.readers.item_numbers import is_sub_number, sub_letter, typed_number
from coi_audit.readers.paper import Line
from coi_audit.readers.paper_header import is_private

_WORDS = """
was were is are has have had will would shall should be been declared noted notes approved approves agreed agrees
left presented reported advised asked confirmed stated explained outlined welcomed resolved recommended updated
introduced rejoined returned remained informed highlighted thanked gave queried raised said withdrew endorsed
supported
opened closed sought proposed seconded provided received considered reviewed described attended joined requested
suggested commented concluded invited
"""
_VERBS = _WORDS.split()
VERB = re.compile(rf"\b(?:{'|'.join([*_VERBS, *(verb.upper() for verb in _VERBS)])})\b")
HEADING_WORDS = 18
SUB_HEADING_WORDS = 9
LABEL_WITHIN = re.compile(r"^(?:conflicts?(?: of interests?)?|interests?(?: declared)?)\s*:?$", re.IGNORECASE)
NOTHING = re.compile(r"^(?:none|nil|n/a|no[\s.]|there )", re.IGNORECASE)
RUN_IN = re.compile(r"^(?P<title>[^.:]{3,90}?)\s*(?::\s+|\s[–—-]\s+|\.\s+)(?P<rest>[A-Z].*)$", re.DOTALL)
_MINUTE_LABEL = re.compile(
    r"^min(?:ute)?\.?\s+(?:(?:no|number|ref)\.?\s*)?(?=[A-Z]{0,6}/?\d[\w/.]*\s*[:.–—-])", re.IGNORECASE
)


def part_heading(line: Line) -> bool | None:
    """True for the heading of a private part, False for that of a public one, None for anything else."""
    words = line.text.strip()
    if len(words.split()) > 9 or words.endswith(".") or line.number or typed_number(words):
        return None
    if not re.match(
        r"^\W*(?:part|section|private|confidential|closed|public|open|in (?:private|public)|items?|meeting|minutes"
        r"|business)\b",
        words,
        re.I,
    ):
        return None
    marked = (
        line.bold or line.heading > 0 or words.isupper() or line.blank_before or bool(re.match(r"part\b", words, re.I))
    )
    return is_private(words) if marked else None


def is_bare_heading(line: Line) -> bool:
    """Whether a line without number is a heading: by style, bold or capitals, short and no sentence."""
    words = line.text.split()
    if line.heading:
        return len(words) <= HEADING_WORDS + 6
    if len(words) > HEADING_WORDS or line.text.endswith((".", ";", ",")) or line.bullet:
        return False
    if re.match(r"^(?:resolved|action|decision|agreed|recommendation)s?\b", line.text, re.IGNORECASE):
        return False
    return line.bold or (line.text.isupper() and len(line.text) > 3)


def is_numbered_heading(line: Line, *, weak: bool = False) -> bool:
    """Whether a line looks like a numbered section heading, whatever its place in the order.

    `weak` allows a number with nothing but one space behind it ("3 Rent reviews").
    """
    number, text, strong = number_of(line)
    if not number or is_sub_number(number) or text[:1].islower():
        return False
    return (weak or strong or line.bold or line.heading > 0) and (
        line.bold or line.heading > 0 or reads_as_heading(text, HEADING_WORDS) or bool(RUN_IN.match(text))
    )


def number_of(line: Line) -> tuple[str, str, bool]:
    """A line's number, automatic or typed, the words behind it, and whether the number surely is one; "" for none."""
    if line.number:
        number = line.number.strip("().:")
        return (number, line.text, True) if re.search(r"\d", number) else ("", line.text, False)
    typed = typed_number(_MINUTE_LABEL.sub("", line.text))
    return (typed.number, typed.rest, typed.strong) if typed else ("", line.text, False)


def reads_as_heading(text: str, most_words: int) -> bool:
    """Whether words without style read as a title: not too many, and no sentence."""
    words = text.strip()
    if len(words.split()) > most_words or words.endswith((";", ",")):
        return False
    if words.endswith(".") and (": " in words or len(words.split()) > 6 or VERB.search(words)):
        return False
    return not (
        VERB.search(words) and not words.isupper() and len(words.split()) > 3 and not _TITLE_OF_PAPER.match(words)
    )


_TITLE_OF_PAPER = re.compile(r"^(?:minutes|notes|action|matters|declarations?|apolog|date)\b", re.IGNORECASE)


def title_of(lines: list[Line]) -> tuple[str, list[Line]]:
    """A cell's first line where it reads as a heading, and the lines left."""
    first = lines[0]
    number = typed_number(first.text)
    text = number.rest if number else first.text
    if first.bold or reads_as_heading(text, HEADING_WORDS):
        return first.text.rstrip(" :–-"), lines[1:]
    run_in = RUN_IN.match(first.text)
    if run_in and reads_as_heading(run_in["title"], SUB_HEADING_WORDS + 2):
        return run_in["title"].strip(), [first.with_text(run_in["rest"]), *lines[1:]]
    return "", lines


def without_number(line: Line) -> str:
    """A paragraph's words without its own number; letters of a list and "Item 7" stay."""
    if line.number or sub_letter(line.text) or re.match(r"(?:agenda\s+)?items?\b", line.text, re.IGNORECASE):
        return line.text
    typed = typed_number(line.text)
    return typed.rest if typed is not None and (is_sub_number(typed.number) or typed.strong) else line.text


def own_number(line: Line) -> str:
    """A paragraph's own number or letter, by which other paragraphs may call it: "2.3", "b"; "" where it has none."""
    if line.number:
        return line.number.strip("(). ")
    typed = typed_number(line.text)
    return typed.number if typed is not None and (is_sub_number(typed.number) or typed.strong) else ""
