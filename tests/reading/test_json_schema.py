"""The JSON Schema of data files: made of the model, and of one mind with the reader."""

from __future__ import annotations

import copy
import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regress
import yaml
from helpers.places import ROOT
from helpers.strategies import AWKWARD, disputes
from helpers.writing import write
from helpers.yaml_files import LISTS, PARTIES
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML, SafeConstructor, YAMLError

from pcs_scorecard import DataError, Dispute, load
from pcs_scorecard.reading import patterns
from pcs_scorecard.reading.files import bundled
from pcs_scorecard.reading.json_schema import json_schema
from pcs_scorecard.reading.scalars import SCALARS

FILE = ROOT / "docs" / "dispute.schema.json"
SCHEMA: dict[str, Any] = json.loads(json_schema())
RECORDS = {"Dispute": SCHEMA, **SCHEMA["$defs"]}
VALIDATOR = Draft202012Validator(SCHEMA)


class _Constructor(SafeConstructor):
    """Makes values of YAML 1.2, and texts of its dates, as check-jsonschema does."""


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def as_validators_see(text: str | bytes) -> Any:
    """Return the values in a YAML text; raise YAMLError where it is none."""
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = _Constructor
    return reader.load(text)


def accepts(text: str | bytes) -> bool:
    """Tell whether the schema accepts a YAML text."""
    return VALIDATOR.is_valid(as_validators_see(text))


# The file and its words -----------------------------------------------------------------------


def test_published_schema_is_fresh() -> None:
    """The schema in docs/ is what the model makes of it now."""
    assert FILE.read_text(encoding="utf-8") == json_schema(), (
        "stale: pcs-scorecard schema --output docs/dispute.schema.json --force"
    )


def dictionary() -> dict[str, list[list[str]]]:
    """Return the cells of each table of the dictionary, by its heading."""
    page = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    tables = {}
    for section in page.split("\n### ")[1:]:
        name, _, body = section.partition("\n")
        rows = [line for line in body.splitlines() if line.startswith("| `")]
        tables[name] = [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows]
    return tables


@pytest.mark.parametrize("name", RECORDS)
def test_schema_has_the_words_of_the_dictionary(name: str) -> None:
    """Each field and word stands in the schema as in the dictionary, in the same order."""
    schema, rows = RECORDS[name], dictionary().get(name)
    if "properties" in schema:
        properties = schema["properties"]
        assert rows == [
            [f"`{field}`", rows[place][1], "yes" * (field in required), said["description"]]
            for required in [["title"] if name == "Dispute" else schema.get("required", [])]
            for place, (field, said) in enumerate(properties.items())
        ]
        assert schema["additionalProperties"] is False
    elif "enumDescriptions" in schema:
        told = zip(schema["enum"], schema["enumDescriptions"], strict=True)
        assert rows == [[f"`{word}`", says] for word, says in told]
    else:
        assert rows is None
        assert name in SCALARS


@pytest.mark.parametrize("name", [name for name in RECORDS if name not in SCALARS])
def test_schema_says_what_a_record_or_vocabulary_is(name: str) -> None:
    """The dictionary's sentence on a record or vocabulary is the schema's description of it."""
    page = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert page.split(f"\n### {name}\n\n")[1].startswith(f"{RECORDS[name]['description']}\n\n|")


@pytest.mark.parametrize("name", ["id", "contact", "date", "period", "amount", "threshold"])
def test_schema_says_what_is_allowed_as_the_reader_does(name: str) -> None:
    """An editor shows of a wrong value what the reader says is allowed."""
    with pytest.raises(ValueError, match="allowed") as refused:
        SCALARS[name].read("?")
    assert str(refused.value) == f"found '?'; {SCHEMA['$defs'][name]['errorMessage']}"


# check-jsonschema -----------------------------------------------------------------------------


