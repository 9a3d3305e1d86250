"""The chase: who owes a declaration, a nil return, a refresh, a missing part or an action, from a folder or a store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from coi_audit.app.audits import Under
from coi_audit.app.books import knowledge_for, lists_of, load_books
from coi_audit.app.kept import Replay
from coi_audit.audit.chase import chase_ahead
from coi_audit.errors import ExitCode, UserError
from coi_audit.model.case import Case
from coi_audit.model.chase import Chase
from coi_audit.model.given import Action
from coi_audit.readers.case_assembly import assemble
from coi_audit.readers.case_folder import read_case
from coi_audit.store.actions import actions_known
from coi_audit.store.opening import open_store
from coi_audit.store.replay import body_named, known_on

Progress = Callable[[str, int, int], None]

__all__ = ["Replay", "Under", "chase_folder", "chase_kept", "exit_code_of_chase"]


def chase_folder(folder: Path, under: Under, *, within: int = 0, progress: Progress | None = None) -> Chase:
    """Who owes what by the papers of a folder, and what falls due `within` so many days.

    Raises `UserError` where the folder or the rulebook cannot be used.
    """
    return _chased(read_case(folder, progress=progress), under, within, where=str(folder))


def chase_kept(replay: Replay, under: Under, *, within: int = 0) -> Chase:
    """The same from a store, with the open actions of the body's plan. Raises `UserError` as `audit_kept`."""
    store = open_store(replay.address, migrate=False)
    try:
        body = body_named(store, replay.body)
        reading = known_on(store, body, replay.known or date.max)
        actions = actions_known(store, body, replay.known)
    finally:
        store.close()
    return _chased(assemble(reading), under, within, where=replay.address.rsplit("@", maxsplit=1)[-1], actions=actions)


def _chased(case: Case, under: Under, within: int, *, where: str, actions: Sequence[Action] | None = None) -> Chase:
    if not any(committee.members for committee in case.body.committees) and not case.records.staff:
        raise UserError(
            "nobody is named who could owe anything: body.yaml lists no members, and there is no list of staff.",
            where=where,
            fix="name the members of each committee in body.yaml, or add a list of decision-making staff.",
        )
    books = load_books(under.rules)
    knowledge = knowledge_for(case.body, books=books, lists=lists_of(under.organisations, under.as_of))
    return chase_ahead(case, as_of=under.as_of, within=within, knowledge=knowledge, actions=actions)


def exit_code_of_chase(found: Chase) -> ExitCode:
    """Incomplete before debts (contract, section 2): a rule failed to run, or a paper was not understood."""
    if found.failed or any(not one.place for one in found.rejected):
        return ExitCode.INCOMPLETE
    return ExitCode.FINDINGS if found.debtors else ExitCode.CLEAN
