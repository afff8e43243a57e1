"""The blocks of a page → text in one of the formats; the only rooms that know tabulate."""

LAID_OUT = ("markdown", "text")
"""The formats of pages that are laid out for reading."""

FORMATS = (*LAID_OUT, "json")