def check_jsonschema(*arguments: object) -> tuple[int, str]:
    """Run the command; return its exit code and what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_schema_is_a_schema() -> None:
    """It keeps to the standard that it names."""
    assert check_jsonschema("--check-metaschema", FILE)[0] == 0


def test_every_data_file_keeps_to_the_schema(tmp_path: Path) -> None:
    """All files on board pass; one with a wrong word beside them does not."""
    files = [file for folder in bundled().values() for file in sorted(folder.glob("*.yaml"))]
    assert check_jsonschema("--schemafile", FILE, *files)[0] == 0
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("parties: [{id: a, name: A, kind: mill}]\n", encoding="utf-8")
    code, said = check_jsonschema("--schemafile", FILE, wrong)
    assert code == 1
    assert "$.parties[0].kind: 'mill' is not one of ['union'," in said


def test_every_data_file_names_the_schema() -> None:
    """The first line of each file tells editors where the schema lies."""
    for folder in bundled().values():
        for file in folder.glob("*.yaml"):
            first, _, _ = file.read_text(encoding="utf-8").partition("\n")
            path = first.removeprefix("# yaml-language-server: $schema=")
            assert (folder / path).resolve() == FILE, f"{file}: its first line is {first!r}"


# Patterns -------------------------------------------------------------------------------------

PATTERNS = {
    "id": patterns.identifier(),
    "text": patterns.text(),
    "quote": patterns.quote(),
    "contact": patterns.contact(),
    "date": patterns.date(),
    "period": patterns.period(),
    "amount": patterns.amount(),
    "threshold": patterns.threshold(),
}
WHITE = [chr(code) for code in range(0x110000) if chr(code).isspace()]
PIECES = {
    "id": ["a", "z9", "-", ".", "0", "A", "é", "_", " ", "\n"],
    "quote": ["a", "one", "£", "\n", " ", *WHITE, "\u202e", "😀", "\ufeff", "\u200b"],
    "contact": [
        *("https://", "http://", "a", "a.org", "a.b", ".", "@", "@a.org", "/", "?", "#", ":80"),
        *(":", "%20", "é", " ", "\n", "<", '"', "&", "'", "-", "$", "{", "javascript:", "mailto:"),
    ],
    "amount": [
        *("0", "1", "10", "007", "1,500", "1_000", "15,00", "2.50", ".", ",", "-", ":", "/", "½"),
        *("£", "€", "$", "NOK ", "%", " percentage points", " percentage  point", "hour", "¼"),
        *("/hour", " / year", "/h our", " days/year", " month", "weeks", " to ", " + ", "+", "p"),
        *(" compounded with ", "at least ", "up to ", "about ", "on average ", "over ", "m", "bn"),
        *("\ufeff", "\n", " ", "x", "９", "1" * 15, "1:10", "2/3", "\u00a0", "\x1c", " million"),
        *(" clinics", " staff per manager", "’s", "figure a", "figure rpi-2022", " or ", "1.500"),
        *(", whichever is greater", ", whichever is the less", "significant"),
    ],
}
AMOUNTS = (
    *("5%", "£15/hour", "£6/ hour", "1:10", "2 hours/week", "2/3", "-3 %", "12", "1 hour/week"),
    *("5½%", "£1.5m", "70p", "NOK 7,700", "12 clinics", "figure a", "10 staff per manager"),
    *("5 million beds", "½ day", "£2bn/year", "30,000 £", "4 beds'", "1.500%"),
)


ENDS = ("2022", "2023-05", "2023-02-28", "2024-02-29", "2023-02-29", "2023-13", "0000", "x")
"""Ends of spans, right and wrong."""


def samples(name: str) -> list[str]:
    """Return texts that a reader of scalars accepts and others that it nearly does."""
    chance = random.Random(name)  # noqa: S311 - the same samples each time
    if name == "text":
        every = [chr(code) for code in range(0x110000)]
        # A lone surrogate can stand in no file.
        shown = [char for char in every if not "\ud800" <= char <= "\udfff"]
        return [*shown[:0x11000], *(f"a{char}" for char in shown[::7]), "", " \n"]
    if name == "date":
        years = ("0000", "0001", "0004", "1900", "2000", "2023", "2024", "2100", "9999", "999")
        parts = [f"{number:02}" for number in range(33)]
        days = [f"{year}-{month}-{day}" for year in years for month in parts for day in parts]
        months = [f"{year}-{month}" for year in years for month in parts]
        return [
            *years,
            *months,
            *days,
            "12023",
            "2023-6",
            "2023-06-02\n",
            "2023-06-",
            "２０２３",
            "",
            *(
                f"{one}{to}{other}"
                for one in ENDS
                for to in (" to ", "to", " - ")
                for other in ENDS
            ),
            *("2023 to 2024 to 2025", "2023 to", " to 2023", "2023 to 2024\n"),
        ]
    if name == "period":
        sign = ("/", "-", "–")
        first = (1998, 1999, 2000, 2022)
        pay = [f"{year}{sign[year % 3]}{end:02}" for year in first for end in range(100)]
        long = [f"{year}/{end}" for year in first for end in (year - 1, year, year + 1, year + 2)]
        one = ("2022/23", "2023–24", "2022/2024", "2022", "2024", "0000", "999")
        runs = [f"{start}{to}{end}" for start in one for to in (" to ", "-", "/") for end in one]
        odd = ["999/00", "12022/23", "2022/23\n", "2022-23", "", "2022/3", "２０２２", "9999/00"]
        return [*pay, *long, *one, *runs, *odd, "2022 to 2023 to 2024"]
    pieces = PIECES["amount" if name == "threshold" else name]
    found = ["".join(chance.choices(pieces, k=chance.randint(0, 25))) for _ in range(3_000)]
    if name in ("amount", "threshold"):
        signs = (" to ", " + ", " compounded with ", "  to\n", " +\t", "+", " or ")
        found += [f"{one}{sign}{other}" for one in AMOUNTS for sign in signs for other in AMOUNTS]
        bounds = ("at least", "up  to", "over", "on average", "under", "about", "at  most")
        found += [f"{bound} {one}" for bound in bounds for one in AMOUNTS]
        words = (", whichever is greater", ",  whichever is the less", ", whichever is more")
        found += [
            f"{one} or {other}{word}" for one in AMOUNTS for other in AMOUNTS for word in words
        ]
        found += [f"figure a + {one} or figure b, whichever is less" for one in AMOUNTS]
        few = ["".join(chance.choices(pieces, k=chance.randint(1, 4))) for _ in range(9_000)]
        found += [*few, *(" + ".join(["1%"] * number) for number in (49, 50, 51))]
        found += [
            *("1" * number for number in (14, 15, 16)),
            "0.12345678901234",
            "0.123456789012345",
        ]
    if name == "contact":
        few = ["".join(chance.choices(pieces, k=chance.randint(1, 4))) for _ in range(9_000)]
        found += [*few, *(f"{start}a.org{end}" for start in pieces for end in pieces)]
    return [*found, *(f"{white}a{white}" for white in WHITE)]


UNSAID = re.compile(
    r"with the unknown unit|, a range between unlike units|, (steps|two amounts) in unlike units|"
    r"; only percentages are compounded|` is for money; |; write |; allowed (is|are) |"
    r"; a bound, a range and steps are not|: a point, or thousands"
)
"""Why the reader refuses an amount that no pattern can: words that are no unit, and their like."""


def read(name: str, text: str) -> bool | None:
    """Tell whether the reader of a scalar accepts a text; None where no pattern can say why not."""
    try:
        SCALARS[name].read(text)
    except ValueError as error:
        if BACKWARDS.search(str(error)):
            return None
        return None if name in ("amount", "threshold") and UNSAID.search(str(error)) else False
    return bool(text)


def in_javascript(pattern: str, texts: list[str]) -> list[bool]:
    """Return which texts a pattern finds something in, as editors look for it."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not on this machine")
    script = (
        "const [pattern, texts] = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "const found = new RegExp(pattern, 'u');"
        "console.log(JSON.stringify(texts.map(text => found.test(text))));"
    )
    asked = json.dumps([pattern, texts])
    done = subprocess.run(
        [node, "-e", script], input=asked, capture_output=True, text=True, check=True
    )
    answers: list[bool] = json.loads(done.stdout)
    return answers


