"""The rules folder read once, and with it everything the engine needs for one body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coi_audit.audit.knowledge import Knowledge
from coi_audit.checks import all_checks
from coi_audit.linking.organisations.directory import Directory
from coi_audit.linking.organisations.stated import stated_practices
from coi_audit.model.people import Body
from coi_audit.readers.organisation_lists import ListsRead, read_organisation_lists
from coi_audit.rulebook.action_table import ActionTable, load_action_table
from coi_audit.rulebook.frameworks import Frameworks, load_frameworks
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.minutes_words import MinutesWords, load_minutes_words
from coi_audit.rulebook.opinion import OpinionScale, load_opinion_scale
from coi_audit.rulebook.papers import Papers, load_papers
from coi_audit.rulebook.tie_words import TieWords, load_tie_words
from coi_audit.rulebook.types import Rulebook
from coi_audit.rulebook.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class Books:
    """The rules folder, read once: rulebook, action table, opinion scale, frameworks, papers and vocabularies."""

    rulebook: Rulebook
    actions: ActionTable
    opinion: OpinionScale
    vocabulary: Vocabulary
    ties: TieWords
    minutes_words: MinutesWords
    frameworks: Frameworks
    papers: Papers


def load_books(rules: Path) -> Books:
    """Read the whole rules folder strictly. Raises `RulebookError`."""
    rulebook = load_rulebook(rules, all_checks())
    return Books(
        rulebook=rulebook,
        actions=load_action_table(rules),
        opinion=load_opinion_scale(rules),
        vocabulary=load_vocabulary(rules / "vocabulary"),
        ties=load_tie_words(rules),
        minutes_words=load_minutes_words(rules),
        frameworks=load_frameworks(rules, rulebook),
        papers=load_papers(rules, rulebook),
    )


def knowledge_for(body: Body, *, books: Books, lists: ListsRead | None) -> Knowledge:
    """Everything the engine needs for one body."""
    return Knowledge(
        rulebook=books.rulebook,
        checks=all_checks(),
        actions=books.actions,
        opinion=books.opinion,
        vocabulary=books.vocabulary,
        ties=books.ties,
        minutes_words=books.minutes_words,
        directory=Directory.build(
            lists,
            body.organisations,
            body_code=body.ods_code,
            body_kind=body.kind,
            stated=stated_practices(body),
        ),
        lists=lists.editions if lists else (),
        lists_rejected=tuple(one for one in lists.rejected if one.place) if lists else (),
        frameworks=books.frameworks,
        papers=books.papers,
    )


def lists_of(organisations: Path | None, on: date) -> ListsRead | None:
    """The national lists of a folder, read for a day; None where no folder is given."""
    return read_organisation_lists(organisations, on=on) if organisations else None
