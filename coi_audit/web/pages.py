"""Pages made from templates/desk, with the components of the NHS design system from their own package."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, FileSystemLoader, PackageLoader

from coi_audit import __version__, paths
from coi_audit.errors import UserError
from coi_audit.web.doors import Refusal
from coi_audit.web.sessions import Session

if TYPE_CHECKING:
    from coi_audit.app.desk.case import DeskCase

# The places of a body's bar: key, label, address below the body's own.
TABS = (
    ("meetings", "Meetings", ""),
    ("papers", "Papers", "/papers"),
    ("questions", "Questions", "/questions"),
    ("year", "The year", "/year"),
)
_PASSING = ("reading.html", "reading_part.html")  # what is to be told waits for the page after these


@cache
def environment() -> Environment:
    """The templates. The components lean on parameters that are not given, so an absent name is empty here."""
    made = Environment(
        loader=ChoiceLoader(
            [FileSystemLoader(paths.templates_folder() / "desk"), PackageLoader("nhsuk_frontend_jinja")]
        ),
        undefined=ChainableUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update({name: _in_words(name) for name in ("day", "words", "sentence")})
    made.filters.update(listed=lambda parts: _in_words("listed")(list(parts)))
    made.globals.update(count=_in_words("count"), version=__version__)
    return made


def _in_words(name: str) -> Callable[..., Any]:
    """A function of the reports' words, brought in when it is first used: the first page does without them."""

    def told(*given: Any) -> Any:
        from coi_audit.report import words

        return getattr(words, name)(*given)

    return told


def session_of(request: Request) -> Session:
    """The session the doors let in."""
    session = request.scope["state"]["session"]
    assert isinstance(session, Session)
    return session


def fragment_wanted(request: Request) -> bool:
    """Whether the page's own script asks for a part of the page alone; never where the browser goes back to it."""
    return request.headers.get("hx-request") == "true" and request.headers.get("hx-history-restore-request") != "true"


def page(request: Request, template: str, /, status: int = 200, **shown: Any) -> HTMLResponse:
    """A whole page. `title` and `here` (crumbs: label and address, the last without one) are among what is shown."""
    session = request.scope.get("state", {}).get("session")
    passing = template in _PASSING
    told = session.take_told() if session is not None and not passing else []
    made = environment().get_template(template).render(session=session, told=told, path=request.url.path, **shown)
    return HTMLResponse(made, status)


def body_page(
    request: Request, case: DeskCase, template: str, /, *, tab: str, status: int = 200, **shown: Any
) -> HTMLResponse:
    """A page of one body, under its bar; `tab` is the key of the place of the bar it belongs to."""
    key = case.known.key
    tabs = [(one, label, f"/b/{key}{rest}") for one, label, rest in TABS]
    name = case.case.body.name
    return page(request, template, status, case=case, key=key, body_name=name, tabs=tabs, tab=tab, **shown)


def fragment(template: str, /, **shown: Any) -> HTMLResponse:
    """A part of a page, for the script to put in its place. `session` must be shown where it holds a form."""
    return HTMLResponse(environment().get_template(template).render(**shown))


def problem_page(request: Request, error: UserError, *, status: int = 422) -> HTMLResponse:
    """What a person can mend, on a page of its own."""
    return page(request, "problem.html", status, title="That did not work", problem=error)


def refusal_page(refusal: Refusal) -> tuple[str, bytes]:
    """Why somebody was not let in; shows nothing that belongs to a session."""
    template = environment().get_template("refused.html")
    made = template.render(title="Not let in", refusal=refusal, session=None, told=[])
    return "text/html; charset=utf-8", made.encode()