def in_python(pattern: str, texts: list[str]) -> list[bool]:
    """Return which texts a pattern finds something in, as jsonschema looks for it."""
    return [re.search(pattern, text) is not None for text in texts]


def in_rust(pattern: str, texts: list[str]) -> list[bool]:
    """Return which texts a pattern finds something in, as check-jsonschema looks for it."""
    found = regress.Regex(pattern, flags="u")
    return [found.find(text) is not None for text in texts]


@pytest.mark.parametrize("engine", [in_python, in_javascript, in_rust])
@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_finds_what_the_reader_accepts(name: str, engine: Any) -> None:
    """A pattern and the reader of its scalars are of one mind about every sample."""
    texts = samples(name)
    answers = [read(name, text) for text in texts]
    differ = [
        (text, answer)
        for text, answer, found in zip(texts, answers, engine(PATTERNS[name], texts), strict=True)
        if answer is not None and answer != found
    ]
    assert differ == []
    assert {*answers} >= {True, False}


@pytest.mark.parametrize("engine", [in_python, in_javascript, in_rust])
@pytest.mark.parametrize("name", ["amount", "threshold"])
def test_a_pattern_refuses_what_it_can(name: str, engine: Any) -> None:
    """What is no amount, and what may mean two, is marked in the editor already."""
    wrong = [
        *("", " ", "No", "ten", "lots", "+5%", ".5%", "£", "%", "at least", "more than 5%", "NaN"),
        *("1:10", "10:1", "at most 4:1", "5% to 1:2", "2/0", "0/0", "1/3 + 2/00", "1" * 16),
        *("€1.500", "1.500", "-£1.250/hour", "at least 12.500 clinics", "5% + 1.500 beds"),
        *(" + ".join(["1%"] * 51), "figure", "figure A", "at least figure a", "figure a to 5%"),
        *("10% or 5%", "10% or 5%, whichever", "up to 5% + 3%", "5%; 3%", "+", "5% + + 3%"),
    ]
    assert [text for text in wrong if read(name, text)] == []
    found = engine(PATTERNS[name], wrong)
    assert [text for text, accepted in zip(wrong, found, strict=True) if accepted] == []


