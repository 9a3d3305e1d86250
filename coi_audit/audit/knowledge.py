"""Everything the engine knows beside the papers: rules, checks, tables, words and lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coi_audit.linking.answers import NO_ANSWERS, AnswerBook
from coi_audit.linking.organisations.directory import Directory
from coi_audit.model.evidence import Rejected
from coi_audit.model.organisations import ListEdition
from coi_audit.rulebook.action_table import ActionTable
from coi_audit.rulebook.frameworks import Frameworks
from coi_audit.rulebook.minutes_words import MinutesWords
from coi_audit.rulebook.opinion import OpinionScale
from coi_audit.rulebook.papers import Papers
from coi_audit.rulebook.tie_words import TieWords
from coi_audit.rulebook.types import CheckLike, Rulebook
from coi_audit.rulebook.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Knowledge:
    """`directory` holds the organisations of the body's area; `lists` are the editions it was built from."""

    rulebook: Rulebook
    checks: Mapping[str, CheckLike]
    actions: ActionTable
    opinion: OpinionScale
    vocabulary: Vocabulary
    ties: TieWords
    minutes_words: MinutesWords
    directory: Directory
    lists: tuple[ListEdition, ...] = ()
    lists_rejected: tuple[Rejected, ...] = ()  # their rows that were not understood
    frameworks: Frameworks | None = None
    papers: Papers | None = None
    answers: AnswerBook = NO_ANSWERS  # what people answered where the papers leave a doubt
