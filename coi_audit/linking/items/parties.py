"""Whom an agenda item names: its parties and, apart from them, the neighbours it touches, exactly as written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coi_audit.linking.bare_names import BareNameReader
from coi_audit.linking.items.beside import neighbours_in_title
from coi_audit.linking.items.title_names import NameReader
from coi_audit.linking.name_text import PRACTICE, Name, NameText
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.organisations import FoundName
from coi_audit.model.words import OrganisationKind
from coi_audit.rulebook.phrases import Word, words_of
from coi_audit.rulebook.vocabulary_books import NeighbourBooks, SubjectBooks, Vocabulary

PRIMARY_CARE_WORDS = "primary care"  # dentists, opticians and pharmacies are primary care too
_SENTENCE = re.compile(r"(?<!\bDr)(?<!\bSt)(?<!\bMr)(?<!\bMs)(?<!\bDrs)(?<!\bMrs)(?<!\bNo)[.;!?•]\s+|\n+")
_PAIR = re.compile(r"(?P<first>(?:Drs?|Doctors?)\b.*?\S)\s*(?:,|\band|&)\s+(?:the\s+)?$", re.IGNORECASE)
_LISTED = re.compile(r"\s*,?\s*(?:and|&)\s+(?:the\s+)?", re.IGNORECASE)
_TRADING = frozenset({PRACTICE, OrganisationKind.PCN, OrganisationKind.FEDERATION, OrganisationKind.COMPANY})
_MERGING = frozenset({"merge", "merger", "merging", "merged", "consolidation", "amalgamation"})
_BESIDE = 4  # letters between a practice's name and its code: " (P81031)", "P81031 - "
_CHEMISTS = frozenset({"pharmacy", "pharmacies", "pharmacist", "pharmacists", "pharmaceutical", "chemist", "chemists"})
_MEDICAL = re.compile(r"\b(?:medical|doctors|gps?|health cent(?:re|er))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ItemParties:
    """Names as written. `in_title` and `in_text` are parties, those of the text `sure` where its words
    make them gain; `masked` are the names in the title that end as practices' do.

    A practice's own words ("Health Centre") say nothing of the decision; those of other bodies ("Hospice") do.
    """

    in_title: tuple[Name, ...] = ()
    in_text: tuple[Name, ...] = ()
    neighbours: tuple[str, ...] = ()
    masked: tuple[Name, ...] = ()

    def without_bystanders(self) -> ItemParties:
        """Without the names of the text that no word makes gain: a report mentions many."""
        return replace(self, in_text=tuple(name for name in self.in_text if name.sure))

    def hidden_in(self, title: str) -> str:
        """The title with the surely read names of parties crossed out: "Data" in a company's name asks for nothing."""
        for name in self.in_title:
            if name.sure:
                title = title[: name.start] + "x" * (name.end - name.start) + title[name.end :]
        return title

    @property
    def all(self) -> tuple[Name, ...]:
        return (*self.in_title, *self.in_text)

    @property
    def mentions(self) -> tuple[str, ...]:
        """The parties' names, each once, in the order they stand."""
        return _once(name.text for name in self.all)


def read_parties(
    item: AgendaItem, *, vocabulary: Vocabulary, found: Sequence[FoundName], bare_names: bool
) -> ItemParties:
    """Read the parties of one item.

    `found` are the names the organisation lists know in the title and text; `bare_names` says whether a name without
    an ending may be read from the title ("Fernleigh branch closure").
    """
    named, neighbours = _title_names(item.title, vocabulary, found, bare_names=bare_names)
    title = _dentists_apart(item.title, named, vocabulary, found)
    parties = [name for name in title if name.kind is not None and name.text not in neighbours]
    lone_doctors = [name for name in parties if _is_person(item.title, name, parties)]
    if len(parties) > len(lone_doctors):
        parties = [name for name in parties if name not in lone_doctors]
    in_text: list[Name] = []
    for sentence in _SENTENCE.split(item.text):
        names, beside = _sentence_names(sentence, vocabulary, found, title_has_party=bool(parties))
        in_text += names
        neighbours += beside
    subjects = {_folded(name.text) for name in parties}
    return ItemParties(
        in_title=tuple(parties),
        in_text=tuple(
            name for name in in_text if _folded(name.text) not in subjects and name.text not in set(neighbours)
        ),
        neighbours=_once(name for name in neighbours if _folded(name) not in subjects),
        masked=tuple(name for name in named if name.kind is PRACTICE),
    )