# The reader and the schema --------------------------------------------------------------------

BETWEEN = re.compile(
    # of demands
    r"^stands beside |without its `measure`|^is about a `direction`|beside no level or direction|"
    r"; a baseline is one number|; a demand names the number|, no change; to keep|"
    r"; write (more|less): |unlike (things|units) are not|; allowed is pay, |, before it was made|"
    # of concessions
    r": .* of what\? write |^has no amount; a stage|, before its start|; allowed is a share from|changes and levels; |"
    r" gives nothing: only|^answers nothing; |, after all of it was taken back|"
    r"an answer names no `demand`|^answers '.*' twice|^names a demand; what|"
    # of claims, facts, verdicts and documents
    r"; allowed is (a whole number|a count, or|a plain number above|a rise in|a number of days)|"
    r"; allowed is one number: bounds|of `check` and `untested`|; say in `note` |"
    r"checks in one; |'no-response' is off|^found (neither|both) of |figures to add; |"
    r"on both sides; nothing|records beside it; name one|shares come to more|"
    r"no published rating says|allowed is a `demand` with its|say in `date_note` why|"
    r"; allowed is the name of a file|"
    # between records
    r"stands already at|, and there is no [\w ]+ of that id|`title` is missing|"
    r"which is this party itself; |, with the unlike units |which is no number; a formula|, and there is no figure |has no `date`, and no document|"
    r"^vote '.*' accepts|^vote '.*', .*, accepts|^concession '.*': found |at pay points, and none is|"
    r", which has parts; answer|, and at pay points: the two|a second time (on|in|between) |"
    r", a part of a demand; name|awards after inflation are in %"
)
"""What the reader says of what must hold in a record beside its fields' types, and between records."""

BACKWARDS = re.compile(r", a (range|span|run) whose end lies (before|below) its start")
DECORATED = re.compile(r"^found the (tag|anchor|alias) ")
NUMBER = re.compile(
    r"^found '(.*?)'(; allowed (is|are) (an? (id|date|amount|pay year|number of)|yes)|"
    r", with the unknown unit|, a date that does not exist|: a point, or thousands|"
    r", which are no two years in a row| a second time; name it once)"
)
TOO_LONG = "found an amount of more than 15 digits"
NO_UNIT = re.compile(
    r", with the unknown unit |, a range between unlike units|, (steps|two amounts) in unlike units|"
    r"; only percentages are compounded|` is for money; |; write "
)
"""What the reader says of words behind a number, of which no pattern knows what they mean."""


class Plain(str):
    """A scalar that is written as it stands, without quotes."""

    __slots__ = ()


