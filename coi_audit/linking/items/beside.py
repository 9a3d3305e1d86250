"""Which practices of a title are neighbours of its subject, by the words right beside their names.

It refuses to know what is decided: a name is a neighbour by who objects, who takes patients, who is touched and who is
near, and never when nobody would be left for the item to be about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coi_audit.linking.name_text import PRACTICE, Name
from coi_audit.rulebook.phrases import Found, PhraseBook, Word, words_of
from coi_audit.rulebook.vocabulary_books import NeighbourBooks

_JOINED = re.compile(r"\s*(?:,\s*(?:and\s+|or\s+|&\s*)?|and\s+|or\s+|&\s*)(?:at\s+|the\s+)*", re.IGNORECASE)
_FILLING = frozenset(
    {"the", "its", "their", "a", "all", "both", "neighbouring", "neighbour", "nearby", "local", "nearest", "closest",
     "adjacent", "adjoining", "surrounding", "practice", "surgery", "gp", "namely", "that", "those", "of", "other",
     "another", "existing", "two", "three", "four", "including", "particularly", "is", "are", "premises", "site",
     "boundary", "catchment", "area", "list", "at"}
)  # fmt: skip
_HELPING = frozenset(
    {"has", "have", "had", "is", "are", "was", "were", "would", "will", "could", "may", "might", "can", "to", "also",
     "formally", "strongly", "again", "both", "all", "been", "be", "being", "likely", "able", "willing", "agreed",
     "expected", "prepared", "ready", "invited", "asked", "offered", "proposing", "not", "unable", "each", "jointly",
     "now", "still", "expects", "offering", "agree", "which", "who", "happy", "due", "set", "declined", "begun",
     "wishes", "wish", "wants", "want", "seeks", "seek", "intends", "intend", "having", "already",
     "continuing", "currently", "no", "longer", "further"}
)  # fmt: skip
_BREAK = re.compile(r"[:;()–—]|\s-\s|[.?!]\s")
_OPENS = re.compile(r"(?:[:;(,–—\[]|\s-)\s*(?:the\s+|its\s+|a\s+)*$", re.IGNORECASE)
_OWN = re.compile(r"\b(?:its|their|own|his|her)\b", re.IGNORECASE)
_HEAD = re.compile(r"\s*(?::|\s[-–—])\s+(?:formal\s+|written\s+)?")
_ABOUT = re.compile(r"\s+(?:on|about|concerning|regarding|against|re)\b", re.IGNORECASE)
_OTHER_MATTER = re.compile(r";|^['’]?s?\s+(?:[a-z]+\s+){0,2}and\s")
_POSSESSIVE = re.compile(r"\.?['’]s?")
_REMARK = re.compile(r",\s[^,:;()]*\s(?:to|of|with|from)\s+(?:the\s+)?", re.IGNORECASE)
_INSIDE = re.compile(r",[^,]*\b(?:to|of|with|from)\b[^,]*,")
_NEAR_TO = re.compile(r"(?:\s+\w+){0,2}\s+(?:to|of|with)\b")
_TOLD = re.compile(r"\s?[,(]\s*(?:(?:its|their|the|a|an|also|only|just|some|about|\d+|half|one|two|three)\s+)*")
_APART = re.compile(r"[:;.?!–—]|\s-\s")
_NEAREST_WORDS = 2  # adjectives between a possessive and its noun: "Elm Surgery's strong written objection"
_FEW = 4  # words between a noun of saying and its "by": "objections raised and submitted by"
_REACH = 8  # words between a verb and its object: "to take on all the remaining patients"
_APPOSITION = 6  # words set between commas: "Elm Surgery, a neighbouring practice, objects"
_BEING = frozenset({"is", "are", "was", "were", "being"})
_BY = frozenset({"by", "from", "of"})


def neighbours_in_title(title: str, names: Sequence[Name], books: NeighbourBooks) -> list[str]:
    """The names of practices that the words beside them make neighbours, in the order they stand, as written.

    `names` are all the names of the title. Who says or does something comes first, then who gets patients or is
    touched, then who is only near; a name is left a party where nobody else would be one.
    """
    return _Title(title, names, books).neighbours()


class _Title:
    """One title, its words and its names; each reader gives the groups of names one kind of words points to."""

    def __init__(self, title: str, names: Sequence[Name], books: NeighbourBooks) -> None:
        self._title, self._books = title, books
        self._words: Sequence[Word] = words_of(title)
        self._bodies = sorted((name for name in names if name.kind is not None), key=lambda name: name.start)
        self._practices = [name for name in self._bodies if name.kind is PRACTICE]
        self._joining = bool(books.joining.find(self._plain()))

    def _plain(self) -> list[Word]:
        """The words outside the names: "Partnership" in a practice's name joins nobody."""
        return [
            word for word in self._words if not any(n.start <= word.start and word.end <= n.end for n in self._bodies)
        ]

    def neighbours(self) -> list[str]:
        if not self._practices:
            return []
        beside: dict[str, Name] = {}
        for read in (self._saying, self._said_by, self._doing, self._getting, self._touched, self._near):
            for group in read():
                told = {name.text: name for name in group}
                if any(name.text not in beside and name.text not in told for name in self._bodies):
                    beside |= told
        return [name.text for name in sorted(beside.values(), key=lambda name: name.start)]

    # What each kind of words points to

    def _saying(self) -> list[list[Name]]:
        """Who objects, comments or writes: "objection by Elm Surgery", "Elm Surgery's objection"."""
        groups = []
        for found in self._books.said_nouns.find(self._words):
            by = found.last + 1
            while by < len(self._words) and by - found.last <= _FEW and self._words[by].stem not in {"by", "from"}:
                if self._words[by].stem == "of" and self._follow(self._words[by].end):
                    break
                if not self._books.said_between.find_at(self._words, by):
                    break
                by += 1
            if by < len(self._words) and self._words[by].stem in _BY:
                groups.append(self._follow(self._words[by].end))
            groups.append(self._owner(found.first))
            groups.append(self._in_bracket(found.last))
            groups.append(self._heading(found))
        return [group for group in groups if group and not self._about_itself(group)]

    def _heading(self, found: Found[str]) -> list[Name]:
        """Who heads a title that says something of another: "Elm Surgery: letter on the lease of Ash House"."""
        end, start = self._words[found.last].end, self._words[found.first].start
        about = _ABOUT.match(self._title, end) and any(name.start > end for name in self._bodies)
        head = [name for name in self._practices if _HEAD.fullmatch(self._title[name.end : start])]
        return head if about and head == self._bodies[:1] and not self._merges() else []

    def _in_bracket(self, index: int) -> list[Name]:
        """The names a bracket or colon right behind a noun of saying gives, where the subject stands before it."""
        end = self._words[index].end
        told = re.match(r"\s*[(:]\s*", self._title[end:])
        if told is None or not any(name.end <= end for name in self._bodies):
            return []
        return [name for name in self._follow(end) if name.start >= end]

    def _said_by(self) -> list[list[Name]]:
        return self._after(self._books.said_by)

    def _doing(self) -> list[list[Name]]:
        """Who objects or takes patients, the verb behind the name: "Elm Surgery has agreed to take the patients"."""
        books = self._books
        cues = [*books.said_verbs.find(self._words), *books.standing.find(self._words)]
        cues += [found for found in books.names_precede.find(self._words) if self._says_verb(found)]
        cues += self._with_object(books.saying, books.said_nouns, _FEW)
        cues += self._with_object(books.taking, books.patients, _REACH)
        groups = []
        for found in cues:
            passive = found.last + 1 < len(self._words) and self._words[found.last + 1].stem == "by"
            group = [] if passive else self._precede(found.first)
            groups.append([] if self._about_itself(group) else group)
        return groups

    def _says_verb(self, found: Found[str]) -> bool:
        """Whether a phrase is a deed, or says of the name before it that it is near: "is nearest", not "nearest to"."""
        near = self._books.near_adjectives.find(self._words[found.first : found.last + 1])
        return not near or self._words[found.first].stem in _BEING

    def _with_object(self, verbs: PhraseBook[str], objects: PhraseBook[str], reach: int) -> list[Found[str]]:
        """The verbs that one of the objects follows in the same clause, at most `reach` words on."""
        things = objects.find(self._words)
        return [
            verb
            for verb in verbs.find(self._words)
            if any(
                0 < thing.first - verb.last <= reach
                and not _APART.search(self._title[self._words[verb.last].end : self._words[thing.first].start])
                for thing in things
            )
        ]

    def _getting(self) -> list[list[Name]]:
        """Who gets the patients: "transfer of the patients of Oak Surgery to Elm Surgery"."""
        patients = self._books.patients.find(self._words)
        if not patients or self._merges():
            return []
        groups = self._after(self._books.registering)
        for found in self._books.going.find(self._words):
            for index in range(max(found.last, patients[0].last) + 1, len(self._words)):
                if self._books.going_to.find_at(self._words, index):
                    groups.append(self._follow(self._words[index].end))
        return groups

    def _touched(self) -> list[list[Name]]:
        groups = self._after(self._books.touching)
        for found in self._books.touching_of.find(self._words):
            for index in range(found.last + 1, len(self._words)):
                if self._books.touching_on.find_at(self._words, index):
                    groups.append(self._follow(self._words[index].end))
        return groups

    def _near(self) -> list[list[Name]]:
        groups = self._after(self._books.near)
        for found in self._books.near_units.find(self._words):
            following = self._stem(found.last + 1)
            if following in {"from", "of"}:
                groups.append(self._follow(self._words[found.last + 1].end))
            elif following == "away":
                groups.append(self._remarked_on(self._words[found.first].start))
        for found in self._books.areas.find(self._words):
            owner = self._owner(found.first)
            before = [word for word in self._words if owner and word.end <= owner[0].start]
            groups.append(owner if before and self._books.reached.find(before[-1:]) else [])
        return groups + self._named_near()

    def _named_near(self) -> list[list[Name]]:
        """Whom a word for nearness is said of: "nearby Elm Surgery", "Elm Surgery (adjoining)"."""
        groups = []
        for found in self._books.near_adjectives.find(self._words):
            groups.append(self._owner(found.first))
            opens = _OPENS.search(self._title[: self._words[found.first].start]) or not found.first
            if opens or not (self._joining or self._stem(found.first - 1) == "and"):
                groups.append(self._follow(self._words[found.last].end))
            rest = _NEAR_TO.match(self._title, self._words[found.last].end)
            if not self._joining and rest is None:
                groups.append(self._remarked_on(self._words[found.first].start))
        groups += [
            self._follow(self._words[found.last].end)
            for found in self._books.names_follow.find(self._words)
            if not self._books.near_adjectives.find_at(self._words, found.first)
        ]
        return groups

    def _remarked_on(self, start: int) -> list[Name]:
        """The name that a bracket or a comma behind it begins to tell of: "Elm Surgery, its nearest neighbour"."""
        return [
            name for name in self._practices if name.end <= start and _TOLD.fullmatch(self._title[name.end : start])
        ]

    def _stem(self, index: int) -> str:
        return self._words[index].stem if 0 <= index < len(self._words) else ""

    # Names beside a word

    def _after(self, book: PhraseBook[str]) -> list[list[Name]]:
        return [self._follow(self._words[found.last].end) for found in book.find(self._words)]

    def _follow(self, end: int) -> list[Name]:
        """The names right behind a place in the title, only filling words between."""
        name = next((each for each in self._practices if each.start >= end), None)
        if name is None or _closes(self._title[end : name.start]):
            return []
        if any(word.stem not in _FILLING for word in words_of(self._title[end : name.start])):
            return []
        return self._run(name)

    def _run(self, name: Name) -> list[Name]:
        """The name and those listed behind it: "Elm Surgery, Oak Practice and Ash House"."""
        run = [name]
        for each in self._practices:
            if each.start >= run[-1].end and _JOINED.fullmatch(self._title[run[-1].end : each.start]):
                run.append(each)
        return run

    def _precede(self, index: int) -> list[Name]:
        """The names that do what the word at `index` says, helping words and a remark in commas between."""
        start = self._words[index].start
        last = max((name for name in self._practices if name.end <= start), key=lambda name: name.end, default=None)
        last = self._of_remark(last) if last is not None else None
        if last is None:
            return []
        between = _INSIDE.sub(",", self._title[last.end : start])
        words = words_of(between)
        remark = between.lstrip().startswith(",") and len(words) <= _APPOSITION and not _BREAK.search(between)
        if not remark and (_APART.search(between) or any(word.folded not in _HELPING for word in words)):
            return []
        return self._listed_before(last)

    def _of_remark(self, name: Name) -> Name:
        """Whom a remark that holds this name is about: "Elm Surgery, the nearest practice to Oak Surgery, objects"."""
        earlier = [each for each in self._practices if each.end <= name.start]
        inside = earlier and _REMARK.fullmatch(self._title[earlier[-1].end : name.start])
        return earlier[-1] if inside and self._title[name.end :].startswith(",") else name

    def _listed_before(self, last: Name) -> list[Name]:
        """The name and those listed before it; a comma alone parts two names, it lists none."""
        run, listed = [last], False
        for each in reversed(self._practices):
            between = self._title[each.end : run[0].start]
            if each.end <= run[0].start and _JOINED.fullmatch(between):
                run.insert(0, each)
                listed = listed or between.strip() != ","
        return run if listed else [last]

    def _owner(self, index: int) -> list[Name]:
        """Whose the word at `index` is: "Elm Surgery's objection"."""
        for back in range(_NEAREST_WORDS + 1):
            if index - back < 0:
                break
            start = self._words[index - back].start
            for name in self._practices:
                if name.end < start and _POSSESSIVE.fullmatch(self._title[name.end : start].strip() or "-"):
                    return self._listed_before(name)
        return []

    def _about_itself(self, group: Sequence[Name]) -> bool:
        """Whether what is said is about the sayer's own matter: "Elm Surgery's appeal against its rent"."""
        if not group:
            return False
        end = group[-1].end
        following = next((name.start for name in self._bodies if name.start >= end), None)
        if following is None:
            return False
        between = self._title[end:following]
        first = self._bodies[0] in group  # nobody stands before: what another clause names is another matter
        return _OWN.search(between) is not None or (first and _OTHER_MATTER.search(between) is not None)

    def _merges(self) -> bool:
        return any(word.stem.startswith(("merg", "amalgam")) for word in self._plain())


def _closes(between: str) -> bool:
    """Whether a bracket, or the clause, ends between a word and a name."""
    return between.count(")") > between.count("(") or ";" in between
