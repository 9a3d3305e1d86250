"""What a form sent: checked for the session's own mark before anything is done with it."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from coi_audit.web.doors import Refusal
from coi_audit.web.pages import session_of

MARK = "csrf"
_EMPTY = 4  # file fields of a page in which nothing was chosen count as files too
_LONGEST = 20_000  # characters of one field


@dataclass(frozen=True, slots=True)
class Posted:
    """A form's fields, each without spaces at its ends, and its files."""

    form: FormData

    def text(self, name: str) -> str:
        """One field; "" where it was not sent."""
        return self.texts(name)[-1] if self.texts(name) else ""

    def texts(self, name: str) -> list[str]:
        """Every value sent under one name."""
        return [one.strip() for one in self.form.getlist(name) if isinstance(one, str)]

    def files(self, name: str) -> list[UploadFile]:
        """Files that were chosen; an empty choice is none."""
        return [one for one in self.form.getlist(name) if isinstance(one, UploadFile) and one.filename]


async def posted(request: Request) -> Posted:
    """The form of a request. Raises `Refusal` where the session's mark is missing or wrong, or a field is too long."""
    parts = request.app.state.settings.limits.parts
    try:
        form = await request.form(max_files=parts + _EMPTY, max_fields=2 * parts, max_part_size=1024 * 1024)
    except HTTPException as error:
        if "Too many files" in str(error.detail):
            problem = f"more than {parts} papers came at once; nothing was kept."
            raise Refusal(413, problem, "bring them in smaller groups.") from error
        raise Refusal(400, "the form could not be read; nothing was changed.", "go back and send it again.") from error
    mark = form.get(MARK) or request.headers.get("x-csrf-token") or ""
    if not isinstance(mark, str) or not hmac.compare_digest(mark.encode(), session_of(request).csrf.encode()):
        raise Refusal(
            403,
            "this page was opened before you signed in anew; nothing was changed.",
            "go back, reload the page, try again.",
        )
    if any(isinstance(value, str) and len(value) > _LONGEST for _, value in form.multi_items()):
        raise Refusal(413, f"one of the fields is longer than {_LONGEST} characters.", "shorten it and send it again.")
    return Posted(form)


Form = Annotated[Posted, Depends(posted)]
