"""What an editor shows an author of data files, by the server that editors use.

Skipped where that server cannot be installed: it needs node, npm and the npm registry.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from editors.language_server import SCHEMA, LanguageServer, NotInstalledError, install

from pcs_scorecard import Concession, PartyKind
from pcs_scorecard.reading.files import bundled

LINE = "# yaml-language-server: $schema=dispute.schema.json\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """Return a running server."""
    try:
        script = install(tmp_path_factory.mktemp("server"))
    except NotInstalledError as error:
        pytest.skip(str(error))
    with LanguageServer(script) as server:
        yield server


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where a file would stand beside the schema."""
    shutil.copy(SCHEMA, tmp_path)
    return tmp_path / "rent.yaml"


def test_every_data_file_is_right(server: LanguageServer) -> None:
    """An editor finds nothing wrong in any file on board, by the schema that the file names."""
    files = [file for folder in bundled().values() for file in folder.glob("*.yaml")]
    for file in files:
        server.open(file, file.read_text(encoding="utf-8"))
    assert {file: told for file in files if (told := server.diagnostics(file))} == {}


@pytest.mark.parametrize(
    ("line", "at", "told"),
    [
        ("parties: [{id: a, name: A, kind: mill}]", 33, "Value is not accepted. Valid values: "),
        ("tilte: Rents", 0, "Property tilte is not allowed."),
        ("parties: [{id: a, name: A, kind: press, age: 3}]", 40, "Property age is not allowed."),
        ("subjects: [{id: a}]", 11, 'Missing property "title".'),
        ("subjects: []", 10, "Array has too few items. Expected 1 or more."),
        ("subjects: [{id: Rent, title: The rent}]", 16, "allowed is an id: small letters, "),
        ("summary:", 8, "allowed is text, "),
    ],
)
def test_what_is_wrong_is_shown(
    server: LanguageServer, file: Path, line: str, at: int, told: str
) -> None:
    """A wrong word, an unknown key and their like are marked where they stand, with the reason."""
    server.open(file, f"{LINE}{line}\n")
    ((row, column, message),) = server.diagnostics(file)
    assert (row, column) == (1, at)
    assert message.startswith(told)


def test_comments_may_stand_between_the_line_and_the_document(
    server: LanguageServer, file: Path
) -> None:
    """The line is found before the mark of a document's start, as `new` writes it."""
    server.open(file, f"{LINE}#\n# A dispute.\n---\ntilte: Rents\n")
    ((row, column, _),) = server.diagnostics(file)
    assert (row, column) == (4, 0)


def test_keys_are_offered_at_the_top(server: LanguageServer, file: Path) -> None:
    """At the top level the keys that are not there yet are offered, each with what it says."""
    server.open(file, f"{LINE}title: Rents\n\n")
    offered = server.completions(file, 2, 0)
    assert "title" not in offered
    assert offered["summary"]["documentation"] == "what a reader needs to know first"
    assert offered["demands"]["documentation"] == (
        "what was asked for, in the order of the scoresheet"
    )


def test_keys_are_offered_in_a_demand(server: LanguageServer, file: Path) -> None:
    """Inside a demand its own keys are offered."""
    server.open(file, f"{LINE}demands:\n  - id: rebate\n    \n")
    offered = server.completions(file, 3, 4)
    assert "id" not in offered
    assert offered["made_to"]["documentation"] == "who is asked"
    assert offered["dropped"]["documentation"] == "when the side that made it gave it up"


def test_words_are_offered_with_their_meaning(server: LanguageServer, file: Path) -> None:
    """After a key of a vocabulary its words are offered, and beside each what it means."""
    server.open(file, f"{LINE}parties:\n  - id: tenants\n    kind: \n")
    offered = server.completions(file, 3, 10)
    assert [(word, item["documentation"]) for word, item in offered.items()] == [
        (word.value, word.says) for word in PartyKind
    ]


def test_a_key_is_explained(server: LanguageServer, file: Path) -> None:
    """Resting on a key shows what it says; on one of a vocabulary also the words it can have."""
    server.open(file, f"{LINE}concessions:\n  - made_by: a\n    answers:\n      - kind: agreed\n")
    assert "who did or said it" in server.hover(file, 2, 6)
    shown = server.hover(file, 4, 10)
    assert "how firm it is" in shown
    assert "`agreed`: settled between the sides" in shown
    assert (Concession.__doc__ or "?") not in shown
