"""The model's classes as JSON Schema, for editors and validators of YAML.

Made from the same metadata that the reader and the dictionary use. What a schema cannot say, and
the reader does, is listed in docs/editors.md.
"""

from __future__ import annotations

import enum
import json
from typing import Any

import attrs

from pcs_scorecard import patterns
from pcs_scorecard.amounts import ALLOWED, MOST_DIGITS
from pcs_scorecard.model import Dispute
from pcs_scorecard.schema import MOST_QUOTED_WORDS

Schema = dict[str, Any]

_ANY_SCALAR = ["string", "number", "boolean"]
"""What YAML takes an unquoted text for: `2023` for a number, `true` for a truth value."""


def json_schema() -> str:
    """Return the JSON Schema (2020-12) of a file of a dispute, as text that ends in a newline."""
    definitions: dict[str, Schema] = {}
    _define(Dispute, definitions)
    top = definitions.pop(Dispute.__name__)
    del top["required"]  # the title may stand in another file of the folder
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a dispute",
        **top,
        "$defs": definitions,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _define(record: type, definitions: dict[str, Schema]) -> None:
    """Add the schema of a record class, and after it those of what its fields hold."""
    fields = [field for field in attrs.fields(record) if "reads" in field.metadata]
    properties: dict[str, Schema] = {}
    schema: Schema = {"description": record.__doc__, "type": "object", "properties": properties}
    if required := [field.name for field in fields if field.default is attrs.NOTHING]:
        schema["required"] = required
    definitions[record.__name__] = {**schema, "additionalProperties": False}
    for field in fields:
        how = field.metadata["reads"]
        said = {"description": field.metadata["says"]}
        if isinstance(how, list):
            one = _refer(how[0], definitions)
            unique = {"uniqueItems": True} if isinstance(how[0], str) else {}
            properties[field.name] = {
                **said,
                "type": "array",
                "minItems": 1,
                "items": one,
                **unique,
            }
        else:
            properties[field.name] = {**said, **_refer(how, definitions)}


def _refer(how: Any, definitions: dict[str, Schema]) -> Schema:
    """Return the reference to the schema of what a field holds, which is added if it is new."""
    if isinstance(how, str) and how.startswith("-> "):
        how = "id"  # whatever record bears it
    name = how if isinstance(how, str) else how.__name__
    if name not in definitions:
        if isinstance(how, str):
            definitions[name] = _SCALARS[name]()
        elif issubclass(how, enum.StrEnum):
            definitions[name] = _words(how)
        else:
            _define(how, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _words(vocabulary: type[enum.StrEnum]) -> Schema:
    words: list[Any] = list(vocabulary)
    return {
        "description": vocabulary.__doc__,
        "type": "string",
        "enum": [word.value for word in words],
        # Not of the standard: what editors show beside each word.
        "enumDescriptions": [word.says for word in words],
    }


def _id() -> Schema:
    return {
        "type": _ANY_SCALAR,
        "pattern": patterns.identifier(),
        "minimum": 0,
        "errorMessage": "allowed is an id: small letters, digits and hyphens, pay-2023",
    }


def _text() -> Schema:
    return {
        "type": _ANY_SCALAR,
        "pattern": patterns.text(),
        "errorMessage": "allowed is text, without control characters and marks that reorder it",
    }


def _quote() -> Schema:
    return {
        "type": _ANY_SCALAR,
        "pattern": patterns.quote(),
        "errorMessage": f"allowed is text of at most {MOST_QUOTED_WORDS} words, without control "
        "characters and marks that reorder it",
    }


def _date() -> Schema:
    return {
        "type": ["string", "integer"],
        "pattern": patterns.date(),
        "minimum": 1,
        "maximum": 9999,
        "errorMessage": "allowed is a date: 2023-06-02, 2023-06 (day not known) or 2023",
    }


def _period() -> Schema:
    return {
        "type": "string",
        "pattern": patterns.period(),
        "errorMessage": "allowed is a pay year, two years in a row: 2022/23",
    }


def _amount() -> Schema:
    return {
        "type": ["string", "number"],
        "pattern": patterns.amount(),
        "exclusiveMinimum": -(10**MOST_DIGITS),
        "exclusiveMaximum": 10**MOST_DIGITS,
        "errorMessage": f"allowed is an amount: {ALLOWED}",
    }


def _yes() -> Schema:
    return {"type": "string", "enum": ["yes", "no"]}


_SCALARS = {
    "id": _id,
    "text": _text,
    "quote": _quote,
    "date": _date,
    "period": _period,
    "amount": _amount,
    "yes": _yes,
}
