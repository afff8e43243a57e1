"""What a page says → text in one of the formats; the only rooms that know tabulate."""

LAID_OUT = ("markdown", "text")
"""The formats that lay out the blocks of any page for reading."""

FORMATS = (*LAID_OUT, "json")
"""The formats of a scoresheet that are text."""
