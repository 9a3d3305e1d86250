"""Whose the rows of a register are: the person named on a form, in the words above a table, or in a bar across it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coi_audit.readers.grid import Grid
from coi_audit.readers.registers.headings import TICKS, recognise
from coi_audit.readers.registers.parts import NameRead, read_name
from coi_audit.readers.registers.several import looks_like_a_name
from coi_audit.readers.registers.words import HONORIFIC, fold, is_nil, words

_LONGEST_BAR = 120
_MOST_WORDS_OF_A_TYPE = 5


@dataclass(slots=True)
class Holder:
    """Whose rows these are; `others` share them where a name cell holds several people. `nil` once a row of theirs has
    said that there is nothing to declare."""

    name: str | None = None
    position: str | None = None
    nil: bool = False
    others: tuple[NameRead, ...] = ()
    part: str = ""  # the type of interest that a bar across the table has put over the rows below it

    def nobody(self) -> None:
        """Later rows without a name are nobody's."""
        self.name, self.position, self.nil, self.others = None, None, False, ()


def people_of_form(grid: Grid) -> Holder | None:
    """The person named in a form's "Name: ..." row, None where the table is no form."""
    holder = Holder()
    for row in grid.rows:
        texts = [cell.text for cell in row if cell.text and not cell.repeated]
        _from_pair(holder, texts)
    return holder if holder.name else None


def person_in_words(lines: tuple[str, ...]) -> Holder | None:
    """The person named in lines such as "Name: Dr Uma Kell", the last of them, or in the line straight above the table
    ("Dr Uma Kell, GP member"); None where no line does."""
    holder = Holder()
    for line in lines:
        _from_pair(holder, [part.strip() for part in re.split(r":", line, maxsplit=1)])
    above = person_in_bar(lines[-1]) if lines and not holder.name else None
    if above is not None:
        holder.name, holder.position = above.name, above.position
    return holder if holder.name else None


def _from_pair(holder: Holder, texts: list[str]) -> None:
    if not texts:
        return
    if len(texts) == 1 and ":" in texts[0]:
        texts = [part.strip() for part in texts[0].split(":", 1)]
    if len(texts) < 2 or not texts[1].strip():
        return
    if is_name_label(texts[0]):
        read = read_name(texts[1])
        if not read.problem and read.name:
            holder.name, holder.position = read.name, read.position
    elif is_position_label(texts[0]) and holder.name:
        holder.position = " ".join(texts[1].split())


def is_name_label(text: str) -> bool:
    """Whether a form's label asks for the name: "Name", "Full name of declarant"."""
    label = fold(text)
    return bool(re.match(r"(?:full )?name\b", label)) and len(label.split()) <= 4


def is_position_label(text: str) -> bool:
    """Whether a form's label asks for the post."""
    return bool(re.match(r"(?:current )?(?:position|role|job title|designation|post)\b", fold(text)))


def person_in_bar(text: str) -> NameRead | None:
    """The person that a row of a single text names ("Dr Uma Kell - GP Member"); None for a group or a body."""
    line = " ".join(text.split())
    label, _, rest = line.partition(":")
    if rest and is_name_label(label):
        line = rest.strip()
    if len(line) > _LONGEST_BAR or is_nil(line):
        return None
    read = read_name(line)
    if read.problem or not looks_like_a_name(read.name):
        return None
    titled = bool(re.match(rf"{HONORIFIC}\s", read.name))
    told = read.position is None or bool(words().roles.search(read.position)) or titled
    return read if told else None


def heads_a_type(text: str) -> bool:
    """Whether a row of a single text puts a type over the rows below it: "FINANCIAL INTERESTS", "Part 4: Indirect"."""
    bare = re.sub(r"^(?:part|section|type|category)?\s*(?:\d{1,2}|[a-h])?\s*[.:)–-]+\s*", "", fold(text))
    return recognise(bare) in TICKS and len(bare.split()) <= _MOST_WORDS_OF_A_TYPE
