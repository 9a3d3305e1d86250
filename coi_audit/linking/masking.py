"""Names taken out of free text for publication: whoever may be named stays, every other name goes.

What may not be told from a name is taken for one: a reader of the public edition misses a word rather than learns one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coi_audit.linking.masking_tokens import Kind, Token, tokens_of
from coi_audit.linking.people.names import ParsedName, parse_name
from coi_audit.model.letters import any_spelling, fold_letters
from coi_audit.rulebook.masking_words import MaskingWords

NAME = "[name withheld]"
ADDRESS = "[address withheld]"
_MAIL = re.compile(r"[^\s@<>()\[\]|,;:\"]+@[^\s@<>()\[\]|,;:\"]+")
_PARTS = re.compile(r"[^\W_]+")
_SHORTEST = 3  # letters of a part of a name that is looked for by itself


@dataclass(frozen=True, slots=True)
class Known:
    """`people` may be named; `secrets` may not, wherever they stand; `phrases` stand as they are but for secrets.

    A phrase of one word, and each of `places`, stands unless a name stands before it.
    """

    people: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()  # of people who may be named, as the papers write them


@dataclass(frozen=True, slots=True)
class Masked:
    """The text without the names, and how many were taken out."""

    text: str
    times: int


class Masker:
    """Takes names out of texts. Pure: the same text gives the same answer."""

    def __init__(self, known: Known, words: MaskingWords) -> None:
        self.known = known
        self.words = words
        self._done: dict[str, Masked] = {}

    def mask(self, text: str) -> Masked:
        """The text as it may be published."""
        done = self._done.get(text)
        if done is None:
            done = self._done[text] = self._mask(text)
        return done

    def people_in(self, text: str) -> tuple[str, ...]:
        """What would be taken out of the text as a name, as written, each once; the beginnings of organisations' names,
        such as the first word of "Quorn Limited", are left out."""
        found = (text[start:end] for start, end in self._names(text) if not self._goes_on(text, end))
        return tuple(dict.fromkeys(found))

    def _goes_on(self, text: str, end: int) -> bool:
        """Whether a plain word with a capital follows at once."""
        after = _PARTS.match(text, end + 1) if text[end : end + 1] == " " else None
        return after is not None and after.group()[:1].isupper() and self.kind_of(after.group()) is Kind.PLAIN

    def _mask(self, text: str) -> Masked:
        times = 0
        for pattern, instead in self._outright:
            text, found = pattern.subn(instead, text)
            times += found
        spans = self._names(text)
        for start, end in reversed(spans):
            text = text[:start] + NAME + text[end:]
        return Masked(text, times + len(spans))

    @cached_property
    def _outright(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """What goes whatever stands around it: addresses of mail, and names known to be secret."""
        return ((_MAIL, ADDRESS), *((one, NAME) for one in self._secret_patterns()))

    def _secret_patterns(self) -> Iterator[re.Pattern[str]]:
        allowed = {part for one in self._people for part in (*one.given, *one.surname.split())}
        allowed |= {_folded(part) for one in self.known.phrases for part in _PARTS.findall(one)}
        allowed |= self.words.plain | self.words.either
        whole: set[tuple[str, ...]] = set()
        alone: set[str] = set()
        for secret in self.known.secrets:
            parts = tuple(part for part in _PARTS.findall(secret) if _folded(part) not in self.words.titles)
            if len(parts) > 1:
                whole |= {parts, (parts[-1], *parts[:-1])}
            alone |= {part for part in parts if len(part) >= _SHORTEST and _folded(part) not in allowed}
        for one in sorted(whole, key=lambda parts: (-len(parts), parts)):
            yield re.compile(r"[\W_]*".join(_spelt(part) for part in one), re.IGNORECASE)
        if alone:
            either = "|".join(_spelt(part) for part in sorted(alone))
            yield re.compile(rf"(?<![^\W\d_])(?:{either})(?![^\W\d_])", re.IGNORECASE)

    def _names(self, text: str) -> list[tuple[int, int]]:
        if text.islower():
            return []
        tokens = tokens_of(text, covered=self._covered(text), surnames=self._surnames, kinds=self)
        found: list[tuple[int, int]] = []
        for run in _runs(tokens, text):
            for part in _parts(run):
                if self._is_name(part, run):
                    whole = self._whole(part, run)
                    found.append((whole[0].start, whole[-1].end))
        return found

    def _covered(self, text: str) -> list[tuple[int, int]]:
        return [one.span() for one in self._phrases.finditer(text)] if self._phrases is not None else []

    @cached_property
    def _phrases(self) -> re.Pattern[str] | None:
        """Names of people as written in full, and every phrase that may stand, the longest first."""
        cells = (cell for one in self.known.people for cell in self._in_cells(one))
        written = (*self.known.people, *self.known.phrases, *cells, NAME, ADDRESS)
        phrases = {" ".join(one.split()) for one in written}
        phrases = {one for one in phrases if not one.isalnum() and not one.islower()}
        if not phrases:
            return None
        longest = sorted(phrases, key=lambda one: (-len(one), one))
        either = "|".join(r"\s+".join(re.escape(word) for word in one.split()) for one in longest)
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def _in_cells(self, name: str) -> tuple[str, ...]:
        """A name as two columns give it: "Hale | Margaret"."""
        words = [word for word in name.split() if _folded(word.rstrip(".")) not in self.words.titles]
        given, surname = " ".join(words[:-1]), words[-1] if words else ""
        return (f"{surname} | {given}", f"{given} | {surname}") if given else ()

    @cached_property
    def _people(self) -> tuple[ParsedName, ...]:
        found = (parse_name(one) for one in self.known.people)
        return tuple(one for one in found if one.surname)

    @cached_property
    def _surnames(self) -> dict[str, frozenset[str]]:
        """Each last word of a surname that may be named, with the given names and initials that belong to it."""
        found: dict[str, set[str]] = {}
        for one in self._people:
            given = {form for name in one.given for form in (name, name[:1])}
            for surname in {one.surname.replace(" ", "-"), one.surname.split()[-1]}:
                found.setdefault(surname, set()).update(given)
        return {surname: frozenset(given) for surname, given in found.items()}

    def kind_of(self, word: str) -> Kind:
        """What a capitalised word is by itself."""
        folded = _folded(word).replace("’", "'")
        folded = folded.removesuffix("'s").removesuffix("'")
        if word in self._initials:
            return Kind.PLAIN
        if folded in self.words.titles:
            return Kind.TITLE
        if folded in self._surnames:
            return Kind.SURNAME
        if len(folded) == 1:
            return Kind.INITIAL
        if folded in self._places or folded in self.words.places:
            return Kind.PLACE
        if folded in self.words.either:
            return Kind.EITHER
        if folded in self.words.months:
            return Kind.MONTH
        parts = re.split(r"[-‐–]", folded)
        return Kind.PLAIN if all(self._is_plain(part, word) for part in parts if part) else Kind.NAME

    def _is_plain(self, part: str, word: str) -> bool:
        known = self.words.plain | self.words.calendar
        stems = [part, part.removesuffix("s"), part.removesuffix("es")]
        if part.endswith("ies"):
            stems.append(part[:-3] + "y")
        return any(stem in known for stem in stems) or word.rstrip("s") in self.words.acronyms

    @cached_property
    def _initials(self) -> frozenset[str]:
        """As the papers give them, and the first letters of names that may stand."""
        made = ("".join(part[:1] for part in (*one.given, *one.surname.split())).upper() for one in self._people)
        return frozenset((*self.known.initials, *(one for one in made if len(one) > 1)))

    @cached_property
    def _places(self) -> frozenset[str]:
        alone = (one.strip() for one in self.known.phrases)
        return frozenset(_folded(one) for one in (*self.known.places, *alone) if one.isalnum())

    def _is_name(self, part: Sequence[Token], run: Sequence[Token]) -> bool:
        kinds = [one.kind for one in part]
        if self._may_be_named(part) or (len(run) == 1 and kinds == [Kind.NAME] and part[0].measures):
            return False
        if Kind.NAME in kinds or Kind.SURNAME in kinds:
            return True
        either = kinds.count(Kind.EITHER) + kinds.count(Kind.MONTH)
        if either == 0:
            return Kind.PLACE in kinds and Kind.TITLE in kinds
        if either > 1 or Kind.TITLE in kinds or Kind.INITIAL in kinds or Kind.PLACE in kinds:
            return True
        token = next(one for one in part if one.kind in (Kind.EITHER, Kind.MONTH))
        if token.kind is Kind.MONTH and token.dated:
            return False
        if len(run) > len(part):
            # Among plain words with capitals it is one of them: "the Price Review Group", "Annual Price Review".
            return run[0] is token and bool(token.before) and token.before not in self.words.articles
        return not token.opens or token.after in self.words.deeds

    def _whole(self, part: Sequence[Token], run: Sequence[Token]) -> Sequence[Token]:
        """The name with the plain words that may belong to it: "Ximena Full", "thanked Honour Travers"."""
        first, last = run.index(part[0]), run.index(part[-1])
        while last + 1 < len(run) and run[last + 1].kind is Kind.PLAIN and run[last + 1].folded not in self.words.tails:
            last += 1
        before = run[first - 1] if first else None
        if before is not None and before.kind is Kind.PLAIN and before.before and before.folded not in self.words.tails:
            first -= 1
        return run[first : last + 1]

    def _may_be_named(self, part: Sequence[Token]) -> bool:
        """A title, given names or initials and a surname of somebody who may be named, or no name at all."""
        body = [one for one in part if one.kind is not Kind.TITLE]
        if not body:
            return True
        if body[0].kind is Kind.SURNAME and body[-1].kind is not Kind.SURNAME:
            body = [*body[1:], body[0]]  # "HALE Margaret"
        given = self._surnames.get(body[-1].folded)
        if body[-1].kind is not Kind.SURNAME or given is None:
            return all(one.kind is Kind.INITIAL for one in body)
        return all(one.folded in given or one.folded in self.words.particles for one in body[:-1])


def _folded(word: str) -> str:
    return fold_letters(word).casefold()


def _spelt(word: str) -> str:
    """The source of a pattern for the word as written, and with plain or other letters in it."""
    return rf"(?:{re.escape(word)}|{any_spelling(_folded(word))})"


def _runs(tokens: Iterable[Token], text: str) -> Iterator[list[Token]]:
    """Capitalised words that stand together, with nothing between them but spaces and the stops of short forms."""
    run: list[Token] = []
    for token in tokens:
        if run and not _joined(run, token, text):
            yield _trimmed(run)
            run = []
        if run or token.kind is not Kind.PARTICLE:
            run.append(token)
    if run:
        yield _trimmed(run)


def _trimmed(run: list[Token]) -> list[Token]:
    while run[-1].kind is Kind.PARTICLE:
        run = run[:-1]
    return run


def _joined(run: Sequence[Token], token: Token, text: str) -> bool:
    one, between = run[-1], text[run[-1].end : token.start].strip(" \t\u00a0")
    if between == "":
        return True
    label = len(run) > 1 and run[-2].kind is Kind.PLAIN  # "Part B. Will": the letter ends a sentence
    return between == "." and (one.kind is Kind.TITLE or (one.kind is Kind.INITIAL and not label))


def _parts(run: Sequence[Token]) -> Iterator[list[Token]]:
    """The words of a run that may make one name, plain words left out."""
    part: list[Token] = []
    for token in run:
        if token.kind is Kind.PLAIN or (token.kind is Kind.PLACE and not part):
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part
