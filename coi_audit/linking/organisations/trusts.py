"""What NHS trusts are called in short: their names without "NHS Foundation Trust", and their initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import canonical_words, normalise
from coi_audit.linking.organisations.history import History
from coi_audit.linking.organisations.known import Entry, Known, NameSource

_FEWEST = 4  # letters; shorter initials mean too many other things
_MOST = 5  # trusts with the same initials that are still worth asking about


def short_names_of_trusts(trusts: Iterable[Known], history: History) -> Iterator[Entry]:
    """Entries for the short forms of every name a trust has in any edition; initials that several share ask."""
    found: dict[str, dict[str, Known]] = defaultdict(dict)
    drop = {"nhs", "foundation", *name_words().trust_words}
    for known in trusts:
        for name in _names(known, history):
            for short in initials_of_trust(name):
                found[short][known.key] = known
            rest = [word for word in name.split() if word.casefold() not in drop]
            if 1 < len(rest) < len(name.split()):
                yield Entry(normalise(" ".join(rest)), known, NameSource.SHORT, f"{name} in short")
    for short in sorted(found):
        shared = found[short]
        whose = "and no other trust's" if len(shared) == 1 else f"and those of {len(shared)} trusts"
        for key in sorted(shared) if len(shared) <= _MOST else ():
            yield Entry(normalise(short), shared[key], NameSource.SHORT, f"{short} are its initials, {whose}")


def initials_of_trust(name: str) -> frozenset[str]:
    """The usual initials: every word's, those without "NHS", and forms such as "NTH NHS FT" and "NTHNHSFT"."""
    words = [word.text for word in canonical_words(name)]
    if not frozenset(words) & name_words().trust_words:
        return frozenset()
    kind = [word for word in words if word in {"foundation", *name_words().trust_words}]
    own = "".join(word[0] for word in words if word not in {"nhs", *kind}).upper()
    end = "".join(word[0] for word in kind).upper()
    if len(own) < 2:
        return frozenset()
    forms = {"".join(word[0] for word in words).upper(), f"{own}{end}", f"{own}NHS{end}", f"{own} NHS {end}"}
    return frozenset(form for form in forms if len(form) >= _FEWEST)


def _names(known: Known, history: History) -> tuple[str, ...]:
    rows = history.rows(known.row.kind, known.row.code) if known.row is not None else ()
    return tuple(dict.fromkeys((known.name, *(row.name for row in rows))))
