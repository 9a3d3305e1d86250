"""One mention against one day's directory: matched only beyond doubt, else a question, else nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import normalise, segments
from coi_audit.linking.organisations.candidates import candidates, of_fits, ordered
from coi_audit.linking.organisations.day import Day
from coi_audit.linking.organisations.index import Fit, NameIndex, Rank, best_fits, fits_of_mention
from coi_audit.linking.organisations.known import Entry, Known, Mention, NameSource
from coi_audit.model.organisations import Candidate, Resolution
from coi_audit.model.words import Match, OrganisationKind

_CODE = re.compile(r"\b(?:[A-Z]\d{5}(?:\d{3})?|R[A-Z0-9]{2}|(?:OC|SC|NI|SO|R)?\d{6,8})\b")
_EARLIER = (NameSource.FORMER, NameSource.ALIAS)  # a name that lives on in another practice
_ALONE = re.compile(r"^\W*(?:ODS\s*(?:code)?\W*)?([A-Z][A-Z0-9]{2,8}|\d{6,8})\W*$")
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
_CODE_LABEL = re.compile(
    r"\b(?:ODS|practice|organisation|company)?\s*(?:code|number|no\.?)\s*:?\s*(?=\W*$)", re.IGNORECASE
)


def read_mention(text: str, known_codes: frozenset[str] = frozenset()) -> Mention:
    """Take a mention apart. A three-letter trust code counts only in brackets or alone, and only if it is known."""
    found = _POSTCODE.search(text)
    postcode = f"{found.group(1)} {found.group(2)}".upper() if found else None
    bare = _POSTCODE.sub(" ", text)
    codes = []
    for one in _CODE.finditer(bare):
        code = one.group()
        bracketed = bare[max(0, one.start() - 1) : one.start()] in ("(", "[") or bool(_ALONE.match(bare))
        if len(code) > 3 or (bracketed and code in known_codes):
            codes.append(code)
    for code in codes:
        bare = bare.replace(code, " ")
    bare = _CODE_LABEL.sub(" ", bare).strip(" -–—,;:()[]") if codes else bare
    texts = segments(bare)
    parts = tuple(normalise(part) for part in texts)
    rest = None
    if len(parts) > 1 and parts[0].doctor:
        rest = bare[bare.find(texts[0]) + len(texts[0]) :].strip(" -–—,;:_/")
    before = normalise(bare[: bare.rfind(texts[-1])]) if len(parts) > 2 else None
    return Mention(
        text, bare, tuple(codes), postcode, normalise(bare), parts, normalise(rest) if rest else None, before
    )


def match(mention: Mention, day: Day) -> Resolution | None:
    """What the mention means within the body's own directory; None where nothing there speaks for it."""
    fits = fits_of_mention(mention, day.index, day.area)
    bare = not mention.name.kinds and not mention.name.network
    open_ones = best_fits([fit for fit in fits if fit.known.is_open], bare=bare)
    if open_ones:
        return _settle(mention, open_ones, day)
    gone = best_fits([fit for fit in fits if not fit.known.is_open], bare=bare)
    others = candidates(mention, day.index)
    if len(gone) == 1 and gone[0].rank <= Rank.LOOSE and {one.ods_code for one in others} <= {gone[0].known.code}:
        return _settle(mention, gone, day)
    if others:
        return _ask(mention, others, _why_ask(others), day)
    return None


def matched(mention: Mention, known: Known, because: str, on: date) -> Resolution:
    """A match, with the warning that belongs to one that is closed, gone or not open yet."""
    if known.closed is not None:
        because += f" It closed on {known.closed:%-d %B %Y}, before the day asked for."
    elif known.gone:
        because += f" But {known.gone}."
    elif known.row is not None and known.row.opened is not None and known.row.opened > on:
        because += f" It opened on {known.row.opened:%-d %B %Y}, after the day asked for."
    return Resolution(mention.raw, Match.MATCHED, known.organisation(), because=because)