UNQUOTED = [
    *("0x1F", "0o17", "1e3", "012", "-0", "-1", "+1", "1_000", "1.0", "1.", ".5", "1e400", "true"),
    *("True", "FALSE", "null", "~", ".inf", "-.Inf", ".nan", "2023", "0999", "999", "02023"),
    *("2023.0", "0.12345678901234567", "00000000000000012", "!!str a", "&a b", "!a b", "yes", ""),
]
TEXTS = [
    *AWKWARD,
    *("", "  ", "\x07", "\u2028", "\u202e", "a b c d e f g h i j", "a b c d e f g h i j k"),
    *("2023-02-29", "2024-02-29", "2023-13", "2023-1-1", "0000", "10000", "2023-04-31", "2022/24"),
    *("1999/00", "22/23", "5 apples", "4%+3%", "9% to 3%", "3% to 9%", "£5 to £6/hour"),
    *("1:0", "2/3", "1:10 + 1:5", "1" * 16, "£15 /h our", "£15 / hour", "5½%", "£2bn", "5 hrs"),
    *("5\u00a0%", "4% compounded with £3", "5 percentage  points", "refusal", "in-forse", "up"),
    *("true", "false", "No", "Pay", "a b", "-a", "a-", "a--b", "mill", "significant", "motive"),
    *("2023-03 to 2023-05", "2024 to 2023", "2022-23", "2022/23 to 2024/25", "2022 to 2023/24"),
    *("figure a", "figure a + 2%", "10% or £3,000/year, whichever is greater", "4% or 5%"),
]
FIELDS = [
    *("title", "date", "date_printed", "asks", "parts", "note", "colour", Plain("<<"), "1", "for"),
    *("more", "less", "to", "stages", "period", "accepted_by", "accepted", "members", "for_"),
]


