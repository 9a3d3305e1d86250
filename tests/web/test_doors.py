"""The desk attacked: forged hosts and origins, tokens used twice, pages from elsewhere, floods and silences."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from at_the_desk import Served, Somebody

from coi_audit.web.settings import Limits

FORM = "application/x-www-form-urlencoded"
BASE_PAGES = ("/", "/openapi.json", "/b/0123456789ab", "/nowhere")


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:80", "", "0.0.0.0"]
)
def test_another_name_for_this_machine_is_not_answered(secretary: Somebody, host: str) -> None:
    answer = secretary.client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "only to its own address" in answer.text
    assert "Opened before" not in answer.text


def test_two_host_headers_are_not_answered(served: Served) -> None:
    own = served.base.removeprefix("http://")
    assert b" 4" in raw(served, f"GET / HTTP/1.1\r\nHost: {own}\r\nHost: evil.example\r\n\r\n")[:14]


@pytest.mark.parametrize("path", BASE_PAGES)
def test_nobody_sees_a_page_without_having_been_let_in(served: Served, path: str) -> None:
    with httpx.Client(base_url=served.base) as stranger:
        answer = stranger.get(path)
    assert answer.status_code == 403
    assert "not signed in" in answer.text


@pytest.mark.parametrize("token", ["", "x", "ä" * 40, "0" * 5000])
def test_a_made_up_token_lets_nobody_in(served: Served, token: str) -> None:
    with httpx.Client(base_url=served.base) as stranger:
        answer = stranger.get("/enter", params={"token": token})
        assert answer.status_code == 403
        assert not stranger.cookies


def test_an_address_lets_one_browser_in_once(served: Served) -> None:
    token = served.desk.address().rpartition("token=")[2]
    with httpx.Client(base_url=served.base) as first, httpx.Client(base_url=served.base) as second:
        assert first.get("/enter", params={"token": token}).status_code == 303
        again = second.get("/enter", params={"token": token})
        assert again.status_code == 403
        assert "used already" in again.text
        assert second.get("/").status_code == 403
        assert first.get("/").status_code == 200


def test_the_cookie_is_kept_from_scripts_and_other_sites(served: Served) -> None:
    token = served.desk.address().rpartition("token=")[2]
    with httpx.Client(base_url=served.base) as browser:
        cookie = browser.get("/enter", params={"token": token}).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "https://127.0.0.1:1"},
        {"origin": ""},
        {"origin": "", "referer": "http://evil.example/127.0.0.1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_from_elsewhere_changes_nothing(secretary: Somebody, headers: dict[str, str]) -> None:
    before = secretary.get("/").text
    answer = secretary.post("/me", {"who": "Mallory"}, headers=headers)
    assert answer.status_code == 403
    assert "nothing was changed" in answer.text
    assert "Mallory" not in secretary.get("/").text
    assert "Mallory" not in before


@pytest.mark.parametrize("mark", ["", "wrong", "ä"])
def test_a_form_without_the_sessions_own_mark_changes_nothing(secretary: Somebody, mark: str) -> None:
    secretary.get("/")
    answer = secretary.client.post("/me", data={"csrf": mark, "who": "Mallory"}, headers={"origin": secretary.base})
    assert answer.status_code == 403
    assert "Mallory" not in secretary.get("/").text


def test_the_mark_of_another_session_is_none_of_ours(served: Served, secretary: Somebody) -> None:
    other = served.somebody().sign_in()
    secretary.get("/")
    secretary.mark = other.mark
    assert secretary.post("/me", {"who": "Mallory"}).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_no_other_way_of_asking(secretary: Somebody, method: str) -> None:
    assert secretary.client.request(method, "/", headers={"origin": secretary.base}).status_code == 405


def test_every_answer_says_what_a_browser_may_do_with_it(secretary: Somebody, sample_key: str) -> None:
    for path in ("/", f"/b/{sample_key}", "/nowhere", "/static/desk.css", "/static/nothing"):
        headers = secretary.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http:" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert ("no-store" in headers["cache-control"]) is not (path == "/static/desk.css")
        assert "server" not in headers


def test_no_page_asks_for_anything_from_elsewhere(secretary: Somebody, sample_key: str) -> None:
    for path in ("/", f"/b/{sample_key}"):
        text = secretary.get(path).text
        assert not re.findall(r"""(?:src|href|action|hx-get|hx-post)=["'](?:https?:)?//""", text)
        assert "<script>" not in text
        assert " style=" not in text
        assert not re.findall(r"\son[a-z]+=", text)