def _is_person(title: str, name: Name, names: Sequence[Name]) -> bool:
    """Whether a doctor named alone is no practice: not one listed with a practice, "Elm Surgery and Dr Pell"."""
    if name.sure or not name.text.casefold().startswith(("dr", "doctor")):
        return False
    gaps = (title[min(name.end, o.end) : max(name.start, o.start)] for o in names if o.kind is PRACTICE and o.sure)
    return not any(_LISTED.fullmatch(gap) for gap in gaps)


def _dentists_apart(text: str, names: list[Name], vocabulary: Vocabulary, found: Sequence[FoundName]) -> list[Name]:
    """The names of a text about dentists or opticians: one that ends as a practice's is theirs, unless a list or a
    word of its own says that it is a GP practice's ("GDS contract: Elm Lane Practice")."""
    practices = [name for name in names if name.kind is PRACTICE]
    rest = [word for word in words_of(text) if not any(n.start < word.end and word.start < n.end for n in practices)]
    subjects = vocabulary.subjects
    if not practices or not subjects.dental_and_optical.find(rest) or says_general_practice(rest, subjects):
        return names
    listed = {each.resolution.mention for each in found}
    return [
        name
        if name.kind is not PRACTICE or name.text in listed or _MEDICAL.search(name.text)
        else replace(name, kind=OrganisationKind.COMPANY, sure=True)
        for name in names
    ]


def says_general_practice(words: Sequence[Word], subjects: SubjectBooks) -> str | None:
    """The words' phrase that says general practice, the plainest first; None where none does."""
    not_meant = subjects.not_general_practice.find(words)
    said = [
        found
        for found in subjects.general_practice.find(words)
        if not any(each.first <= found.first and found.last <= each.last for each in not_meant)
    ]
    said.sort(key=lambda found: found.phrase == PRIMARY_CARE_WORDS)
    return said[0].phrase if said else None


def _title_names(
    title: str, vocabulary: Vocabulary, found: Sequence[FoundName], *, bare_names: bool
) -> tuple[list[Name], list[str]]:
    text = NameText(title, vocabulary.names)
    names = _with_found(title, NameReader(text).names(), found)
    practices = any(name.kind is PRACTICE and name.sure for name in names)
    merging = any(word.stem in _MERGING for word in words_of(title))
    if bare_names and (merging or not practices) and not _of_another_trade(title, names, vocabulary.subjects):
        bare = BareNameReader(text).names(names)
        names += [name for name in bare if name.sure or not practices]
    names += _codes_alone(text, names)
    names = sorted((_not_possessive(name) for name in names), key=lambda name: name.start)
    return names, neighbours_in_title(title, names, vocabulary.neighbours)


def _of_another_trade(title: str, names: Sequence[Name], subjects: SubjectBooks) -> bool:
    """Whether a chemist, dentist or optician is named: a street beside it is where they are, and no practice."""
    named = any(name.kind not in (None, PRACTICE, OrganisationKind.PCN) for name in names)
    words = words_of(title)
    theirs = subjects.dental_and_optical.find(words) or any(word.folded in _CHEMISTS for word in words)
    return bool(named and theirs) and says_general_practice(words, subjects) is None


def _not_possessive(name: Name) -> Name:
    """A doctor's own name without the s of what is theirs: "Dr Tan's resignation"."""
    possessive = name.kind is PRACTICE and name.text.endswith(("'s", "’s"))
    return replace(name, text=name.text[:-2], end=name.end - 2) if possessive else name


