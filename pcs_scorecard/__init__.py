"""What was demanded, what was given, and how far the one meets the other.

Whatever a user needs is imported from here. Each name is loaded when it is first used, so that a
program waits for no more than it needs; ``__init__.pyi`` has the list, for type checkers too.
"""


def __getattr__(name: str) -> object:
    if name == "_rooms":
        value: object = _listed()
    elif name == "__all__":
        value = sorted(__getattr__("_rooms"))
    elif room := __getattr__("_rooms").get(name):
        from importlib import import_module  # noqa: PLC0415 - nothing is paid for before it is used

        value = getattr(import_module(room), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def _listed() -> dict[str, str]:
    """Return the room of each name: its lines are `from ROOM import NAME as NAME`."""
    with open(__file__.rpartition(".")[0] + ".pyi", encoding="utf-8") as lines:  # noqa: PTH123 - as above
        words = [line.split() for line in lines if line.startswith("from ")]
    return {name: room for _, room, _, name, *_ in words}


def __dir__() -> list[str]:
    return sorted({*globals(), *__getattr__("__all__")})
