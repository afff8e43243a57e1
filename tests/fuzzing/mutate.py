"""Files made hostile: small changes to YAML text and to bytes, the same for the same seed.

Pure: bytes and a seed in, bytes out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Mutation = Callable[[bytes, bytes, random.Random], bytes]
"""What changes a file; it may take something from another one."""

SIGNS = (
    *(b": ", b":", b"- ", b"-", b"? ", b",", b"[", b"]", b"{", b"}", b"{}", b"[]", b"#", b" #"),
    *(b"&a ", b"*a", b"&a *a", b"<<: *a", b"!!int ", b"!t ", b"!<tag:x> ", b"!!binary |\n", b"%"),
    *(b"'", b'"', b"''", b"\\", b'"\\x00"', b'"\\ud800"', b'"\\U00110000"', b'"\\u202e"'),
    *(
        b"|",
        b">",
        b"|-\n",
        b">+9\n",
        b"---\n",
        b"...\n",
        b"--- ",
        b"\n",
        b"\n\n",
        b"\t",
        b"@",
        b"`",
    ),
    *(b"%YAML 1.2\n---\n", b"%YAML 9.9\n", b"%TAG ! x\n", b"%TAG !a! b\n---\n"),
)
"""What means something in YAML."""

BYTES = (
    *(b"\0", b"\x07", b"\x08", b"\x1b[31m", b"\x7f", b"\r", b"\r\n", b"\x85", b"\xc2\x85"),
    *(
        b"\xe2\x80\xa8",
        b"\xe2\x80\xae",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xff",
        b"\xc0",
    ),
    *(b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82", b"\xf0\x9f\x98\x80"),
    *(b"\xcc\x81", b"\xe2\x80\x8d", b"\xef\xbf\xbf", b"\xef\xbf\xbd", b"\xc2\xa0", b"\xd9\xa3"),
)
"""Bytes that are no text, and characters that are more than they seem."""

SCALARS = (
    *(
        b"",
        b"~",
        b"null",
        b"yes",
        b"no",
        b"No",
        b"on",
        b"0",
        b"-0",
        b"012",
        b"0x1F",
        b"0o7",
        b"1e999",
    ),
    *(
        b".nan",
        b".inf",
        b"-.inf",
        b"NaN",
        b"1:10",
        b"1:0",
        b"0:1",
        b"1:1:1",
        b"2/3",
        b"1/0",
        b"0/0",
    ),
    *(
        b"9" * 15,
        b"9" * 16,
        b"9" * 400,
        b"0." + b"0" * 300 + b"1",
        b"-1",
        b"1,000",
        b"1_000",
        b"1,00",
    ),
    *(b"10%", b"-10%", b"100%", b"101%", b"0%", b"up to 5%", b"at least 5%", b"at most 0%"),
    *(
        b"9.2% to 14.4%",
        b"4% + 3%",
        b"4% compounded with -100%",
        b"1% + " * 60 + b"1%",
        b"5% to 1%",
    ),
    *("£1,500".encode(), "£15/hour".encode(), "-£0.01".encode(), "€5/fortnight".encode(), b"$"),
    *("5½%".encode(), "½".encode(), "£1.2m".encode(), "£2bn/year".encode(), "€1.500".encode()),
    *(b"70p/hour", b"NOK 7,700", b"XXX 1", b"10 staff per manager", b"12 clinics", b"1 x per y/z"),
    *(b"figure a", b"figure a + 2%", b"on average 5%", b"over 5%", b"under 5%", b"5% or more"),
    *("£400/year + 3%".encode(), b"significant", b"5 million beds", b"45 minutes", b"1.500%"),
    *(
        "'10% or £3,000/year, whichever is greater'".encode(),
        b"'figure a or 5 beds, whichever is less'",
    ),
    *(b"35 hours/week", b"2 percentage points", b"1 hour", b"0 weeks", b"12 days", b"3 years"),
    *(b"0000", b"0000-01-01", b"0001", b"0001-01-01", b"9999", b"9999-12-31", b"10000-01-01"),
    *(b"2023-02-30", b"2023-13", b"2023-00", b"2023-6-2", b"2023-06-02T00:00:00Z", b"2022/23"),
    *(b"2023-03 to 2023-05", b"2023 to 2022", b"2022-23", b"2022/23 to 2024/25", b"2022 to 2023"),
    *(b"1999/00", b"9999/00", b"2022/24", b"../../x", b"/etc/passwd", b"a", b"a-a", b"-a", b"a--a"),
    *(b"met", b"no-response", b"not-met", b"in-force", b"refusal", b"agreed", b"offer", b"talks"),
    *(b"up", b"down", b"consolidated", b"less-than", b"equal", b"more-than", b"lowest", b"union"),
    *(b"worsening", b"under-way", b"one-sides-word", b"other-date", b"motive", b"review-body"),
    *(b"[{more: 2%, starts: 2023}]", b"[{to: 5%, starts: 2024, period: 2022/23}]", b"true"),
    *(b"[]", b"{}", b"[a]", b"[a, a]", b"{a: b}", b"{id: a}", b"[[]]", b"*a", b"&a a", b"!!str a"),
    *(
        b"a" * 100,
        b"a-" * 100 + b"a",
        b"<script>",
        b"[a](b)",
        b"|",
        b"a|b",
        b"%s%n",
        b"{0}",
        b"$(a)",
    ),
)
"""Values that are odd somewhere, and words of the vocabularies where they do not belong."""

KEYS = (
    *(
        b"title",
        b"id",
        b"parties",
        b"documents",
        b"demands",
        b"concessions",
        b"verdicts",
        b"claims",
    ),
    *(b"subjects", b"positions", b"figures", b"votes", b"events", b"parts", b"asks", b"answers"),
    *(
        b"gives",
        b"undemanded",
        b"demand",
        b"kind",
        b"more",
        b"less",
        b"to",
        b"at_least",
        b"at_most",
    ),
    *(
        b"direction",
        b"measure",
        b"baseline",
        b"stages",
        b"for",
        b"basis",
        b"pay_points",
        b"members",
    ),
    *(b"period", b"due", b"date", b"dropped", b"withdrawn", b"starts", b"ends", b"share_reached"),
    *(b"accepted", b"accepted_by", b"carried", b"side", b"untested", b"subject_to", b"says"),
    *(b"evidence", b"document", b"check", b"count", b"compare", b"total", b"fits", b"among"),
    *(b"as_of", b"number", b"relation", b"factor", b"instead", b"restates", b"owed_to", b"note"),
    *(b"made_by", b"made_to", b"<<", b"place", b"__class__", b"self", b"name", b"amount", b"for_"),
)
"""Names of fields, and what a careless reader would take for one."""

_VALUE = re.compile(rb"(?<=: )[^\n,{}\[\]]+|(?<=- )[^\n,:{}\[\]]+")
_KEY = re.compile(rb"[a-z_]+(?=:)")


def mutate(data: bytes, other: bytes, seed: int) -> bytes:
    """Return a file with one to four changes; `other` is what a splice takes from."""
    chance = random.Random(seed)  # noqa: S311 - nothing here is a secret
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        data = chance.choice(MUTATIONS)(data, other, chance)
    return data


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(data))


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True) or [b""]


def _put(data: bytes, piece: bytes, at: int) -> bytes:
    return data[:at] + piece + data[at:]


def swap_lines(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Let two lines change places."""
    lines = _lines(data)
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


