"""What the documents say is what the code does."""

from __future__ import annotations

import enum
import json
import re

import pytest
from helpers.laid import laid
from helpers.places import ROOT

import pcs_scorecard
from pcs_scorecard.cli.options import parser
from pcs_scorecard.comparison.policy import POLICIES
from pcs_scorecard.comparison.rules import RULES, Rule, rule_id
from pcs_scorecard.formats.render import FORMATS, render
from pcs_scorecard.model import claims, concessions, demands, dispute, facts, sources, verdicts
from pcs_scorecard.model.fields import Field, fields_of
from pcs_scorecard.pages.claims import claims_page
from pcs_scorecard.reading.files import bundled
from pcs_scorecard.scorecard.raters import expected, kappa, observed
from pcs_scorecard.values import vocabulary as words

DICTIONARY = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
METHODOLOGY = (ROOT / "docs" / "methodology.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
STALE = (
    "stale: PYTHONPATH=tests python -c 'from docs.test_docs import generated; print(generated())'"
)

RECORDS = (
    dispute.Dispute,
    sources.Party,
    sources.Document,
    demands.PayPoint,
    demands.Demand,
    demands.Asks,
    demands.Part,
    concessions.Concession,
    concessions.Answer,
    concessions.Gives,
    concessions.Stage,
    concessions.Term,
    verdicts.Verdict,
    verdicts.Expectation,
    sources.Evidence,
    claims.Claim,
    claims.Check,
    claims.Count,
    claims.Compare,
    claims.Extreme,
    claims.RealTerms,
    claims.Elapsed,
    claims.Total,
    claims.Fits,
    claims.StanceChange,
    claims.Fact,
    claims.Context,
    facts.Subject,
    facts.Position,
    facts.Figure,
    facts.Vote,
    facts.Option,
    facts.Event,
)
VOCABULARIES = (
    words.Status,
    words.Kind,
    words.Basis,
    words.Direction,
    words.PartyKind,
    words.ClaimVerdict,
    words.Untested,
    words.Relation,
    words.End,
    words.Stance,
    words.Cause,
    words.ProblemKind,
)


def type_of(field: Field) -> str:
    """Return a field's type as the dictionary names it."""
    if field.section:
        if not field.many:
            return f"id of one of the {field.section}"
        return f"{'an id, or a ' * field.alone}list of ids of {field.section}"
    name = field.holds.__name__ if isinstance(field.holds, type) else str(field.holds)
    return f"list of {name}" if field.many else name


def record_of(record: type) -> str:
    """Return the dictionary's section of a record class."""
    rows = ["| field | type | required | what it says |", "| --- | --- | --- | --- |"]
    for field in fields_of(record):
        required = "yes" if field.required else ""
        rows.append(f"| `{field.key}` | {type_of(field)} | {required} | {field.says} |")
    return section(record, rows)


def words_of(vocabulary: type[enum.StrEnum]) -> str:
    """Return the dictionary's section of a vocabulary."""
    rows = ["| word | what it means |", "| --- | --- |"]
    rows += [f"| `{word.value}` | {word.says} |" for word in vocabulary]  # type: ignore[attr-defined]
    return section(vocabulary, rows)


def section(of: type, rows: list[str]) -> str:
    """Return a section with its heading, the sentence on what it is of, and a table."""
    says = (of.__doc__ or "").partition("\n")[0]
    return "\n".join((f"### {of.__name__}", "", says, "", *rows, ""))


def generated() -> str:
    """Return the part of the dictionary that the model and the code make: records, then words."""
    return "\n".join(
        (
            "## Records\n",
            *map(record_of, RECORDS),
            "## Vocabularies\n",
            *map(words_of, VOCABULARIES),
        )
    )


def section_of(rule: Rule) -> str:
    """Return the methodology's section of a rule."""
    says, *lines = (line.strip() for line in (rule.__doc__ or "").splitlines() if line.strip())
    ceiling, lowers, leaves = (line.partition(": ")[2] for line in lines)
    facts = f"- Ceiling: {ceiling}\n- Lowered: `{lowers}`\n- Not lowered: `{leaves}`\n"
    return f"### `{rule_id(rule)}`\n\n{says}\n\n{facts}"


def test_dictionary_begins_with_what_an_everyday_dispute_needs() -> None:
    """Its first part has at most 1,000 words, examples included."""
    assert len(DICTIONARY.split("\n## ")[1].split()) <= 1_000


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_dictionary_has_every_field_in_the_words_of_the_model(record: type) -> None:
    """The dictionary's section of a record is the one that the model makes."""
    assert record_of(record) in DICTIONARY, STALE


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda words: words.__name__)
def test_dictionary_has_every_word_of_every_vocabulary(vocabulary: type[enum.StrEnum]) -> None:
    """The dictionary's section of a vocabulary is the one that the code makes."""
    assert words_of(vocabulary) in DICTIONARY, STALE


