"""What makes two values alike, and how one is printed."""

from __future__ import annotations

import copy
import pickle
from fractions import Fraction

import attrs

from pcs_scorecard.values.value import Value


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Parcel(Value):
    """Something to compare; where it came from does not count."""

    weight: Fraction
    label: str = ""
    place: tuple[str, int] | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Letter(Value):
    """The same fields in another class."""

    weight: Fraction
    label: str = ""


def test_values_are_alike_where_all_that_counts_is() -> None:
    """Whatever is set apart does not count, and the hash follows equality."""
    one = Parcel(weight=Fraction(1, 2), label="a", place=("here", 1))
    same = Parcel(weight=Fraction(2, 4), label="a", place=("there", 9))
    assert one == same
    assert hash(one) == hash(same)
    assert {one: "x"}[same] == "x"
    assert one != attrs.evolve(one, label="b")
    assert one != attrs.evolve(one, weight=Fraction(1))


def test_values_of_two_classes_are_unlike() -> None:
    """The same fields in another class are another thing, and so is a tuple of them."""
    parcel, letter = Parcel(weight=Fraction(1)), Letter(weight=Fraction(1))
    assert parcel != letter
    assert len({parcel, letter}) == 2
    assert parcel != (Fraction(1), "")


def test_a_value_prints_what_it_holds_but_for_what_is_set_apart() -> None:
    """The class and its fields, as Python writes them."""
    assert repr(Parcel(weight=Fraction(1, 2), place=("here", 1))) == (
        "Parcel(weight=Fraction(1, 2), label='')"
    )


def test_a_copy_of_a_value_is_alike() -> None:
    """Copies, deep ones and those that were pickled are equal to what they are of."""
    one = Parcel(weight=Fraction(1, 3), label="a")
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):  # noqa: S301 - its own
        assert other == one
        assert hash(other) == hash(one)
