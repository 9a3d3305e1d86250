"""The one place that opens a port: on loopback, so that no other machine reaches it."""

from __future__ import annotations

import socket

import uvicorn

from coi_audit.errors import UserError
from coi_audit.web.doors import App
from coi_audit.web.settings import LOOPBACK


def listen(port: int) -> socket.socket:
    """A socket listening on this machine alone; port 0 takes a free one. Raises `UserError` where it cannot."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((LOOPBACK, port))
        listening.listen(512)
    except OSError as error:
        listening.close()
        raise UserError(
            f"nothing can be served at port {port} ({error.strerror}).",
            where="--port",
            fix="leave --port out: a free one is taken.",
        ) from error
    return listening


def serve_at(listening: socket.socket, app: App) -> None:
    """Answer requests until the program is ended. Requests are not logged: addresses may tell of people."""
    uvicorn.Server(server_settings(app)).run(sockets=[listening])


def server_settings(app: App) -> uvicorn.Config:
    """How the desk is served, also in tests."""
    return uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=5,
    )
