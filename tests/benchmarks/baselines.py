"""The least that anything built on PyYAML must do: what the other times are divided by."""

from __future__ import annotations

from collections.abc import Iterable

from yaml.cyaml import CParser  # type: ignore[attr-defined]  # as the stubs forget to say


def raw_parse(data: bytes) -> None:
    """Let libyaml parse a text and make no Python object of it."""
    CParser(data).raw_parse()


def empty_loop(texts: Iterable[bytes]) -> None:
    """Take every event of every text as a Python object and do nothing with it."""
    for data in texts:
        get = CParser(data).get_event
        while get() is not None:
            pass
