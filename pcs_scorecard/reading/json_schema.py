"""The model's classes as JSON Schema, for editors and validators of YAML.

Made from the same declarations that the reader and the dictionary use. What a schema cannot say, and
the reader does, is listed in docs/editors.md.
"""

from __future__ import annotations

import json
from typing import Any

from pcs_scorecard.model.dispute import Dispute
from pcs_scorecard.model.fields import Field, fields_of
from pcs_scorecard.reading.scalars import SCALARS

Schema = dict[str, Any]


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
    fields = fields_of(record)
    properties: dict[str, Schema] = {}
    schema: Schema = {"description": record.__doc__, "type": "object", "properties": properties}
    if required := [field.key for field in fields if field.required]:
        schema["required"] = required
    definitions[record.__name__] = {**schema, "additionalProperties": False}
    for field in fields:
        said: Schema = {"description": field.says}
        one = _refer(field, definitions)
        if field.many:
            unique = {"uniqueItems": True} if field.section else {}
            several = {"type": "array", "minItems": 1, "items": one, **unique}
            said |= {"anyOf": [one, several]} if field.alone else several
        else:
            said |= one
        properties[field.key] = said


def _refer(field: Field, definitions: dict[str, Schema]) -> Schema:
    """Return the reference to the schema of what a field holds, which is added if it is new."""
    holds = "id" if field.section else field.holds  # whatever record bears it
    name = holds if isinstance(holds, str) else holds.__name__  # type: ignore[union-attr]
    if name not in definitions:
        if isinstance(holds, str):
            definitions[name] = _scalar(name)
        elif field.record is not None:
            _define(field.record, definitions)
        else:
            definitions[name] = _words(holds)
    return {"$ref": f"#/$defs/{name}"}


def _words(vocabulary: Any) -> Schema:
    words: list[Any] = list(vocabulary)
    return {
        "description": vocabulary.__doc__,
        "type": "string",
        "enum": [word.value for word in words],
        # Not of the standard: what editors show beside each word.
        "enumDescriptions": [word.says for word in words],
    }


def _scalar(name: str) -> Schema:
    scalar = SCALARS[name]
    schema: Schema = {"type": scalar.schema["type"]}
    if scalar.pattern is not None:
        schema["pattern"] = scalar.pattern()
    schema |= scalar.schema
    if scalar.allowed:
        schema["errorMessage"] = f"allowed is {scalar.allowed}"
    return schema
