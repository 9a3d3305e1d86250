"""What every page has at hand without reading any paper: the settings, the list of bodies, the day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Depends, Request

from coi_audit.app.desk.bodies import Bodies
from coi_audit.web.settings import Settings


def settings_of(request: Request) -> Settings:
    """What the desk was opened with."""
    settings = request.app.state.settings
    assert isinstance(settings, Settings)
    return settings


def bodies_of(request: Request) -> Bodies:
    """The desk's list of bodies."""
    bodies = request.app.state.bodies
    assert isinstance(bodies, Bodies)
    return bodies


def today_of(request: Request) -> date:
    """The day it is."""
    return settings_of(request).clock().astimezone().date()


KnownBodies = Annotated[Bodies, Depends(bodies_of)]
Opening = Annotated[Settings, Depends(settings_of)]
Today = Annotated[date, Depends(today_of)]