def flow(value: Any, *, bare: bool) -> str:
    """Return a value as YAML in one line; `bare` leaves out the quotes that it can do without."""
    if isinstance(value, dict):
        pairs = (f"{flow(key, bare=bare)}: {flow(each, bare=bare)}" for key, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(flow(each, bare=bare) for each in value)}]"
    if isinstance(value, Plain) or (bare and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9./%-]*", value)):
        return str(value)
    easy = set(map(chr, range(32, 127))) - {'"', "\\"}
    return '"' + "".join(char if char in easy else f"\\U{ord(char):08x}" for char in value) + '"'


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each mapping or list in a value with each of its keys."""
    keys = value if isinstance(value, dict) else range(len(value)) if type(value) is list else ()
    for key in keys:
        yield value, key
        yield from places(value[key])


def change(value: Any, chance: random.Random) -> None:
    """Change one thing in what a file says, right or wrong."""
    found = list(places(value))
    where, key = chance.choice(found)
    other, its = chance.choice(found)
    match chance.choice(
        ("text", "text", "plain", "plain", "move", "drop", "add", "shape", "twice")
    ):
        case "text":
            where[key] = chance.choice(TEXTS)
        case "plain":
            where[key] = Plain(chance.choice(UNQUOTED))
        case "move":
            # A copy, so that nothing comes to hold itself.
            where[key] = copy.deepcopy(other[its])
        case "drop":
            del where[key]
        case "shape":
            where[key] = chance.choice(([], {}, [where[key]], {"id": where[key]}))
        case "twice" if isinstance(where[key], list):
            where[key] = where[key] * 2
        case _ if isinstance(where, list):
            where.append(where[key])
        case _:
            where[chance.choice(FIELDS)] = chance.choice(("x", Plain("2023"), {}))


def files(dispute: Dispute, chance: random.Random) -> Iterator[str]:
    """Yield the text of a dispute's file as it is, and with changes, in quotes and without."""
    value = yaml.load(write(dispute), yaml.BaseLoader)  # noqa: S506 - it makes texts only
    yield flow(value, bare=False)
    yield flow(value, bare=True)
    for changes in (*[1] * 12, 2, 3):
        changed = copy.deepcopy(value)
        for _ in range(changes):
            change(changed, chance)
        yield flow(changed, bare=chance.choice((False, True)))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file to write to again and again."""
    return tmp_path_factory.mktemp("schema") / "d.yaml"


def errors(file: Path, text: str) -> list[Any]:
    """Return what the reader refuses in a text."""
    file.write_text(text, encoding="utf-8")
    try:
        load(file)
    except DataError as error:
        return list(error.problems)
    return []


def expected_difference(problem: Any, text: str) -> bool:
    """Tell whether a problem that the schema is silent about is of a kind that docs/ lists."""
    for kind in (BETWEEN, BACKWARDS, NO_UNIT):
        if kind.search(problem.message):
            return True
    if DECORATED.search(problem.message) or problem.path.endswith("<<"):
        return True
    number = NUMBER.search(problem.message)
    if number is None:
        return problem.message == TOO_LONG
    # In quotes it is a text, and of texts the schema must know as much as the reader.
    unquoted = re.search(rf"[ \[]{re.escape(number[1])}[,\]}}]", text)
    return unquoted is not None and not isinstance(as_validators_see(number[1]), str)


def seen_otherwise(refused: Any) -> bool:
    """Tell whether a schema refuses what YAML takes for nothing, or two ids for one number."""
    if refused.validator == "anyOf":
        ways: dict[Any, list[Any]] = {}
        for each in refused.context:
            ways.setdefault(each.relative_schema_path[0], []).append(each)
        return any(all(map(seen_otherwise, way)) for way in ways.values())
    return refused.instance is None or refused.validator == "uniqueItems"


@settings(max_examples=25)
@given(disputes(), st.randoms(use_true_random=False))
def test_reader_and_schema_are_of_one_mind(
    file: Path, dispute: Dispute, chance: random.Random
) -> None:
    """They accept and refuse the same files, but for the kinds of difference that docs/ lists."""
    for text in files(dispute, chance):
        problems = errors(file, text)
        try:
            refused = list(VALIDATOR.iter_errors(as_validators_see(text)))
        except YAMLError:
            assert problems, text
            continue
        if not problems:
            assert all(map(seen_otherwise, refused)), (refused, text)
        elif not refused:
            expected = [expected_difference(problem, text) for problem in problems]
            assert all(expected), (problems, text)


DEMAND = (
    PARTIES
    + "pay_points: [{id: 1, title: A, value: £9/hour}]\n"
    + "demands: [{id: pay, title: Pay, made_by: union, made_to: mill, ...}]\n"
)
COUNT = (
    PARTIES
    + "demands:\n"
    + "  - {id: 1, title: Pay, made_by: union, made_to: mill}\n"
    + "  - {id: 1.0, title: Hours, made_by: union, made_to: mill}\n"
    + "claims:\n"
    + "  - {id: a, title: A, made_by: union, date: 2023, check: {count: {"
    + "reaching: met, relation: equal, number: 0, ...}}}\n"
)


@pytest.mark.parametrize(
    ("example", "right"),
    [
        ("note: No", True),
        ("note: true", True),
        ("note: 20.50", True),
        ("note: 2023-06-02", True),
        ("note: [late]", False),
        ("date: 2023", True),
        ("date: 0001", True),
        ("date: 0", False),
        ("date: 10000", False),
        ("date: 2023.5", False),
        ("parts: [{id: 012, title: A}]", True),
        ("parts: [{id: 1e3, title: A}]", True),
        ("parts: [{id: true, title: A}]", True),
        ("parts: [{id: -1, title: A}]", False),
        ("asks: {at_most: 4 beds per room}", True),
        ("asks: {at_most: 1:10}", False),
        ("asks: {more: 1000000000000000}", False),
        ("asks: {at_least: -1000000000000000}", False),
        ("asks: {more: true}", False),
        ("asks: {amount: 5}", False),
        ("asks: {period: 2023}", True),
        ("asks: {period: 0}", False),
        ("asks: {period: 12023}", False),
        ("asks: {period: 2022-23}", True),
        ("asks: {period: 2022/23 to 2024/25}", True),
        ("asks: {due: 2023-03 to 2023-05}", True),
        ("asks: {lasting: yes}", True),
        ("asks: {lasting: true}", True),
        ("asks: {lasting: false}", True),
        ('asks: {lasting: "true"}', True),
        ('asks: {lasting: "on"}', False),
        ("asks: {lasting: maybe}", False),
        ("asks: {direction: no, measure: a}", False),
        ("asks: {for: [1]}", True),
        ("asks: {for: 1}", False),
        ("asks: {for_: [1]}", False),
    ],
)
def test_what_stands_without_quotes(file: Path, example: str, right: bool) -> None:  # noqa: FBT001 - a table's cell
    """What YAML takes for a number, a truth value or a date is refused only where its field is."""
    text = DEMAND.replace("...", example)
    assert (accepts(text), not errors(file, text)) == (right, right)


@pytest.mark.parametrize("value", ["012", "-2.50", "999999999999999", "-999999999999999"])
def test_a_count_stands_without_quotes(file: Path, value: str) -> None:
    """Where a bare number is of something, as in a figure, YAML's number is one."""
    text = f"{PARTIES}figures: [{{id: a, title: A, measures: wards, value: {value}}}]\n"
    assert accepts(text)
    assert not errors(file, text)


