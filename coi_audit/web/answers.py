"""The answers to what goes wrong, each a page in plain words."""

from __future__ import annotations

import sys
import traceback
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from coi_audit.errors import UserError
from coi_audit.web.doors import Refusal
from coi_audit.web.pages import page, problem_page


def add_answers(app: FastAPI) -> None:
    """Let an app answer every error with a page."""
    app.add_exception_handler(UserError, _problem)
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(HTTPException, _not_there)
    app.add_exception_handler(Exception, _failed)


def _problem(request: Request, error: Any) -> Response:
    return problem_page(request, error)


def _refused(request: Request, error: Any) -> Response:
    return page(request, "refused.html", error.status, title="That was not done", refusal=error)


def _not_understood(request: Request, error: Any) -> Response:
    told = UserError("this address is not one of the desk's pages.", fix="go back to the start.")
    return problem_page(request, told, status=404)


def _not_there(request: Request, error: Any) -> Response:
    if error.status_code == 405:
        told = UserError("this page cannot be asked for in that way.", fix="go back and use the page's buttons.")
    else:
        told = UserError("there is no such page, or what it showed is gone.", fix="go back to the start.")
    return problem_page(request, told, status=error.status_code)


def _failed(request: Request, error: Any) -> Response:
    """A fault of the program: where it was goes to the window, without the values, which may be personal data."""
    places = [f"{one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(error.__traceback__)]
    sys.stderr.write("\n".join([f"{type(error).__name__} in answering a page:", *places[-8:], ""]))
    told = UserError(
        "the program failed on this page. What was saved before is kept.",
        fix="go back and try again; if it happens again, report what the window of coi-audit shows.",
    )
    return problem_page(request, told, status=500)
