"""The figures of the classification step are held at what was reached; held-out rows only ever by their count."""

from __future__ import annotations

import step_classify
from scored import Part, Verdict, figure

REACHED = {  # share right of every answer over all writings: on the part tuned on, and on the part held out
    "classify GP services": (0.998, 0.98),
    "classify scope": (0.99, 0.953),  # held out .955 before the sixteenth writing was added
    "classify purpose": (0.98, 0.97),
    "classify decision type": (0.97, 0.905),
    "classify parties": (0.993, 0.99),  # .995 and .993 before a further writing of harder titles was added
    "classify GP decisions": (1.0, 0.955),
}


def test_what_was_reached_is_kept() -> None:
    scored = list(step_classify.measure(None))
    for step, (tuned, held) in REACHED.items():
        for part, least in ((Part.TUNED_ON, tuned), (Part.HELD_OUT, held)):
            reached = figure(one for one in scored if one.step == step and one.part is part).recall
            assert reached >= least, f"{step}, {part.value}: {reached:.3f}"


def test_a_decision_told_as_information_is_missed() -> None:
    row = {"concerns_gp_services": "yes", "scope": "*", "purpose": "decision", "decision_type": "*", "parties": "*"}
    answer = {
        "concerns_gp_services": True,
        "scope": "all_practices",
        "purpose": "information",
        "decision_type": "C04",
        "parties": [],
    }
    verdicts = {step: verdict for step, verdict, _ in step_classify._answers(row, answer)}
    assert verdicts["GP decisions"] is Verdict.MISSED
    assert verdicts["purpose"] is Verdict.WRONG
    assert "scope" not in verdicts


def test_a_party_is_missed_or_told_too_many() -> None:
    said = [verdict for _, verdict, _ in step_classify._parties({"elm surgery"}, {"ash surgery"})]
    assert sorted(said) == [Verdict.EXTRA, Verdict.MISSED]