def matched_near(mention: Mention, fit: Fit, why: str, day: Day) -> Resolution:
    """A match of a name that no list has as written; `why` says how it differs, and the answer is only likely."""
    because = (
        f'"{mention.raw}" {why}: it can be no organisation of the area but {fit.known.called()},'
        f" {fit.entry.name.raw}: {fit.entry.note}.{day.scope.note}"
    )
    return replace(matched(mention, fit.known, because, day.on), likely=True)


def _settle(mention: Mention, fits: list[Fit], day: Day) -> Resolution:
    if mention.postcode is not None:
        there = [fit for fit in fits if fit.known.postcode in (mention.postcode, None)]
        if not there:
            why = f"The postcode {mention.postcode} is not the one the list gives."
            return _ask(mention, of_fits(fits), why, day)
        fits = there
    if not any(fit.whole and not fit.placed for fit in fits):
        fits = [fit for fit in fits if fit.placed] or fits
    if len(fits) > 1:
        why = f"{len(fits)} organisations go by this name, and nothing in it tells which is meant."
        return _ask(mention, of_fits(fits), why, day)
    fit = fits[0]
    doubt = _doubt(mention, fit, day)
    if doubt is not None:
        return _ask(mention, of_fits([fit]) + _besides(mention, fit, day.index), doubt, day)
    return matched(mention, fit.known, _because(mention, fit) + day.scope.note, day.on)


def _doubt(mention: Mention, fit: Fit, day: Day) -> str | None:
    """Why the one fit that is left is still a question; None where it is beyond doubt."""
    name, known = mention.name, fit.known
    confirmed = fit.placed or (mention.postcode is not None and mention.postcode == known.postcode)
    own_words = fit.entry.source is NameSource.ALIAS and fit.rank is Rank.EXACT
    if not fit.entry.name.distinctive and not confirmed and not own_words:
        return "No word of this name tells one practice from another."
    legal = name.legal | fit.entry.name.legal
    if len(legal) > 1 or (name.legal and not fit.entry.name.legal and known.kind is OrganisationKind.PRACTICE):
        return "The legal form differs: a company of that name need not be the same organisation."
    if not confirmed and (other := _as_near(mention, fit, day.index)):
        return f"{other.known.called()} has the same distinctive words, and neither name is quite the one given."
    if confirmed or own_words or fit.rank is not Rank.BARE or name.kinds:
        return None
    if _inside_others(mention, fit, day.index):
        return "The one word given is a common one, and stands in the names of other organisations too."
    namesakes = [one.known for one in day.index.networks_named(name) if one.known.key != known.key]
    namesakes = [one for one in namesakes if one.is_open and day.has_begun(one)]
    if namesakes:
        return f"{namesakes[0].called()} has the same name, and the words do not say which is meant."
    return None


def _inside_others(mention: Mention, fit: Fit, index: NameIndex) -> bool:
    """Whether one common word ("Park") also stands in another open organisation's name."""
    words = mention.name.distinctive
    if len(words) != 1 or not mention.name.is_weak:
        return False
    return any(entry.known.key != fit.known.key and entry.known.is_open for entry in index.by_word.get(words[0], ()))


def _as_near(mention: Mention, fit: Fit, index: NameIndex) -> Entry | None:
    """Another open practice of the same distinctive words, where the name found is not quite the one given: cut short
    or drawn out, or with "PMS" where only one of the two has it."""
    loose = name_words().loose
    apart = (set(mention.name.words) & loose) != (set(fit.entry.name.words) & loose)
    if fit.rank is not Rank.CUT and not (fit.rank is Rank.LOOSE and fit.whole and apart):
        return None
    if not fit.entry.name.distinctive:
        return None
    words = fit.entry.name.distinctive
    sharing = (entry for entry in index.by_word.get(words[0], ()) if entry.name.distinctive == words)
    others = (one for one in sharing if one.known.key != fit.known.key and one.known.is_open)
    return next((one for one in others if one.known.kind is OrganisationKind.PRACTICE), None)


