"""The arithmetic of the accuracy figures."""

from __future__ import annotations

from scored import Part, Scored, Verdict, figure, lines


def answer(verdict: Verdict, group: str = "A") -> Scored:
    return Scored("names", "invented", Part.TUNED_ON, group, verdict)


def test_a_question_is_neither_right_nor_wrong() -> None:
    found = figure([answer(Verdict.RIGHT), answer(Verdict.ASKED)])
    assert (found.precision, found.recall, found.asked, found.wrong) == (1.0, 0.5, 1, 0)


def test_what_was_invented_lowers_precision_only() -> None:
    found = figure([answer(Verdict.RIGHT), answer(Verdict.EXTRA), answer(Verdict.MISSED)])
    assert (found.precision, found.recall) == (0.5, 0.5)
    assert figure([answer(Verdict.RIGHT), answer(Verdict.EXTRA)]).recall == 1.0


def test_each_group_is_left_out_in_turn() -> None:
    (line,) = lines([answer(Verdict.RIGHT, "A"), answer(Verdict.RIGHT, "A"), answer(Verdict.MISSED, "B")])
    assert (line.left_out, line.weakest, line.weakest_recall) == (0.0, "B", 0.0)
