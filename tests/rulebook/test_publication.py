"""publication.yaml is read strictly, and gives for each day whose entries are published."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from coi_audit import paths
from coi_audit.checks import all_checks
from coi_audit.errors import RulebookError
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.publication import Publication, PublishedPeople, load_publication
from coi_audit.rulebook.types import Rulebook


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(paths.rules_folder(), all_checks())


@pytest.fixture(scope="module")
def publication(rulebook: Rulebook) -> Publication:
    return load_publication(paths.rules_folder(), rulebook)


@pytest.mark.parametrize(
    ("day", "who"),
    [
        (date(2016, 6, 27), None),
        (date(2016, 6, 28), PublishedPeople.EVERYBODY),
        (date(2017, 6, 15), PublishedPeople.EVERYBODY),
        (date(2017, 6, 16), PublishedPeople.DECISION_MAKERS),
        (date(2026, 1, 1), PublishedPeople.DECISION_MAKERS),
    ],
)
def test_whose_entries_are_published(publication: Publication, day: date, who: PublishedPeople | None) -> None:
    found = publication.people_on(day)
    assert (found.who if found else None) is who


def test_the_limits_are_those_of_the_rules(publication: Publication, rulebook: Rulebook) -> None:
    for rule, months in ((publication.published_rule, 6), (publication.record_rule, 72)):
        version = rulebook.version_on(rule, date(2018, 1, 15))
        assert version is not None
        assert version.params.months == months


def test_every_mask_says_what_it_keeps_back(publication: Publication) -> None:
    found = publication.mask("family")
    assert found is not None
    assert "relationship" in found.keeps_back
    assert publication.mask("nothing of the kind") is None


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("published: PUB-03", "published: PUB-99", 'there is no rule "PUB-99"'),
        ("published: PUB-03", "published: PUB-01", "holds no months"),
        ("who: everybody", "who: anybody", '"anybody" is not one of everybody, decision_makers'),
        ("until: 2017-06-15", "until: 2017-06-16", "before the one above it ends"),
        ("  - kind: provenance", "  - kind: family", "stands there twice"),
        ("[jointly,", "[Jointly,", '"Jointly" is no word in lower case'),
        ("masks:", "mask:", 'lacks the key "masks"'),
        ('    citation: {source: SG17, locator: "Publication of registers, withholding"}\n', "", "needs a source"),
    ],
)
def test_a_bent_file_is_refused(tmp_path: Path, rulebook: Rulebook, old: str, new: str, words: str) -> None:
    text = (paths.rules_folder() / "publication.yaml").read_text(encoding="utf-8")
    assert old in text
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "publication.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RulebookError, match=f"(?s){words}") as caught:
        load_publication(folder, rulebook)
    assert "publication.yaml, line " in str(caught.value)


def test_an_absent_file_is_told(tmp_path: Path, rulebook: Rulebook) -> None:
    folder = shutil.copytree(paths.rules_folder(), tmp_path / "rules")
    (folder / "publication.yaml").unlink()
    with pytest.raises(RulebookError, match="rules of publication are missing"):
        load_publication(folder, rulebook)
