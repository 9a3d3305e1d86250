"""Every page's router, in the order they are asked. Importing this loads the whole program."""

from __future__ import annotations

from fastapi import APIRouter

from coi_audit.web import (
    body_pages,
    files_pages,
    making_pages,
    meeting_pages,
    national_pages,
    paper_pages,
    papers_pages,
    questions_pages,
    start_pages,
    take_pages,
    why_pages,
    year_pages,
)

ROUTERS: tuple[APIRouter, ...] = (
    files_pages.router,
    start_pages.router,
    body_pages.router,
    making_pages.router,
    papers_pages.router,
    paper_pages.router,
    questions_pages.router,
    meeting_pages.router,
    why_pages.router,
    take_pages.router,
    year_pages.router,
    national_pages.router,
)