def test_dictionary_has_no_other_record_or_word() -> None:
    """What is taken out of the model or the code leaves the dictionary too."""
    assert f"\n{generated()}\n## " in DICTIONARY, STALE


def test_dictionary_says_what_every_warning_asks_about() -> None:
    """The table of warnings has all kinds of them, and no other, in the order of the code."""
    section = DICTIONARY.split("\n## Warnings\n")[1].split("\n## ")[0]
    listed = re.findall(r"^\| `(.+?)` \|", section, re.MULTILINE)
    assert listed == [kind.value for kind in words.ProblemKind if kind.warning]


@pytest.mark.parametrize("rule", RULES, ids=rule_id)
def test_methodology_has_every_rule_with_its_examples(rule: Rule) -> None:
    """A rule's section is made of its docstring, and changes with it."""
    assert section_of(rule) in METHODOLOGY


def test_methodology_has_no_other_rule() -> None:
    """A rule that is taken out of the code leaves the page too."""
    assert re.findall(r"^### `(.+)`$", METHODOLOGY, re.MULTILINE) == [rule_id(r) for r in RULES]


def test_no_scoresheet_is_published_without_its_dispute() -> None:
    """A scoresheet of a dispute that is no longer on board is deleted."""
    published = {path.stem for path in (ROOT / "docs" / "scoresheets").iterdir()}
    assert published == set(bundled())


def test_table_of_claims_is_fresh() -> None:
    """The page of all claims is what the data and the code make of it now."""
    cards = [pcs_scorecard.score(pcs_scorecard.load_bundled(name)) for name in bundled()]
    published = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    assert published == laid(claims_page(cards), "markdown"), (
        "stale: pcs-scorecard claims --output docs/claims.md --force"
    )


def test_reading_has_the_words_of_every_sheet() -> None:
    """The page on how the scoresheets read counts the words that they have now."""
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    counted = {
        name: len(
            pcs_scorecard.render(pcs_scorecard.score(pcs_scorecard.load_bundled(name))).split()
        )
        for name in bundled()
    }
    rows = re.findall(r"^\| (\S+) \| [0-9]+ \| [0-9,–]+ \| ([0-9]+) \|", page, re.MULTILINE)
    assert {name: int(words) for name, words in rows} == counted, (
        "stale: python tests/benchmarks/reading.py --output docs/reading.md"
    )


