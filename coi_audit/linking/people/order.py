"""The order in which people stand on a list: by surname, then given names."""

from __future__ import annotations

from coi_audit.linking.people.names import parse_name


def by_name(name: str) -> tuple[str, str, str]:
    """Sorts people by surname, then given names, then as written; words that are no name go by themselves."""
    parsed = parse_name(name)
    return (parsed.surname or name.casefold(), " ".join(parsed.given), name)