def _codes_alone(text: NameText, names: Sequence[Name]) -> list[Name]:
    """Practices told by their national codes: those that stand beside no name of a practice."""
    codes = [text.name(i, i, PRACTICE) for i in range(len(text.words)) if text.is_code(i)]
    practices = [name for name in names if name.kind is PRACTICE]
    return [
        code
        for code in codes
        if not any(0 <= max(code.start - name.end, name.start - code.end) <= _BESIDE for name in practices)
    ]


def _sentence_names(
    sentence: str, vocabulary: Vocabulary, found: Sequence[FoundName], *, title_has_party: bool
) -> tuple[list[Name], list[str]]:
    """The parties and the neighbours one sentence of the item's words names."""
    names = _with_found(sentence, NameReader(NameText(sentence, vocabulary.names)).names(), found)
    names = _dentists_apart(sentence, names, vocabulary, found)
    names = [name for name in names if name.kind is not None and name.sure]
    if not names:
        return [], []
    neighbours = _neighbours_among(sentence, names, vocabulary.neighbours)
    gains = bool(vocabulary.subjects.gains_in_text.find(words_of(sentence)))
    parties = [
        replace(name, sure=gains)
        for name in names
        if name.text not in neighbours and (gains or (name.kind in _TRADING and not title_has_party))
    ]
    return parties, neighbours


def _with_found(text: str, read: list[Name], found: Sequence[FoundName]) -> list[Name]:
    """Names read from the words, and those the lists know; where two overlap the list's is kept.

    A longer name with another kind's ending stands before a shorter one of the lists: "Elm Surgery Ltd" is no practice.
    """
    names = list(read)
    for each in found:
        organisation = each.resolution.organisation
        for match in re.finditer(rf"(?<!\w){re.escape(each.resolution.mention)}(?!\w)", text):
            known = Name(match.group(), match.start(), match.end(), organisation.kind if organisation else PRACTICE)
            beside = [name for name in names if name.overlaps(known)]
            if any(_keeps(name, known, matched=organisation is not None) for name in beside):
                continue
            names = [name for name in names if name not in beside] + [known]
            names += [before for name in beside if (before := _before(text, name, known)) is not None]
    return sorted(names, key=lambda name: name.start)


def _before(text: str, read: Name, known: Name) -> Name | None:
    """What stands before the list's name in one read as a pair: "Dr Pell and Elm" where "Elm Surgery" is known."""
    joined = _PAIR.match(text, read.start, known.start) if read.start < known.start else None
    end = joined.end("first") if joined else 0
    return replace(read, text=text[read.start : end], end=end) if joined else None


def _keeps(read: Name, known: Name, *, matched: bool) -> bool:
    longer = read.end - read.start > known.end - known.start
    if read.kind is None:
        return not (matched and known.start <= read.start and read.end <= known.end and known.start < read.start)
    return longer and (not matched or read.kind not in (known.kind, PRACTICE))


def _neighbours_among(text: str, names: Sequence[Name], books: NeighbourBooks) -> list[str]:
    """The practices that the words of a sentence before or behind them make neighbours."""
    words = words_of(text)
    practices = [name for name in names if name.kind is PRACTICE]
    neighbours = []
    for cue in (*books.names_follow.find(words), *books.sentence_follow.find(words)) if practices else ():
        start = words[cue.last].end
        neighbours += [name for name in practices if name.start >= start and not _closes(text, start, name.start)]
    for cue in (*books.names_precede.find(words), *books.sentence_precede.find(words)) if practices else ():
        end = words[cue.first].start
        neighbours += [name for name in practices if name.end <= end]
    return [name.text for name in sorted(set(neighbours), key=lambda name: name.start)]


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the bracket the cue stands in closes before the name."""
    between = text[start:end]
    return between.count(")") > between.count("(")


def _folded(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def _once(names: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(_folded(name), name)
    return tuple(seen.values())
