"""Rows of a JSON answer."""

import json
from decimal import Decimal
from typing import Any


def parse_rows(content: bytes) -> list[Any]:
    """Rows of a list: a bare `[]` when nothing is found, else the first member (its name is not always the resource's).

    Raises ValueError on what is not such a list.
    """
    document = json.loads(content, parse_float=Decimal)
    if isinstance(document, dict) and document:
        document = next(iter(document.values()))
    if not isinstance(document, list):
        raise ValueError("Not a list")  # noqa: TRY004 - a fault of the answer, like one of its syntax
    return document
