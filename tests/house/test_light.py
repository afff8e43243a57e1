"""The package is light to carry: nothing is imported before it is used, by Python or by pytest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.places import ROOT

import pcs_scorecard
from pcs_scorecard.model.concessions import Gives
from pcs_scorecard.model.demands import Asks
from pcs_scorecard.model.fields import fields_of

HEAVY = ("attr", "yaml", "tabulate", "pcs_scorecard.values", "pcs_scorecard.reading")
TELL = f"import sys; print([name for name in {HEAVY} if name in sys.modules])"
WITHOUT_LIBYAML = "import sys\nsys.modules['yaml._yaml'] = None\n"
TOLD = (
    "PyYAML is installed without libyaml, which reads the files here; install one of its wheels: "
)


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Run Python in a folder, whose modules it can import; return its exit code and outputs."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_importing_the_package_imports_nothing_else(tmp_path: Path) -> None:
    """No library and no room is loaded until a name is used, and then the name is what it says."""
    assert run(tmp_path, "-c", f"import pcs_scorecard; {TELL}") == (0, "[]\n", "")
    used = "from pcs_scorecard import Amount, score; import pcs_scorecard.scorecard.changes; "
    same = "import pcs_scorecard as p; print(p.changes.__name__, p.score is score)"
    assert run(tmp_path, "-c", used + same) == (0, "changes True\n", "")


def test_what_the_package_offers_is_listed_and_no_more() -> None:
    """Each listed name can be had, others are refused, and `dir` shows all."""
    assert pcs_scorecard.__all__ == sorted(pcs_scorecard.__all__)
    assert {"Amount", "load", "score", "__version__"} < set(pcs_scorecard.__all__)
    assert set(pcs_scorecard.__all__) <= set(dir(pcs_scorecard))
    with pytest.raises(AttributeError, match="no attribute 'scores'"):
        pcs_scorecard.scores  # noqa: B018 # type: ignore[attr-defined]


def test_pytest_loads_nothing_where_no_dispute_is_asked_for(tmp_path: Path) -> None:
    """The plugin is there, and costs no more than its own few lines."""
    (tmp_path / "conftest.py").write_text(
        f"def pytest_unconfigure(config):\n    {TELL}\n    print(config.option.scorecard)\n",
        encoding="utf-8",
    )
    (tmp_path / "test_a.py").write_text("def test_a(): pass\n", encoding="utf-8")
    code, out, _ = run(tmp_path, "-m", "pytest", "-p", "no:hypothesispytest")
    assert code == 0
    assert out.endswith("\n[]\nFalse\n")


def test_without_libyaml_the_command_says_what_to_install(tmp_path: Path) -> None:
    """Where PyYAML cannot parse as it must there is a message, and --help all the same."""
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_LIBYAML, encoding="utf-8")
    code, out, said = run(tmp_path, "-m", "pcs_scorecard")
    assert (code, out) == (2, "")
    assert said.startswith(f"pcs-scorecard: {TOLD}pip install ")
    code, out, said = run(tmp_path, "-m", "pcs_scorecard", "--help")
    assert (code, said) == (0, "")
    assert "render" in out


def test_without_libyaml_pytest_runs_all_but_disputes(tmp_path: Path) -> None:
    """Other people's tests run; who asks for a dispute is told what to install."""
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_LIBYAML, encoding="utf-8")
    (tmp_path / "test_a.py").write_text("def test_a(): pass\n", encoding="utf-8")
    (tmp_path / "rent.yaml").write_text("title: Rent\n", encoding="utf-8")
    assert run(tmp_path, "-m", "pytest", "-p", "no:hypothesispytest")[0] == 0
    code, out, said = run(tmp_path, "-m", "pytest", "--scorecard", "rent.yaml")
    assert code == pytest.ExitCode.USAGE_ERROR
    assert TOLD in said
    assert "Traceback" not in out + said


@pytest.mark.parametrize("record", [Asks, Gives], ids=lambda record: record.__name__)
def test_every_term_says_how_it_is_written(record: type) -> None:
    """A new field of the terms is printed and compared as soon as it says how it is written."""
    assert [field.name for field in fields_of(record) if not field.words] == []