def coding_tables(name: str) -> str:
    """Return the tables of how far two codings of a dispute agree, from their counts."""
    counted = json.loads((ROOT / "docs" / "coding" / f"{name}.json").read_text(encoding="utf-8"))
    lines = ["| records | first coding | second coding | in both |", "| --- | --- | --- | --- |"]
    for records, counts in counted["records"].items():
        lines.append(f"| {records} | {' | '.join(map(str, counts))} |")
    lines += ["", "| field | alike | of | percent | by chance | kappa |"]
    lines += ["| --- | --- | --- | --- | --- | --- |"]
    for field, cells in counted["fields"].items():
        pairs = [(first, second) for first, second, count in cells for _ in range(count)]
        alike, chance, agreement = observed(pairs), expected(pairs), kappa(pairs)
        assert alike is not None
        assert chance is not None
        lines.append(
            f"| {field} | {sum(one == other for one, other in pairs)} | {len(pairs)} "
            f"| {float(alike):.1%} | {float(chance):.3f} "
            f"| {'not defined' if agreement is None else f'{float(agreement):.3f}'} |"
        )
    return "\n".join(lines)


@pytest.mark.parametrize("name", [*sorted(bundled()), "claims"])
def test_agreement_of_two_codings_is_worked_out_from_their_counts(name: str) -> None:
    """The page on coding has each dispute, with the tables that follow from the counts."""
    page = (ROOT / "docs" / "coding.md").read_text(encoding="utf-8")
    section = page.split(f"\n## `{name}`\n")[1].split("\n## ")[0]
    assert coding_tables(name) in section


def test_readme_begins_with_a_picture_that_is_fresh() -> None:
    """The first thing in the README is the picture that the command draws now."""
    file = "docs/picture.svg"
    assert re.match(rf"!\[.+\]\({file}\)\n", README)
    card = pcs_scorecard.score(pcs_scorecard.load_bundled())
    assert (ROOT / file).read_text(encoding="utf-8") == render(card, "svg", wide=True), (
        f"stale: pcs-scorecard render --wide --output {file} --force"
    )


def test_ci_runs_the_commands_that_the_readme_prints() -> None:
    """The README has exactly two set-up commands, and CI takes them from it."""
    commands = re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE)
    assert len(commands) == 2
    assert all(command.startswith("python3 -m venv .venv && ") for command in commands)
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    # The script reads the lines from the README, so it need not repeat one.
    assert "README.md)" in script
    assert '-c "${commands[0]}"' in script
    assert '-c "${commands[1]}"' in script


def test_every_policy_and_format_is_in_the_docs() -> None:
    """A policy is in the table of the methodology, and both are named among the options."""
    options = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8").replace("\\|", "|")
    for policy in POLICIES.values():
        late = policy.late.replace("-", " ")
        assert f"| `{policy.name}` | {policy.partly_from} | {late} |" in METHODOLOGY
    assert "|".join(POLICIES) in options
    assert "|".join(FORMATS) in options


def test_every_command_is_in_the_readme() -> None:
    """The table has every command that the help lists, and every option is among the options."""
    listed = set(re.findall(r"^\| `pcs-scorecard (\w+)", README, re.MULTILINE))
    options = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    (commands,) = (each.choices for each in parser()._actions if isinstance(each.choices, dict))
    assert listed == set(commands)
    for name, command in commands.items():
        for action in command._actions:
            for option in action.option_strings:
                assert option in ("-h", "--help", "--demand") or f"`{option}" in options, name


def test_every_room_is_in_the_design() -> None:
    """The design's table of the house names every folder, and every room beside its folder."""
    table = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").split("```")[1]
    named: dict[str, set[str]] = {}
    folder = ""
    for line in table.splitlines()[1:]:
        folder = line.split("/ ")[0] if "/ " in line[:16] else folder if line[:1] == " " else ""
        named.setdefault(folder, set()).update(re.findall(r"\w+", line))
    package = ROOT / "pcs_scorecard"
    rooms = [path.relative_to(package) for path in package.rglob("*.py") if path.stem[0] != "_"]
    lost = [room for room in rooms if room.stem not in named.get(str(room.parent).strip("."), ())]
    assert lost == []


def test_every_name_of_the_package_root_is_documented() -> None:
    """The root exports what `__all__` lists, and each function and class has a docstring."""
    for name in pcs_scorecard.__all__:
        thing = getattr(pcs_scorecard, name)
        assert not callable(thing) or thing.__doc__, name
