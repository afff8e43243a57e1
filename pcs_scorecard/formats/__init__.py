"""What a page says → text in one of the formats; the only rooms that know tabulate."""

LAID_OUT = ("markdown", "text")
"""The formats that lay out the blocks of any page for reading."""

FORMATS = (*LAID_OUT, "html", "json", "csv", "message", "svg")
"""The formats of a scoresheet that are text."""

PICTURES = ("svg", "png")
"""The formats that are pictures, tall or wide; the last is no text."""

ENDINGS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".csv": "csv",
    ".svg": "svg",
    ".png": "png",
}
"""The format of a file by how its name ends."""
