"""What the folder as a whole leaves open: a member's role, which committee met, the day a register speaks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coi_audit.audit.answered import no_role
from coi_audit.audit.examine import Examined
from coi_audit.linking.answers import committee_matter
from coi_audit.model.answers import NONE_OF_THESE, Choice, Question, QuestionKind, fact, question_id
from coi_audit.model.case import Case
from coi_audit.model.dates import in_words
from coi_audit.model.words import Role

_SAVED = "saved"  # how a register says that its day is only that of the file


def paper_questions(case: Case, examined: Sequence[Examined]) -> Iterator[Question]:
    """Every question that is put once for the folder, or once for a meeting as a whole."""
    yield from role_questions(case)
    yield from _committees(case, examined)
    yield from _editions(case)


def _committees(case: Case, examined: Sequence[Examined]) -> Iterator[Question]:
    names = tuple(one.name for one in case.body.committees)
    for one in examined:
        meeting = one.meeting
        if one.committee is not None or not names:
            continue
        day = in_words(meeting.on)
        written = f', which the papers call "{meeting.committee}"' if meeting.committee else ""
        yield Question(
            id=question_id(QuestionKind.COMMITTEE, *committee_matter(meeting)),
            kind=QuestionKind.COMMITTEE,
            asks=f"Which committee met on {day}{written}?",
            about=f"{day}, {meeting.committee or meeting.folder}",
            choices=(
                *(Choice(name, name) for name in names),
                Choice(NONE_OF_THESE, "another one, which body.yaml does not list"),
            ),
            now="No list of members is applied to it: only people whom its papers name are looked at.",
            known=(("The papers say", meeting.committee or meeting.source.text or meeting.folder),),
            evidence=(meeting.source,),
            papers=(fact(meeting.committee) or "no committee named",),
            where=(f"{day}, {meeting.folder}",),
            weight=3 if meeting.committee else 0,
        )


def _editions(case: Case) -> Iterator[Question]:
    for register in case.registers:
        guessed = register.edition is not None and _SAVED in register.edition_from
        if (register.edition is not None and not guessed) or not register.interests:
            continue
        day = in_words(register.edition) if register.edition is not None else ""
        yield Question(
            id=question_id(QuestionKind.REGISTER_EDITION, register.file),
            kind=QuestionKind.REGISTER_EDITION,
            asks=f"For which day does the register {register.file} speak?",
            about=register.file,
            choices=(),
            now=f"It is taken to speak for {day}, when the file was last saved."
            if day
            else "It is taken for what was known at every meeting, marked as inferred.",
            known=(("The file says", register.source.text or "no date"),),
            evidence=(register.source,),
            papers=(f"last saved {day}",) if day else ("no date",),
            free="a date, a month or a year",
            where=(register.file,),
            weight=1,
        )


def role_questions(case: Case) -> Iterator[Question]:
    """Members of whom body.yaml gives no role."""
    bare = {each.value for each in case.rejected if no_role(each.problem)}
    for committee in case.body.committees:
        for member in committee.members:
            if member.role is not Role.OTHER or member.name not in bare:
                continue
            yield Question(
                id=question_id(QuestionKind.ROLE, member.name),
                kind=QuestionKind.ROLE,
                asks=f"What is the role of {member.name} on the {committee.name}?",
                about=member.name,
                choices=tuple(Choice(role.value, role.value.replace("_", " ")) for role in Role),
                now="No role counts for them: quorum and rules that ask for one pass them over.",
                known=(("body.yaml says", member.title or member.source.text),),
                evidence=(member.source,),
                papers=(fact(member.title) or "no title",),
                where=(committee.name,),
                weight=1,
            )
