"""A name reads the same however it is typed, and different names stay different."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coi_audit.errors import RulebookError
from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import canonical_words, company_number, normalise, read_doctors, same_company, segments

WORDS = st.lists(
    st.sampled_from(
        [
            "elm",
            "st",
            "mary's",
            "park",
            "view",
            "surg.",
            "med",
            "ctr",
            "health",
            "care",
            "centre",
            "gp",
            "&",
            "the",
            "dr",
            "patel",
            "h/ctr",
            "c.i.c",
            "ltd",
            "mc",
            "walk",
            "in",
        ]
    )
    | st.text(string.ascii_letters + "'é.-", min_size=1, max_size=8),
    min_size=1,
    max_size=7,
)


@given(WORDS)
def test_reading_a_key_again_gives_the_same_key(words: list[str]) -> None:
    once = normalise(" ".join(words))
    assert normalise(once.key).key == once.key


@given(st.text(max_size=40))
def test_any_text_can_be_read_and_read_again(text: str) -> None:
    once = normalise(text)
    assert normalise(once.key).key == once.key


@given(WORDS, st.sampled_from([" ", "  ", "\t", " \n "]), st.sampled_from(["", ".", ",", "!"]))
def test_case_spacing_and_closing_marks_make_no_difference(words: list[str], gap: str, mark: str) -> None:
    plain = normalise(" ".join(words)).key
    assert normalise(gap.join(words).upper() + mark).key == normalise(" ".join(words).upper()).key
    assert normalise(gap + gap.join(words).lower()).key == normalise(" ".join(words).lower()).key
    assert normalise(gap.join(words) + gap).key == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ELM STREET MED.CTR.", "Elm St Medical Centre"),
        ("The Elm Surg", "Elm Surgery"),
        ("Park View M.C.", "Park View Medical Centre"),
        ("Rowan H/Ctr", "Rowan Health Centre"),
        ("ST.OSYTH’S PRACT", "Saint Osyths Practice"),
        ("Hale & Thorn Partnership", "Hale and Thorn Pship"),
        ("Brackley Primary Care Network", "BRACKLEY PCN"),
        ("Northfield Care C.I.C.", "Northfield Care Community Interest Company"),
        ("Café Lane Surgery", "CAFE LANE SURGERY"),
    ],
)
def test_ways_of_writing_one_name_read_alike(one: str, other: str) -> None:
    assert normalise(one).key == normalise(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Elm Street Surgery", "Elm Road Surgery"),
        ("Elm Surgery", "Elm Medical Centre"),
        ("North Elm Surgery", "South Elm Surgery"),
        ("Elm Surgery 1", "Elm Surgery 2"),
        ("Elm Medical Group PCN", "Elm Medical Group"),
        ("Green Ashby Surgery", "Ashby Green Surgery"),
    ],
)
def test_different_names_read_differently(one: str, other: str) -> None:
    assert normalise(one).key != normalise(other).key


def test_distinctive_words_are_what_is_left_without_kinds_of_place() -> None:
    name = normalise("The Lowther Grange Family Medical Practice Ltd")
    assert name.distinctive == ("lowther", "grange")
    assert name.kinds == ("family", "medical", "practice")
    assert name.legal == {"limited"}
    assert not name.is_weak
    assert normalise("The High Street Surgery").is_weak
    assert normalise("The Surgery").distinctive == ()


@pytest.mark.parametrize(
    ("text", "surnames", "initials"),
    [
        ("Dr Vale & Partners", {"vale"}, ""),
        ("DR R J VALE'S PRACTICE", {"vale"}, "jr"),
        ("Drs Hill and Moss", {"hill", "moss"}, ""),
        ("DR VALE RJ PRACTICE", {"vale"}, "jr"),
        ("Practice of Dr S.K. Thorne", {"thorne"}, "ks"),
    ],
)
def test_practices_called_after_doctors(text: str, surnames: set[str], initials: str) -> None:
    found = read_doctors(text)
    if surnames & name_words().weak:
        assert found is None  # a surname that is a common word of places is read as any other name
    else:
        assert found is not None
        assert (set(found.surnames), found.initials) == (surnames, initials)


@pytest.mark.parametrize("text", ["Elm Surgery - Dr Vale", "Elm Family Drs", "Elm Surgery", "Dr Vale - Shore HC", ""])
def test_other_names_are_not_doctors_names(text: str) -> None:
    assert read_doctors(text) is None


def test_segments_part_at_commas_brackets_and_dashes_but_not_inside_words() -> None:
    assert segments("Elm Surgery (Ashby), Market Drayton - Dr Vale") == (
        "Elm Surgery",
        "Ashby",
        "Market Drayton",
        "Dr Vale",
    )
    assert segments("Stoke-under-Ham Surgery") == ("Stoke-under-Ham Surgery",)


def test_companies_are_one_only_by_number_or_by_the_whole_name() -> None:
    assert same_company("Brightwater Care", "BRIGHTWATER CARE LTD.")
    assert same_company("Anything", "Else", number_a="1234567", number_b="01234567")
    assert not same_company("Brightwater Care Ltd", "Brightwater Care Ltd", number_a="01234567", number_b="07654321")
    assert not same_company("Brightwater Care Ltd", "Brightwater Care LLP")
    assert not same_company("The Brightwater Trust Ltd", "Brightwater Trust Ltd")
    assert not same_company("Brightwater Care UK Ltd", "Brightwater Care Ltd")
    assert not same_company("", "")
    assert company_number("oc123456") == "OC123456"


def test_the_vocabulary_is_read_strictly(tmp_path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "vocabulary"
    folder.mkdir()
    (folder / "name_words.yaml").write_text("fillers: [the]\ngeneric: [surgery]\n", encoding="utf-8")
    with pytest.raises(RulebookError, match=r'name_words.yaml.*"abbreviations" is missing'):
        name_words(tmp_path)


@pytest.mark.parametrize("mark", ["'", "’"])
def test_the_owner_of_a_thing_is_the_same_organisation(mark: str) -> None:
    assert normalise(f"Elm Street Surgery{mark}s").key == normalise("Elm Street Surgery").key
    assert normalise(f"St Mary{mark}s Surgery").key != normalise("St Mary Surgery").key
    assert canonical_words(f"Elm Street Surgery{mark}s rating")[2].end == len("Elm Street Surgery")
