"""The vocabulary as shipped is whole, and a faulty one is refused with file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coi_audit.errors import RulebookError
from coi_audit.model.words import Purpose, Scope
from coi_audit.paths import rules_folder
from coi_audit.rulebook.vocabulary import load_vocabulary

FILES = ("decision_types", "procedure", "actions", "subjects", "names", "places", "neighbours")
ZERO_SUM = {"C01", "C08", "C09", "C10", "C11", "C12"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(rules_folder() / "vocabulary" / f"{name}.yaml", tmp_path)
    return tmp_path


def bend(folder: Path, file: str, old: str, new: str) -> int:
    """Replace the first `old`; the line it stands on."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def refusal(folder: Path) -> str:
    with pytest.raises(RulebookError) as caught:
        load_vocabulary(folder)
    return str(caught.value)


def test_the_shipped_vocabulary_has_every_decision_type() -> None:
    vocabulary = load_vocabulary(rules_folder() / "vocabulary")
    assert sorted(vocabulary.types) == [f"C{number:02}" for number in range(1, 30)]
    assert {code for code, kind in vocabulary.types.items() if kind.zero_sum} == ZERO_SUM
    assert {code for code, kind in vocabulary.types.items() if kind.pays_nobody} == {"C21", "C24", "C28"}
    assert next(iter(vocabulary.procedures)) == "declarations"


def test_books_carry_what_the_files_say(folder: Path) -> None:
    vocabulary = load_vocabulary(folder)
    assert vocabulary.types["C08"].scope is Scope.NAMED_PRACTICE
    assert vocabulary.types["C24"].purpose is Purpose.INFORMATION
    assert vocabulary.procedures["minutes"].purpose is Purpose.DECISION


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("decision_types.yaml", "    zero_sum: true", "    zero_summ: true", '"zero_summ" is not a key'),
        ("decision_types.yaml", "    zero_sum: true", "    zero_sum: perhaps", '"perhaps" is not true or false'),
        ("decision_types.yaml", "  - code: C02", "  - code: C01", '"C01" is given twice'),
        ("decision_types.yaml", "  - code: C02", "  - code: merger", '"merger" is not a code'),
        ("decision_types.yaml", "scope: named_practice", "scope: nearby", '"nearby" is not one of'),
        ("decision_types.yaml", "closed: always", "closed: sometimes", '"sometimes" is not one of'),
        ("decision_types.yaml", "boundary application", "Mergers", '"Mergers" is given twice: C08 has it'),
        ("decision_types.yaml", "      all_practices:", "      everyone:", '"everyone" is not a key'),
        ("procedure.yaml", "label: apologies", "label: minutes", '"minutes" is given twice'),
        ("procedure.yaml", "gives_way: false", "gives_way: 1", "1 is not true or false"),
        ("actions.yaml", "not_asked:", "not_askd:", '"not_askd" is not a key'),
        ("actions.yaml", "    discussion: []", "    discusion: []", '"discusion" is not a key'),
        ("subjects.yaml", "  [general practice,", "  [general practice, General Practices,", "is given twice"),
        ("names.yaml", "  pcn:", "  network:", '"network" is not a key'),
        ("names.yaml", "  sure:", "  surely:", '"surely" is not a key'),
        ("places.yaml", "places:", "towns:", '"towns" is not a key'),
        ("neighbours.yaml", "names_follow:", "names_folow:", '"names_folow" is not a key'),
    ],
)
def test_a_fault_is_refused_with_its_file_and_line(folder: Path, file: str, old: str, new: str, said: str) -> None:
    line = bend(folder, file, old, new)
    message = refusal(folder)
    assert said in message
    assert f"rules/vocabulary/{file}, line {line}" in message or f"rules/vocabulary/{file}, line {line + 1}" in message


def test_a_key_given_twice_is_refused(folder: Path) -> None:
    path = folder / "places.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\nplaces: [elsewhere]\n", encoding="utf-8")
    assert 'the key "places" is given twice' in refusal(folder)


def test_a_missing_file_is_refused_by_name(folder: Path) -> None:
    (folder / "actions.yaml").unlink()
    assert "rules/vocabulary/actions.yaml" in refusal(folder)


def test_an_empty_phrase_is_refused(folder: Path) -> None:
    bend(folder, "places.yaml", "[avon,", '["-", avon,')
    assert "holds no word" in refusal(folder)


def test_every_fault_is_named_at_once(folder: Path) -> None:
    bend(folder, "places.yaml", "places:", "towns:")
    bend(folder, "actions.yaml", "not_asked:", "not_askd:")
    message = refusal(folder)
    assert "places.yaml" in message
    assert "actions.yaml" in message
