"""Disputes written as YAML, so that tests can read them back."""

from __future__ import annotations

from typing import Any

import yaml

from pcs_scorecard import Amount, Date, Dispute, Period
from pcs_scorecard.model.fields import fields_of


def write(dispute: Dispute) -> str:
    """Return the YAML text of a dispute; fields that hold their default are left out."""
    return yaml.safe_dump(_mapping(dispute), allow_unicode=True, sort_keys=False)


def _mapping(record: Any) -> dict[str, Any]:
    """Return what a file says of a record, every scalar of it a text."""
    return {
        field.key: _value(getattr(record, field.name))
        for field in fields_of(type(record))
        if getattr(record, field.name) != field.default
    }


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (Amount, Date, Period)):
        return value.text
    return _mapping(value)
