"""In and out, and the first page: which body?"""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from coi_audit import paths
from coi_audit.web.at_hand import KnownBodies
from coi_audit.web.doors import Refusal
from coi_audit.web.forms import Form
from coi_audit.web.pages import page, refusal_page, session_of
from coi_audit.web.sessions import COOKIE, Sessions

router = APIRouter()


@router.get("/enter")
def enter(request: Request, token: str = "") -> Response:
    """Let a browser in by the address that was opened; each address lets in once."""
    sessions = request.app.state.sessions
    assert isinstance(sessions, Sessions)
    number = sessions.enter(token)
    if number is None:
        kind, body = refusal_page(
            Refusal(403, "this address has been used already, or is not one of this desk's.",
                    "in the window where coi-audit runs, press Enter: it opens the desk anew.")
        )  # fmt: skip
        return Response(body, 403, media_type=kind)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(COOKIE, number, httponly=True, samesite="strict", path="/")
    return answer


@router.post("/leave")
def leave(request: Request, form: Form) -> Response:
    """Sign out."""
    request.app.state.sessions.end(request.cookies.get(COOKIE))
    kind, body = refusal_page(
        Refusal(200, "you are signed out.", "press Enter in the window where coi-audit runs to come back.")
    )
    answer = Response(body, 200, media_type=kind)
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/")
def start(request: Request, bodies: KnownBodies) -> Response:
    """The bodies known, and the ways to a new one."""
    return page(request, "start.html", title="Which body?", bodies=bodies.all())


@router.post("/me")
def me(request: Request, form: Form) -> Response:
    """Who sits at the desk: signs answers and rulings."""
    session_of(request).who = " ".join(form.text("who").split())[:120]
    return RedirectResponse("/", 303)


@router.post("/open")
def open_folder(form: Form, bodies: KnownBodies) -> Response:
    """A case folder on this machine."""
    return RedirectResponse(f"/b/{bodies.open_folder(form.text('folder')).key}", 303)


@router.post("/sample")
def sample(form: Form, bodies: KnownBodies) -> Response:
    """A sample to play with."""
    return RedirectResponse(f"/b/{bodies.sample(paths.sample_data_folder()).key}", 303)


@router.post("/forget")
def forget(form: Form, bodies: KnownBodies) -> Response:
    """Take a body off the list."""
    bodies.forget(form.text("key"))
    return RedirectResponse("/", 303)
