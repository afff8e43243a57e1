"""What all frozen classes share: equality, hash and repr, written once.

Generated for each class, they would be a third of what it takes to start.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import attrs


class Value:
    """Alike is what is of one class and holds the same, but for fields set apart."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Tell whether another is of the same class and holds the same."""
        if other is self:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        held = _held(self.__class__)
        return bool(held(self) == held(other))

    def __hash__(self) -> int:
        """Return a hash of all that it holds."""
        return hash((self.__class__, _held(self.__class__)(self)))

    def __repr__(self) -> str:
        """Return the class with all that it holds."""
        kind: type = self.__class__
        names = [each.name for each in attrs.fields(kind) if each.repr]
        held = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{kind.__name__}({held})"


def _held(kind: type) -> Callable[[Any], Any]:
    """Return what takes all that counts out of what is of a class."""
    if kind not in _HELD:
        _HELD[kind] = attrgetter(*(each.name for each in attrs.fields(kind) if each.eq))
    return _HELD[kind]


_HELD: dict[type, Callable[[Any], Any]] = {}
