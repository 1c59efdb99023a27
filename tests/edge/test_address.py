"""Where the site lives: an address for readers elsewhere, or none."""

import pytest

from edge.address import public

ADDRESSES = [
    ("https://avtal.example.org", "https://avtal.example.org/"),
    ("https://example.org/avtal/", "https://example.org/avtal/"),
    ("http://127.0.0.1:8000/", ""),
    ("http://[::1]:8000/", ""),
    ("http://localhost/", ""),
    ("", ""),
]


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_an_address_that_leads_nowhere_else_is_none(address: str, expected: str) -> None:
    assert public(address) == expected