def duplicate_lines(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Repeat some lines, there or elsewhere, once or often."""
    lines = _lines(data)
    at = chance.randrange(len(lines))
    piece = lines[at : at + chance.choice((1, 1, 2, 8))] * chance.choice((1, 1, 1, 2, 30))
    to = chance.choice((at, chance.randrange(len(lines) + 1)))
    return b"".join([*lines[:to], *piece, *lines[to:]])


def delete_lines(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Take some lines out."""
    lines = _lines(data)
    at = chance.randrange(len(lines))
    return b"".join([*lines[:at], *lines[at + chance.choice((1, 1, 1, 2, 10)) :]])


def indent(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Move a line, or all from it on, to the right or to the left."""
    lines = _lines(data)
    at = chance.randrange(len(lines))
    by = chance.choice((b" ", b"  ", b"\t", b" " * 40, b""))
    end = chance.choice((at + 1, at + 4, len(lines)))
    moved = [by + line if by else line.lstrip(b" ") for line in lines[at:end]]
    return b"".join([*lines[:at], *moved, *lines[end:]])


def splice(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Put some lines of the other file among those of this one, or in the place of its end."""
    lines, others = _lines(data), _lines(other)
    at, start = chance.randrange(len(lines) + 1), chance.randrange(len(others))
    piece = others[start : start + chance.choice((1, 3, 20, len(others)))]
    return b"".join([*lines[:at], *piece, *chance.choice((lines[at:], []))])


def put_sign(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Put in what means something in YAML."""
    return _put(data, chance.choice(SIGNS), _place(data, chance))


def put_bytes(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Put in what is no text, or more than it seems; at the start, too."""
    return _put(data, chance.choice(BYTES), chance.choice((0, *[_place(data, chance)] * 3)))


def put_field(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Put a field into a mapping, in a line of its own or between braces."""
    piece = chance.choice(KEYS) + b": " + chance.choice(SCALARS)
    if chance.random() < 0.5 and b"{" in data:
        at = data.find(b"{", _place(data, chance)) + 1
        return _put(data, piece + b", ", at)
    lines = _lines(data)
    at = chance.randrange(len(lines))
    before = lines[at][: len(lines[at]) - len(lines[at].lstrip(b" -"))]
    return b"".join([*lines[:at], before.replace(b"-", b" "), piece, b"\n", *lines[at:]])


def replace_value(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Put an odd value, or another value of the same file, in the place of one."""
    values = list(_VALUE.finditer(data))
    if not values:
        return data + b": " + chance.choice(SCALARS)
    found = chance.choice(values)
    new = chance.choice((chance.choice(SCALARS), chance.choice(values)[0]))
    return data[: found.start()] + new + data[found.end() :]


def replace_key(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Put another key in the place of one."""
    keys = list(_KEY.finditer(data))
    if not keys:
        return chance.choice(KEYS) + b": " + data
    found = chance.choice(keys)
    return data[: found.start()] + chance.choice(KEYS) + data[found.end() :]


def flip(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Change some bits."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8)) if data else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def truncate(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Cut the file off, or its start."""
    at = _place(data, chance)
    return chance.choice((data[:at], data[:at], data[at:]))


def repeat(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Repeat a sign or a piece of the file many times, so that it nests or is long."""
    at = _place(data, chance)
    piece = chance.choice(
        (data[at : at + 3], b"[", b"{a: ", b"- ", b"? ", b"a", b" ", b"\n", b"x, ")
    )
    return _put(data, piece * chance.choice((20, 60, 300)), at)


def recode(data: bytes, _: bytes, chance: random.Random) -> bytes:
    """Write the whole in another encoding, or with other ends of lines."""
    text = data.decode("utf-8", "replace")
    return chance.choice(
        (
            data.replace(b"\n", b"\r\n"),
            data.replace(b"\n", b"\r"),
            text.replace("\n", "\u2028").encode(),
            b"\xef\xbb\xbf" + data,
            text.encode("utf-16"),
            text.encode("utf-16-be"),
            text.encode("utf-32"),
            text.encode("latin-1", "replace"),
        )
    )


MUTATIONS: tuple[Mutation, ...] = (
    *(swap_lines, duplicate_lines, delete_lines, indent, splice, put_sign, put_bytes, put_field),
    *(replace_value, replace_value, replace_value, replace_key, flip, truncate, repeat, recode),
)
"""All changes; values are replaced most often, as what they lead to is furthest inside."""
