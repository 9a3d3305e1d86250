"""The self-certification's questions answered from the rules: yes, no, cannot tell and what is missing, or ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from coi_audit.audit.audited import Audited
from coi_audit.audit.engine import Verdicts
from coi_audit.model.assessment import CertificationAnswer, CertificationLine, PaperToAsk
from coi_audit.model.audit import Finding
from coi_audit.model.words import RuleOutcome, Severity
from coi_audit.rulebook.frameworks import Question, SelfCertification

_MOST = 3  # statements given as reasons; the findings have them all


def certify(
    form: SelfCertification, audited: Audited, verdicts: Verdicts, *, papers: Sequence[PaperToAsk]
) -> tuple[CertificationLine, ...]:
    """Every question of the form, answered for the whole period."""
    return tuple(_line(one, audited, verdicts, papers) for one in form.questions)


def _line(question: Question, audited: Audited, verdicts: Verdicts, papers: Sequence[PaperToAsk]) -> CertificationLine:
    answer, because = _answer(question, audited, verdicts)
    settled = answer in (CertificationAnswer.YES, CertificationAnswer.NO)
    return CertificationLine(
        key=question.key,
        frequency=question.frequency,
        question=question.question,
        answer=answer,
        because=because,
        missing=() if settled else _missing(question, verdicts, papers),
        rule_ids=question.rules,
    )


def _answer(question: Question, audited: Audited, verdicts: Verdicts) -> tuple[CertificationAnswer, tuple[str, ...]]:
    if not question.rules:
        return CertificationAnswer.ASK_THE_BODY, ()
    failed = sorted({one.rule_id for one in verdicts.failed if one.rule_id in question.rules})
    if failed:
        return CertificationAnswer.CANNOT_TELL, (f"A rule failed to run: {', '.join(failed)}.",)
    if question.lists is not None:
        return _listed(question, audited, verdicts)
    raised = [one for one in verdicts.findings if one.rule_id in question.rules]
    against = [one for one in raised if one.outcome is RuleOutcome.NOT_MET and one.severity is not Severity.INFO]
    if against:
        return CertificationAnswer.NO, _statements(against)
    if any(one.outcome is RuleOutcome.CANNOT_TELL for one in raised):
        return CertificationAnswer.CANNOT_TELL, ()
    silent = [rule for rule in question.rules if not _settled(_counts(verdicts, rule))]
    if silent or not any(_counts(verdicts, rule)[RuleOutcome.MET] for rule in question.rules):
        names = ", ".join(silent or question.rules)
        return CertificationAnswer.CANNOT_TELL, (f"Nothing in these papers was tested by {names}.",)
    return CertificationAnswer.YES, (f"Met wherever it was tested: {', '.join(question.rules)}.",)


def _settled(answers: Counter[RuleOutcome]) -> bool:
    """Whether a rule was met somewhere, or held on no day of the period."""
    return bool(answers[RuleOutcome.MET]) or set(answers) == {RuleOutcome.NOT_IN_FORCE}


def _listed(question: Question, audited: Audited, verdicts: Verdicts) -> tuple[CertificationAnswer, tuple[str, ...]]:
    """Yes where the paper lists anything, no where it is there and lists nothing."""
    answers = sum((_counts(verdicts, rule) for rule in question.rules), Counter[RuleOutcome]())
    if answers[RuleOutcome.MET] or answers[RuleOutcome.NOT_MET]:
        raised = [one for one in verdicts.findings if one.rule_id in question.rules]
        told = [one for one in raised if one.outcome is RuleOutcome.NOT_MET]
        return CertificationAnswer.YES, ("The body's own log lists at least one.", *_statements(told))
    if any(one.kind == question.lists for one in audited.case.inputs):
        return CertificationAnswer.NO, ("The body's own log lists none.",)
    return CertificationAnswer.CANNOT_TELL, ()


def _missing(question: Question, verdicts: Verdicts, papers: Sequence[PaperToAsk]) -> tuple[str, ...]:
    """The papers that would answer, else the questions that the rules ask, else the form's own question."""
    open_ = [
        one for one in verdicts.findings if one.rule_id in question.rules and one.outcome is RuleOutcome.CANNOT_TELL
    ]
    numbers = {one.fingerprint for one in open_}
    titles = [one.title for one in papers if numbers & set(one.fingerprints)]
    covered = {number for one in papers for number in one.fingerprints}
    asks = [one.ask or one.statement for one in open_ if one.fingerprint not in covered]
    return tuple(dict.fromkeys([*titles, *asks])) or (question.ask,)


def _statements(found: Sequence[Finding]) -> tuple[str, ...]:
    told = list(dict.fromkeys(one.statement for one in found))
    more = len(told) - _MOST
    return (*told[:_MOST], *((f"And {more} more.",) if more > 0 else ()))


def _counts(verdicts: Verdicts, rule: str) -> Counter[RuleOutcome]:
    return verdicts.counts.get(rule, Counter())