ACCEPTED = (
    PARTIES
    + "concessions: [{id: a, title: A, made_by: mill, date: 2023, accepted_by: ..., "
    + "undemanded: {kind: offer, for: [low]}}]\n"
    + "pay_points: [{id: low, title: A, value: £9/hour}]\n"
    + "votes: [{id: ballot, title: B, held_by: union}, {id: poll, title: B, held_by: union}]\n"
)


@pytest.mark.parametrize(
    ("votes", "right"),
    [
        ("ballot", True),
        ("[ballot]", True),
        ("[ballot, poll]", True),
        ("[ballot, ballot]", False),
        ("[]", False),
        ("{id: ballot}", False),
        ("A vote", False),
        ("", False),
    ],
)
def test_votes_are_one_id_or_a_list(file: Path, votes: str, right: bool) -> None:  # noqa: FBT001 - a table's cell
    """What may stand without a list may so in an editor too."""
    text = ACCEPTED.replace("...", votes)
    assert (accepts(text), not errors(file, text)) == (right, right)


DIFFERENCES = [
    (
        "asks: {direction: down}",
        DEMAND,
        (
            "8:82: demands[0].asks.direction: found 'down' without its `measure`; name what is to go "
            "that way: measure: the adult fare"
        ),
    ),
    (
        "evidence: [{document: minutes, at: item 1}]",
        DEMAND,
        (
            "8:86: demands[0].evidence[0].document: found 'minutes', and there is no document of "
            "that id; known are leaflet"
        ),
    ),
    (
        "asks: {more: 5% to 3%}",
        DEMAND,
        "8:77: demands[0].asks.more: found '5% to 3%', a range whose end lies below its start",
    ),
    (
        "asks: {more: 5 hrs}",
        DEMAND,
        "8:77: demands[0].asks.more: found '5 hrs', with the unknown unit 'hrs'; write 5 hours",
    ),
    (
        "date: 0x7E7",
        DEMAND,
        f"8:70: demands[0].date: found '0x7E7'; allowed is {LISTS['<dates>']}",
    ),
    ("among: [1, 1.0]", COUNT, ""),
    ("note: null", DEMAND, ""),
    ("note: &a late", DEMAND, "8:70: demands[0].note: found the anchor &a; take it out"),
]
"""What a schema cannot say: an example, the file around it, and what the reader tells, if it does."""


@pytest.mark.parametrize(("example", "around", "told"), DIFFERENCES)
def test_difference_is_one(file: Path, example: str, around: str, told: str) -> None:
    """The schema accepts what the reader refuses, with this message, or the other way round."""
    text = around.replace("...", example)
    assert accepts(text) is bool(told)
    lines = [f"{file.as_posix()}:{told}"] if told else []
    assert list(map(str, errors(file, text))) == lines


def test_utf_16_is_another_difference(file: Path) -> None:
    """What decodes a file comes before the schema, so that cannot say which encoding it is in."""
    data = "title: Rents\n".encode("utf-16")
    assert accepts(data)
    file.write_bytes(data)
    with pytest.raises(DataError, match="found UTF-16-LE text; save the file as UTF-8"):
        load(file)


def test_every_difference_is_documented() -> None:
    """The page on editors lists the same examples, with what each of the two does."""
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and "accepts" in line]
    cells = [[cell.strip() for cell in row.split("|")[2:-1]] for row in rows]
    assert cells == [
        [f"`{example}`", *(("accepts", "refuses") if told else ("refuses", "accepts"))]
        for example, _, told in DIFFERENCES
    ]
