"""What the posts of an integrated care board's members say of their role."""

from __future__ import annotations

import pytest

from coi_audit.linking.people.index import role_of_position
from coi_audit.model.words import Role


@pytest.mark.parametrize(
    ("position", "role"),
    [
        ("Independent Non-Executive Member", Role.LAY),
        ("NED and Chair of the Committee", Role.LAY),
        ("Independent Chair", Role.LAY),
        ("Partner Member (Primary Medical Services)", Role.GP),
        ("Primary Care Partner Member", Role.GP),
        ("Partner Member, general practice", Role.GP),
        ("Partner Member (NHS trusts), Chief Executive of a hospital", Role.OTHER),
        ("Partner Member - Local Authority", Role.OTHER),
        ("Executive Director of Finance", Role.EXECUTIVE),
    ],
)
def test_a_post_tells_the_role(position: str, role: Role) -> None:
    assert role_of_position(position) is role
