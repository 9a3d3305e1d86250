"""The published JSON Schema holds for every audit, is strict, and knows every value of the vocabularies."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from audits import audit, check, quiet

from coi_audit.model import words as vocabulary
from coi_audit.report.as_json import SCHEMA_VERSION, json_text

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "audit.schema.json").read_text(encoding="utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)


@pytest.mark.parametrize("make", [audit, check, quiet])
def test_the_json_fits_the_schema(make: Callable[[], Any]) -> None:
    assert [error.message for error in VALID.iter_errors(json.loads(json_text(make())))] == []


def test_the_schema_is_itself_valid_and_of_the_version_written() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["schema_version"] == {"const": SCHEMA_VERSION}


def test_every_object_is_closed() -> None:
    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert node.get("additionalProperties") is not None, node
                assert "required" in node or "propertyNames" in node
            for one in node.values():
                walk(one)
        elif isinstance(node, list):
            for one in node:
                walk(one)

    walk(SCHEMA)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("action", vocabulary.Action),
        ("handling", vocabulary.Handling),
        ("link", vocabulary.LinkKind),
        ("severity", vocabulary.Severity),
        ("confidence", vocabulary.Confidence),
        ("role", vocabulary.Role),
        ("match", vocabulary.Match),
    ],
)
def test_vocabularies_are_those_of_the_code(name: str, kind: Any) -> None:
    assert SCHEMA["$defs"][name]["enum"] == [one.value for one in kind]


@pytest.mark.parametrize(
    "bend",
    [
        lambda doc: doc.update(extra=1),
        lambda doc: doc.pop("opinion"),
        lambda doc: doc["opinion"].update(level="excellent"),
        lambda doc: doc["meetings"][0]["items"][1]["conflicts"][0].update(handling="fine"),
        lambda doc: doc["findings"][0].update(outcome="met"),
        lambda doc: doc["meetings"][0].update(date="05/09/2017"),
        lambda doc: doc["outcomes"].pop("failed_to_run"),
    ],
)
def test_a_bent_document_is_refused(bend: Callable[[Any], Any]) -> None:
    document = copy.deepcopy(json.loads(json_text(audit())))
    bend(document)
    assert list(VALID.iter_errors(document))