def _besides(mention: Mention, fit: Fit, index: NameIndex) -> tuple[Candidate, ...]:
    return tuple(
        one for one in candidates(mention, index) if one.ods_code != fit.known.code or one.name != fit.known.name
    )


def _because(mention: Mention, fit: Fit) -> str:
    called = fit.known.called()
    how = {
        Rank.EXACT: "is the same name",
        Rank.LOOSE: "is the same name but for words that are often added or left out",
        Rank.CUT: "is the same name but for a last word that says what kind of place it is",
        Rank.BARE: "has the same distinctive words as no other organisation of the area",
        Rank.OTHERWISE: "can be no other organisation of the area",
    }[fit.rank]
    place = ", and the place given is in its address" if fit.placed else ""
    said = "" if normalise(mention.text).key == fit.entry.name.key else f' "{fit.entry.name.raw}"'
    return f'"{mention.raw}" {how}{said}{place}: {called}, {fit.entry.note}.'


def _why_ask(others: Sequence[Candidate]) -> str:
    if len(others) == 1:
        return f"It may be {others[0].name}, but that is not certain: {others[0].why}."
    return f"It may be one of {len(others)} organisations, none of them for certain."


def _ask(mention: Mention, found: Sequence[Candidate], why: str, day: Day) -> Resolution:
    return Resolution(mention.raw, Match.ASK, candidates=tuple(found), because=why + day.scope.note)


def match_code(mention: Mention, known: Known, names: NameIndex, day: Day) -> Resolution:
    """A mention that holds a known code: the code decides, unless the words beside it name somebody else."""
    fits = bool(fits_of_mention(mention, names, day.area))
    elsewhere = [
        fit
        for fit in best_fits(fits_of_mention(mention, day.index, day.area), bare=False)
        if fit.known.key != known.key
    ]
    agrees = fits or _words_agree(mention, known, names)
    if agrees and (fits or not elsewhere):
        if known.closed is not None and known.kind is OrganisationKind.PRACTICE:
            return _code_of_closed(mention, known, day, named=fits and bool(mention.name.key))
        return matched(mention, known, f"The code {', '.join(mention.codes)} stands in it: {known.called()}.", day.on)
    found = ordered([(known, "the code given is its code"), *((fit.known, fit.entry.note) for fit in elsewhere)])
    return Resolution(
        mention.raw, Match.ASK, candidates=found, because="The code and the name given do not belong together."
    )


def _code_of_closed(mention: Mention, known: Known, day: Day, *, named: bool) -> Resolution:
    """A code whose practice closed before the day: its successor where one open practice went by its name, itself
    where the mention gives its name too, and else a question: nothing says into whom it went."""
    name = normalise(known.name).key
    bears = (one for one in day.index.entries if one.source in _EARLIER and one.name.key == name)
    heirs = list({one.known.key: one.known for one in bears if one.known.is_open}.values())
    told = f"The code {', '.join(mention.codes)} is that of {known.called()}"
    if len(heirs) == 1:
        gone = f"{told}, which closed on {known.closed:%-d %B %Y}; {heirs[0].called()} went by that name too."
        return matched(mention, heirs[0], gone, day.on)
    if named and not heirs:
        return matched(mention, known, f"{told}.", day.on)
    why = f"{told}, which closed on {known.closed:%-d %B %Y}; the lists do not say which practice it became part of."
    found = ordered([(known, "the code given is its code"), *((one, "it went by that name too") for one in heirs)])
    return _ask(mention, found, why, day)


def _words_agree(mention: Mention, known: Known, names: NameIndex) -> bool:
    """Whether the words beside a code may name its organisation: theirs in full, or nothing but theirs."""
    words = set(mention.name.distinctive) - name_words().weak
    if words <= {word for entry in names.entries for word in entry.name.distinctive} | known.place:
        return True
    telling = [set(entry.name.distinctive) - name_words().weak for entry in names.entries]
    return any(one and one <= words for one in telling)