@pytest.mark.parametrize(
    "path",
    ["/static/../doors.py", "/static/..%2f..%2fetc%2fpasswd", "/static/%2e%2e/desk.css", "/static/....//desk.css",
     "/b/..%2f..%2f", "/b/%00", "/static/desk.css%00.ttf", "/b/" + "a" * 4000],
)  # fmt: skip
def test_no_address_leads_out_of_the_desk(served: Served, secretary: Somebody, path: str) -> None:
    cookie = "; ".join(f"{one.name}={one.value}" for one in secretary.client.cookies.jar)
    own = served.base.removeprefix("http://")
    answer = raw(served, f"GET {path} HTTP/1.1\r\nHost: {own}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n")
    assert re.match(rb"HTTP/1.1 4\d\d", answer), answer[:80]
    assert b"root:" not in answer


def test_what_somebody_typed_is_shown_and_never_run(secretary: Somebody) -> None:
    secretary.post("/me", {"who": "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"})
    page = secretary.get("/").text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    page = secretary.post("/open", {"folder": "/<b>x</b>"}).text
    assert "<b>x</b>" not in page


def test_whoever_does_nothing_for_a_while_is_signed_out(served: Served) -> None:
    one = served.somebody().sign_in()
    served.clock.ahead += timedelta(minutes=29)
    assert one.client.get("/").status_code == 200
    served.clock.ahead += timedelta(minutes=29)
    assert one.client.get("/").status_code == 200
    served.clock.ahead += timedelta(minutes=31)
    assert one.client.get("/").status_code == 403
    served.clock.ahead += timedelta(minutes=-60)
    assert one.client.get("/").status_code == 403


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk that takes little and waits shortly."""
    made = Served(tmp_path_factory.mktemp("strict"), limits=Limits(request=100_000, wait=0.3))
    yield made
    made.stop()


def test_more_than_is_taken_is_refused_with_its_message(strict: Served) -> None:
    one = strict.somebody().sign_in()
    one.get("/")
    answer = one.post("/me", {"who": "x" * 150_000})
    assert answer.status_code == 413
    assert "MB at once" in answer.text
    assert one.get("/").status_code == 200


def test_more_than_was_announced_is_refused_as_well(strict: Served) -> None:
    one = strict.somebody().sign_in()

    def much() -> Iterator[bytes]:
        for _ in range(200):
            yield b"x" * 1000

    answer = one.client.post("/me", content=much(), headers={"origin": one.base, "content-type": FORM})
    assert answer.status_code == 413


def test_a_client_that_falls_silent_is_told_and_let_go(strict: Served) -> None:
    one = strict.somebody().sign_in()
    cookie = "; ".join(f"{each.name}={each.value}" for each in one.client.cookies.jar)
    own = strict.base.removeprefix("http://")
    head = f"POST /me HTTP/1.1\r\nHost: {own}\r\nCookie: {cookie}\r\nOrigin: {strict.base}\r\nContent-Length: 500\r\n"
    begun = time.monotonic()
    answer = raw(strict, head + "Content-Type: application/x-www-form-urlencoded\r\n\r\nwho=sl")
    assert b" 408 " in answer[:20]
    assert b"send it again" in answer.lower()
    assert time.monotonic() - begun < 5
    assert one.get("/").status_code == 200


def test_a_form_with_too_many_fields_is_refused(secretary: Somebody) -> None:
    secretary.get("/")
    answer = secretary.post("/me", {f"f{number}": "x" for number in range(3000)})
    assert answer.status_code == 400
    assert "could not be read" in answer.text


def test_only_this_machine_is_served(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from coi_audit.cli import main

    for host in ("0.0.0.0", "192.168.1.10", "::", "desk.example"):
        done = CliRunner().invoke(main, ["serve", "--host", host, "--data", str(tmp_path), "--no-browser"])
        assert done.exit_code == 3
        assert "this machine only" in done.output + (done.stderr if done.stderr_bytes else "")
    assert not list(tmp_path.iterdir())


def raw(served: Served, request: str) -> bytes:
    """What the server says to bytes as they are."""
    host, port = served.base.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(request.encode("latin-1"))
        connection.settimeout(20)
        found = b""
        while b"</html>" not in found:
            more = connection.recv(65536)
            if not more:
                break
            found += more
    return found
