"""Classification of agenda titles: whether GP services, scope, purpose, type and parties are right; decisions missed.

`data/classify/titles.csv` was labelled before any title was put to the reader, each writing of it after the mending by
the one before. Of the first three every third row is held out, of the fourth fifty in a hundred and twenty; the fifth
to the ninth and the eleventh were looked into once their first figure was taken, the tenth and the twelfth never; of
the thirteenth to the fifteenth every third is held out, and the fourteenth has no action words. Where a title may
honestly be read in more than one way its label gives them all, parted by "/"; "*" is not judged. Groups are the body a
published title came from, the committee, or the subject of titles written in the language of such papers.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scored import Part, Scored, Verdict

from coi_audit.linking.items.classify_titles import TitleRow, classify_titles
from coi_audit.paths import rules_folder
from coi_audit.rulebook.vocabulary import load_vocabulary

OWN = Path(__file__).parent / "data" / "classify" / "titles.csv"
MORE = OWN.with_name("titles_more.csv")  # by somebody who never looked at the reader, nor at the other titles' errors
FRESH = OWN.with_name("titles_fresh.csv")  # by one who had seen neither; every third row by lot is held out
SIXTEENTH = OWN.with_name("titles_sixteenth.csv")  # after the mending by all others; every third row is held out
LABELLED = "agenda_items_dev.csv"
LABELLED_SET = "published"
_QUESTIONS = ("GP services", "scope", "purpose", "decision type")
_SCOPES = {  # the words of the labelled list in the contract's
    "named practice": "named_practice/some_practices",
    "all practices": "all_practices/some_practices",
    "none": "none/internal",
    "other provider": "other_provider",
}


def measure(dev: Path | None) -> Iterator[Scored]:
    """Every title of the lists, one answer a question; a party is one answer."""
    yield from _scored(_rows(OWN))
    yield from _scored(_rows(MORE))
    yield from _scored(_rows(FRESH))
    yield from _scored(_rows(SIXTEENTH))
    if dev is not None and (dev / LABELLED).is_file():
        yield from _scored([_in_our_words(row) for row in _rows(dev / LABELLED)])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _in_our_words(row: dict[str, str]) -> dict[str, str]:
    """The list gives no codes and no parties, so those are not judged."""
    return {
        "writing": LABELLED_SET,
        "part": Part.TUNED_ON.value,
        "group": row["ccg"],
        "title": row["title"],
        "action": row["published_action"],
        "committee": row["committee"],
        "decision_type": "*",
        "concerns_gp_services": row["concerns_gp_services"],
        "scope": _SCOPES[row["scope"]],
        "purpose": row["decision_or_info"].removeprefix("for "),
        "parties": "*",
    }


def _scored(rows: list[dict[str, str]]) -> Iterator[Scored]:
    vocabulary = load_vocabulary(rules_folder() / "vocabulary")
    given = [TitleRow(row["title"], row["action"], row["committee"]) for row in rows]
    for row, answer in zip(rows, classify_titles(given, vocabulary), strict=True):
        part = Part(row["part"])
        for step, verdict, what in _answers(row, answer):
            yield Scored(
                f"classify {step}",
                f"{row['writing']} writing",
                part,
                row["group"],
                verdict,
                f"{row['title']!r}: {what}",
            )


def _answers(row: dict[str, str], answer: dict[str, Any]) -> Iterator[tuple[str, Verdict, str]]:
    truths = (row["concerns_gp_services"], row["scope"], row["purpose"], row["decision_type"])
    said = (
        "yes" if answer["concerns_gp_services"] else "no",
        answer["scope"],
        answer["purpose"],
        answer["decision_type"] or "procedure",
    )
    for step, truth, words in zip(_QUESTIONS, truths, said, strict=True):
        if truth != "*":
            right = words in truth.split("/")
            yield step, Verdict.RIGHT if right else Verdict.WRONG, f"{truth}, said {words}"
    if (row["concerns_gp_services"], row["purpose"]) == ("yes", "decision"):
        found = said[0] == "yes" and said[2] == "decision"
        yield "GP decisions", Verdict.RIGHT if found else Verdict.MISSED, f"said {said[0]}, {said[1]}, {said[2]}"
    if row["parties"] != "*":
        yield from _parties(_names(row["parties"].split(";")), _names(answer["parties"]))


def _parties(truth: set[str], said: set[str]) -> Iterator[tuple[str, Verdict, str]]:
    if not truth and not said:
        yield "parties", Verdict.RIGHT, ""
    for name in sorted(truth | said):
        verdict = Verdict.RIGHT if name in truth & said else Verdict.MISSED if name in truth else Verdict.EXTRA
        yield "parties", verdict, name


def _names(names: list[str]) -> set[str]:
    return {name.casefold().removeprefix("the ") for name in names if name}
